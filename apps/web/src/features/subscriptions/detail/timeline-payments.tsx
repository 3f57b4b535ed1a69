import { useFormat, type TimelineEntry } from '@streamline/client'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { IconButton } from '../../../design/button.tsx'
import { usePeople } from '../../households/use-people.ts'
import { useMethodName } from '../../money/method-choice.tsx'
import type { Reversible } from '../../money/reverse-dialog.tsx'

/** Who paid a period and when; a payment that was taken back stays, struck through. */
export const TimelinePayments = ({
  entry,
  name,
  onReverse,
}: {
  entry: TimelineEntry
  name: string
  onReverse: (payment: Reversible) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { isYou, nameOf } = usePeople()
  const methodName = useMethodName()
  const payments = entry.payments.filter(({ reverses }) => reverses === null)
  if (payments.length === 0) return null
  return (
    <ul className="mt-1.5 space-y-1">
      {payments.map((payment) => {
        const { id, paidBy, amount, paidOn, method, assumed, reversedBy, note } = payment
        const values = { name: nameOf(paidBy), amount: format.money(amount), date: format.shortDate(paidOn) }
        return (
          <li key={id} className="flex min-h-11 items-center gap-2 text-sm text-muted">
            <span className="min-w-0 flex-1">
              <span className={reversedBy ? 'line-through' : undefined}>
                {isYou(paidBy) ? t('timeline.youPaid', values) : t('timeline.paid', values)}
                {method ? ` · ${methodName(method)}` : null}
              </span>{' '}
              {reversedBy ? <Badge>{t('timeline.takenBack')}</Badge> : null}
              {assumed && !reversedBy ? <Badge>{t('timeline.assumed')}</Badge> : null}
              {note ? <span className="block break-words text-faint">{note}</span> : null}
            </span>
            {reversedBy ? null : (
              <IconButton
                icon={Undo2}
                label={t('timeline.takeBack', values)}
                onClick={() => onReverse({ id, amount, paidOn, name })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
