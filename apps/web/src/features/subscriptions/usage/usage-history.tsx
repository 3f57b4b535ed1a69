import { type SubscriptionDetail, type UsageReading, useFormat } from '@streamline/client'
import { itemsOf } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useReadingText, useUsage, useUsageActs } from '@streamline/client/usage'
import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../design/button.tsx'
import { MoreButton } from '../../../design/more-button.tsx'

/** What was noted, the latest day first; each can be put right or removed by whoever may. */
export const UsageHistory = ({
  subscription: { id },
  onEdit,
}: {
  subscription: SubscriptionDetail
  onEdit: (reading: UsageReading) => void
}) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const { several, isYou, nameOf } = usePeople()
  const list = useUsage(id)
  const textOf = useReadingText()
  const { remove, busy } = useUsageActs()
  const readings = itemsOf(list.data)
  if (readings.length === 0) return null
  return (
    <div>
      <h3 className="label-caps">{t('history.title')}</h3>
      <ul className="divide-y divide-line/80">
        {readings.map((reading) => {
          const what = textOf(reading)
          const date = format.date(reading.on)
          return (
            <li key={reading.id} className="flex min-h-13 items-center justify-between gap-3 py-1">
              <span className="min-w-0">
                <span className="block font-medium break-words">{what}</span>
                <span className="figures block text-sm text-muted">
                  {[
                    date,
                    several && !isYou(reading.notedBy)
                      ? t('history.by', { name: nameOf(reading.notedBy) })
                      : null,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </span>
              {reading.mayChange ? (
                <span className="-mr-3 flex shrink-0">
                  {reading.kind === 'used' ? null : (
                    <IconButton
                      icon={Pencil}
                      label={t('history.edit', { what, date })}
                      onClick={() => onEdit(reading)}
                    />
                  )}
                  <IconButton
                    icon={Trash2}
                    label={t('history.remove', { what, date })}
                    aria-disabled={busy || undefined}
                    onClick={() => (busy ? undefined : void remove(reading, t('done.removed', { what })))}
                  />
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      <MoreButton list={list} variant="quiet" size="sm" className="mt-2 -ml-3" />
    </div>
  )
}
