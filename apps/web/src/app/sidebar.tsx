import { useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { Link, useRouterState } from '@tanstack/react-router'
import { LogOut, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../design/avatar.tsx'
import { ButtonLink, IconButton } from '../design/button.tsx'
import { LanguageChoice, ThemeChoice } from '../design/appearance-choice.tsx'
import { Bell } from './bell.tsx'
import { HouseholdName } from './household-name.tsx'
import { Logo } from '../design/logo.tsx'
import { isAlsoIn, rooms, type Room } from './navigation.ts'
import { useLeave } from '../features/identity/sign-out.ts'

const places: readonly Room[] = ['overview', 'subscriptions', 'billing', 'savings', 'insights', 'settings']

const Person = () => {
  const { t } = useTranslation()
  const me = useMe().data
  const { memberId } = useHousehold()
  const { leave } = useLeave()
  return me ? (
    <div className="flex items-center gap-2.5">
      <Avatar id={memberId} name={me.name} />
      <span className="min-w-0 flex-1 truncate text-sm font-semibold">{me.name}</span>
      <IconButton icon={LogOut} label={t('signOut')} onClick={() => leave('/')} />
    </div>
  ) : null
}

export const Sidebar = () => {
  const { t } = useTranslation()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <header className="fixed inset-y-0 left-0 hidden w-64 flex-col overflow-y-auto border-r border-line bg-surface px-4 pt-5 pb-5 wide:flex">
      <div className="mx-2 flex items-center justify-between">
        <Link to="/home" aria-label={t('name')} className="rounded-tile py-1">
          <Logo />
        </Link>
        <Bell />
      </div>
      <div className="mx-2 mt-1 mb-4">
        <HouseholdName />
      </div>
      <ButtonLink to="/add" icon={Plus} wide>
        {t('nav.addLong')}
      </ButtonLink>
      <nav aria-label={t('nav.label')} className="mt-5 flex-1">
        <ul className="space-y-1">
          {places.map((room) => {
            const { to, icon: Icon } = rooms[room]
            return (
              <li key={room}>
                <Link
                  to={to}
                  aria-current={isAlsoIn(room, path) ? 'page' : undefined}
                  className="flex min-h-11 items-center gap-3 rounded-control px-3.5 font-semibold text-muted transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand"
                >
                  <Icon size={20} aria-hidden />
                  {t(`nav.${room}`)}
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className="mt-6 space-y-3">
        <ThemeChoice compact />
        <LanguageChoice />
        <div className="border-t border-line pt-3">
          <Person />
        </div>
      </div>
    </header>
  )
}
