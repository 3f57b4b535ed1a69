import { type Charge, type HistoryEntry, type TimelineEntry, useFormat } from '@streamline/client'
import { type Reversible, useHistoryText, useSharesText } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { ChargePayments } from '../../billing/charge-payments.tsx'

/** What became of the charge of a period: who bears it, who paid, what came back, what was corrected. */
export const TimelineCharge = ({
  entry,
  charge,
  corrections,
  name,
  onReverse,
}: {
  entry: TimelineEntry
  charge: Charge | undefined
  corrections: readonly HistoryEntry[]
  name: string
  onReverse: (payment: Reversible) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { several } = usePeople()
  const sharesText = useSharesText()
  const { sentence } = useHistoryText()
  const isShared = several && charge !== undefined && charge.shares.length > 1
  return (
    <div className="space-y-0.5 text-sm text-muted">
      {isShared ? <p className="figures line-clamp-2 break-words">{sharesText(charge.shares)}</p> : null}
      <ChargePayments payments={entry.payments} name={name} onReverse={onReverse} />
      {corrections.map((correction) => (
        <p key={correction.id} className="figures break-words">
          {sentence(correction)}
          {correction.note ? <span className="text-faint"> · {correction.note}</span> : null}
        </p>
      ))}
      {charge !== undefined && charge.credit.amount > 0 ? (
        <p className="figures font-medium text-positive">
          {t('timeline.credit', { amount: format.money(charge.credit) })}
        </p>
      ) : null}
    </div>
  )
}
