import { Link, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isAlsoIn, rooms, type Room } from './navigation.ts'

const places: readonly Room[] = ['overview', 'subscriptions', 'add', 'billing', 'more']

/** At the thumb, unless a form has its button there; the way to add something stands in the middle, raised. */
export const BottomBar = () => {
  const { t } = useTranslation()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <nav
      aria-label={t('nav.label')}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] wide:hidden [:root:has([data-dock])_&]:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-[1fr_1fr_3.5rem_1fr_1fr]">
        {places.map((room) => {
          const { to, icon: Icon } = rooms[room]
          return (
            <li key={room} className="min-w-0">
              {room === 'add' ? (
                <Link
                  to={to}
                  aria-label={t('nav.addLong')}
                  className="group flex h-16 items-center justify-center"
                >
                  <span className="flex size-13 -translate-y-2.5 items-center justify-center rounded-full bg-brand text-on-brand shadow-float transition-transform group-active:scale-95">
                    <Icon size={26} aria-hidden />
                  </span>
                </Link>
              ) : (
                <Link
                  to={to}
                  aria-current={isAlsoIn(room, path) ? 'page' : undefined}
                  className="flex h-16 flex-col items-center justify-center gap-0.5 text-faint hover:text-ink aria-[current=page]:text-brand"
                >
                  <Icon size={22} aria-hidden />
                  <span className="max-w-full truncate text-[clamp(0.6rem,2.85vw,0.72rem)] font-semibold">
                    {t(`nav.${room}`)}
                  </span>
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
