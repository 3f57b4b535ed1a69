import { type Charge, type HistoryEntry, type SubscriptionDetail, useFormat } from '@streamline/client'
import { type GapNode, type PeriodNode, usePeriodNote } from '@streamline/client/subscriptions'
import { type Payable, type Reversible, isOpen, payableOf, useMarkPaid } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../../design/act-button.tsx'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { classes } from '../../../design/classes.ts'
import { Money } from '../../../design/money.tsx'
import { ChargeState } from '../../billing/charge-state.tsx'
import { TimelineDot } from './timeline-dot.tsx'
import { TimelineCharge } from './timeline-charge.tsx'

const line =
  'before:absolute before:top-5 before:bottom-[-0.25rem] before:left-[0.5625rem] before:border-l-2 before:border-line'

const PayButton = ({
  period: { entry },
  subscription,
  onPay,
}: {
  period: PeriodNode
  subscription: SubscriptionDetail
  onPay: (payable: Payable) => void
}) => {
  const { t } = useTranslation('verbs')
  const format = useFormat()
  const { markPaid, isMarking } = useMarkPaid()
  const payable = payableOf(subscription, entry)
  if (payable === null) return null
  const open = isOpen(entry)
  return (
    <ActButton
      variant={open ? 'soft' : 'quiet'}
      size="sm"
      className={open ? 'mt-2' : '-mb-2 -ml-3 px-3'}
      busy={isMarking(payable.id)}
      aria-label={`${t('markPaid')}: ${format.period(entry.startsOn, entry.endsOn)}`}
      onClick={() => void markPaid(payable.id, payable.subscriptionName)}
      onDetails={() => onPay(payable)}
    >
      {t('markPaid')}
    </ActButton>
  )
}

const DetailsButton = ({
  period: { entry },
  chargeId,
  onOpen,
}: {
  period: PeriodNode
  chargeId: string
  onOpen: (chargeId: string) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  return (
    <Button
      variant="quiet"
      size="sm"
      className={classes('px-2 text-muted', isOpen(entry) ? 'mt-2' : '-mb-2 -ml-2')}
      aria-label={t('timeline.detailsOf', { period: format.period(entry.startsOn, entry.endsOn) })}
      onClick={() => onOpen(chargeId)}
    >
      {t('timeline.details')}
    </Button>
  )
}

export const TimelinePeriod = ({
  period,
  subscription,
  charge,
  corrections,
  last,
  onPay,
  onReverse,
  onOpen,
}: {
  period: PeriodNode
  subscription: SubscriptionDetail
  charge: Charge | undefined
  /** How its amount was changed, the newest first. */
  corrections: readonly HistoryEntry[]
  last: boolean
  onPay: (payable: Payable) => void
  onReverse: (payment: Reversible) => void
  onOpen: (chargeId: string) => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const note = usePeriodNote(period, subscription.renewal)
  const { entry, place } = period
  const { state, amount, startsOn, endsOn } = entry
  return (
    <li
      aria-current={place === 'current' ? 'date' : undefined}
      className={classes(
        'relative flex items-start justify-between gap-3 pb-5 pl-9',
        !last && line,
        place === 'expected' && 'before:border-dashed',
      )}
    >
      <TimelineDot place={place} state={state} />
      <div className="min-w-0 flex-1">
        <p
          className={classes(
            'flex flex-wrap items-center gap-x-2 font-semibold',
            place === 'expected' && 'text-muted',
          )}
        >
          <span className="text-pretty">{format.period(startsOn, endsOn)}</span>
          {place === 'current' ? <Badge tone="brand">{t('timeline.now')}</Badge> : null}
        </p>
        {note === '' ? null : <p className="text-sm text-muted">{note}</p>}
        <TimelineCharge
          entry={entry}
          charge={charge}
          corrections={corrections}
          name={subscription.name}
          onReverse={onReverse}
        />
        <span className="flex flex-wrap items-center">
          <PayButton period={period} subscription={subscription} onPay={onPay} />
          {entry.chargeId === null ? null : (
            <DetailsButton period={period} onOpen={onOpen} chargeId={entry.chargeId} />
          )}
        </span>
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1 min-[34rem]:flex-row-reverse min-[34rem]:items-center min-[34rem]:gap-2.5">
        {amount.amount === 0 ? (
          <span className="font-semibold text-muted">{t('timeline.free')}</span>
        ) : (
          <Money
            value={amount}
            className={classes(
              'min-[34rem]:min-w-18 min-[34rem]:text-right',
              place === 'expected' && 'text-muted',
            )}
          />
        )}
        {state && amount.amount > 0 ? <ChargeState state={state} /> : null}
        {place === 'expected' ? <Badge>{t('timeline.expected')}</Badge> : null}
      </div>
    </li>
  )
}

/** Days on which nothing ran. */
export const TimelineGap = ({ gap }: { gap: GapNode }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  return (
    <li
      className={classes('relative pb-5 pl-9 text-sm text-faint', line, 'before:top-0 before:border-dotted')}
    >
      {t('timeline.gap', { count: gap.days, period: format.period(gap.from, gap.until) })}
    </li>
  )
}
