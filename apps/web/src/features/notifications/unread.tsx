import { useUnread } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { useKeptPush } from '../settings/use-kept-push.ts'

const MOST = 99

/** How many messages wait to be read; nothing where none do. */
const Unread = () => {
  const { t } = useTranslation()
  useKeptPush()
  const count = useUnread().data ?? 0
  if (count === 0) return null
  return (
    <>
      <span className="sr-only">{t('nav.inboxNew', { count })}</span>
      <span
        aria-hidden
        className="absolute top-1 right-0.5 min-w-5 rounded-full bg-brand px-1 text-center text-xs leading-5 font-bold text-on-brand tabular-nums"
      >
        {count > MOST ? `${MOST}+` : count}
      </span>
    </>
  )
}

export default Unread
