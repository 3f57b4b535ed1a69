import { type SubscriptionDetail, useFormat, useHousehold } from '@streamline/client'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { Amounts, Money } from '../../../design/money.tsx'

const Figure = ({ label, children, under }: { label: string; children: ReactNode; under?: ReactNode }) => (
  <div className="flex min-w-0 items-center justify-between gap-4 py-3 first:pt-0 last:pb-0 min-[34rem]:block min-[34rem]:px-5 min-[34rem]:py-0 min-[34rem]:first:pl-0 min-[34rem]:last:pr-0">
    <dt className="min-w-0">
      <span className="label-caps block">{label}</span>
      {under ? <span className="block text-sm text-muted min-[34rem]:hidden">{under}</span> : null}
    </dt>
    <dd className="mt-0.5 shrink-0">
      {children}
      {under ? (
        <span aria-hidden className="hidden text-sm text-muted min-[34rem]:block">
          {under}
        </span>
      ) : null}
    </dd>
  </div>
)

/** The three sums people ask for: what comes next, what it really costs, what it has cost. */
export const FiguresCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { currency } = useHousehold()
  const { nextDebit, monthlyCost, lifetimeSpend, startsOn, status } = subscription
  return (
    <Card>
      <dl className="grid divide-y divide-line min-[34rem]:grid-cols-3 min-[34rem]:divide-x min-[34rem]:divide-y-0">
        <Figure
          label={nextDebit?.expected ? t('figure.nextRecharge') : t('figure.nextDebit')}
          under={
            nextDebit
              ? `${format.date(nextDebit.on)} · ${format.relative(nextDebit.on)}`
              : t('figure.noDebit')
          }
        >
          {nextDebit ? (
            <Money value={nextDebit.amount} size="lg" />
          ) : (
            <span className="text-xl font-bold">–</span>
          )}
        </Figure>
        <Figure
          label={t('figure.monthly')}
          under={t(
            status === 'expired'
              ? 'figure.whileRunning'
              : status === 'scheduled'
                ? 'figure.onceRunning'
                : 'figure.average',
          )}
        >
          <Money value={monthlyCost} size="lg" />
        </Figure>
        <Figure
          label={t('figure.lifetime')}
          under={t(status === 'scheduled' ? 'figure.starts' : 'figure.since', {
            date: format.shortDate(startsOn),
          })}
        >
          <Amounts values={lifetimeSpend} currency={currency} size="lg" />
        </Figure>
      </dl>
    </Card>
  )
}
