import type { SubscriptionDetail } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Card } from '../../../design/card.tsx'

export const NoteCard = ({ subscription: { note, labels } }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  if (!note && labels.length === 0) return null
  return (
    <Card title={note ? t('note.title') : t('note.labels')}>
      {note ? <p className="break-words whitespace-pre-wrap">{note}</p> : null}
      {labels.length > 0 ? (
        <ul aria-label={t('note.labels')} className="mt-3 flex flex-wrap gap-1.5 first:mt-0">
          {labels.map((label) => (
            <li key={label} className="min-w-0">
              <Badge>{label}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}
