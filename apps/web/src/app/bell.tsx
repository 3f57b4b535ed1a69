import { useUnread } from '@streamline/client/notifications'
import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const MOST = 99

/** The way to what was told, and how much of it waits to be read. */
export const Bell = () => {
  const { t } = useTranslation()
  const unread = useUnread().data ?? 0
  return (
    <Link
      to="/inbox"
      aria-label={unread === 0 ? t('nav.inbox') : t('nav.inboxNew', { count: unread })}
      className="relative inline-flex size-11 shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink aria-[current=page]:text-brand"
    >
      <BellIcon size={22} aria-hidden />
      {unread === 0 ? null : (
        <span
          aria-hidden
          className="absolute top-1 right-0.5 min-w-5 rounded-full bg-brand px-1 text-center text-xs leading-5 font-bold text-on-brand tabular-nums"
        >
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Link>
  )
}
