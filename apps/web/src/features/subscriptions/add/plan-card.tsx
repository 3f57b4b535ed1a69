import { type Plan, useFormat, useHousehold, useIntervalText } from '@streamline/client'
import type { PlanText } from '@streamline/client/catalogue'
import { isOldPrice } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Money } from '../../../design/money.tsx'

/** One price to choose: what one gets, what else tells it apart, and what will be debited; what the provider advertises, where that differs. */
export const PlanCard = ({
  plan,
  text: { title, facts },
  isLengthSaid,
  onPick,
}: {
  plan: Plan
  text: PlanText
  /** Above all that run equally long. */
  isLengthSaid: boolean
  onPick: () => void
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const interval = useIntervalText()
  const { debit, price, tax, status, asOf, asOfPrecision } = plan
  const taxed = debit.amount !== price.amount
  const isOld = isOldPrice(plan, useHousehold().today)
  return (
    <button
      type="button"
      onClick={onPick}
      className="flex h-full w-full flex-col rounded-card border border-line bg-surface p-4 text-left shadow-card transition-[border-color,background-color] hover:border-brand hover:bg-brand-soft/40"
    >
      <span className="flex w-full items-baseline justify-between gap-3">
        <span className="min-w-0 space-y-0.5">
          <span className="block font-semibold break-words">{title}</span>
          {facts.length > 0 ? (
            <span className="block text-sm break-words text-muted">{facts.join(' · ')}</span>
          ) : null}
        </span>
        <span className="shrink-0 text-right">
          <Money value={debit} size="lg" className="block" />
          {isLengthSaid ? null : <span className="block text-sm text-muted">{interval(plan.interval)}</span>}
        </span>
      </span>
      {taxed || isOld ? (
        <span className="mt-auto flex w-full flex-wrap items-center justify-between gap-x-2 gap-y-1 pt-2 text-sm text-muted">
          {isOld ? (
            <Badge tone={status === 'superseded' ? 'neutral' : 'warn'}>
              {t('plan.seen', { date: format.asOf(asOf, asOfPrecision) })}
            </Badge>
          ) : (
            <span />
          )}
          {taxed ? (
            <span className="ml-auto">
              {t('plan.tax', {
                price: format.money(price),
                percent: format.percent(tax.basisPoints / 10_000),
              })}
            </span>
          ) : null}
        </span>
      ) : null}
    </button>
  )
}
