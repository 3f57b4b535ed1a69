import { useInstant, type Delivery } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'

const tones = { waiting: 'neutral', sent: 'positive', failed: 'danger' } as const

/** One message on its way to one place, and what became of it. */
export const DeliveryRow = ({ delivery }: { delivery: Delivery }) => {
  const { t } = useTranslation('notifications')
  const instant = useInstant()
  const { title, recipient, state, createdAt, sentAt, seenAt, attempts, answer } = delivery
  return (
    <li className="px-5 py-3 wide:px-6">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 font-semibold break-words">{title}</p>
        <Badge tone={tones[state]}>{t(`sent.state.${state}`)}</Badge>
      </div>
      <p className="text-sm break-words text-muted">
        {[
          t('sent.to', { recipient }),
          instant(sentAt ?? createdAt),
          ...(seenAt === null ? [] : [t('sent.seen', { at: instant(seenAt) })]),
        ].join(' · ')}
      </p>
      {state === 'sent' || answer === null ? null : (
        <p className="text-sm break-words text-muted">
          {`${t('sent.answer', { answer })} · ${t('sent.tries', { count: attempts })}`}
        </p>
      )}
    </li>
  )
}
