import { useFormat, useHousehold, type TimelineEntry } from '@streamline/client'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { IconButton } from '../../../design/button.tsx'
import { usePeople } from '../../households/use-people.ts'
import { useMethodName } from '../../money/method-choice.tsx'
import type { Reversible } from '../../money/reverse-dialog.tsx'

/** "You paid on 3 Nov"; the amount where it was a part. */
const usePaidText = ({ amount: whole }: TimelineEntry) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { isYou, nameOf } = usePeople()
  return ({ paidBy, amount, paidOn }: TimelineEntry['payments'][number]): string => {
    const values = { name: nameOf(paidBy), amount: format.money(amount), date: format.shortDate(paidOn) }
    if (amount.amount === whole.amount)
      return t(isYou(paidBy) ? 'timeline.youPaidAll' : 'timeline.paidAll', values)
    return t(isYou(paidBy) ? 'timeline.youPaid' : 'timeline.paid', values)
  }
}

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
  const { role } = useHousehold()
  const paidText = usePaidText(entry)
  const methodName = useMethodName()
  const payments = entry.payments.filter(({ reverses }) => reverses === null)
  if (payments.length === 0) return null
  return (
    <ul>
      {payments.map((payment) => {
        const { id, amount, paidOn, method, assumed, reversedBy, note } = payment
        return (
          <li key={id} className="flex min-h-8 items-center gap-1 text-sm text-muted">
            <span className="min-w-0">
              <span className={reversedBy ? 'line-through' : undefined}>
                {paidText(payment)}
                {method ? ` · ${methodName(method)}` : null}
              </span>{' '}
              {reversedBy ? <Badge>{t('timeline.takenBack')}</Badge> : null}
              {assumed && !reversedBy ? <Badge>{t('timeline.assumed')}</Badge> : null}
              {note ? <span className="block break-words text-faint">{note}</span> : null}
            </span>
            {reversedBy || role === 'viewer' ? null : (
              <IconButton
                icon={Undo2}
                label={t('timeline.takeBack', {
                  amount: format.money(amount),
                  date: format.shortDate(paidOn),
                })}
                className="-my-2"
                onClick={() => onReverse({ id, amount, paidOn, name })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
