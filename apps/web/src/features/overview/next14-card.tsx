import { type Overview, useFormat } from '@streamline/client'
import { dayTotals } from '@streamline/client/overview'
import { addDays } from '@streamline/domain'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Card } from '../../design/card.tsx'
import { Day } from '../../design/day.tsx'
import { List, RowLink } from '../../design/list-row.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { DayStrip } from './day-strip.tsx'
import { PayerBars } from './payer-bars.tsx'

const Debits = ({ next14: { count, debits } }: Pick<Overview, 'next14'>) => {
  const { t } = useTranslation('overview')
  return (
    <details className="group border-t border-line">
      <summary className="flex min-h-13 list-none items-center justify-between gap-3 px-5 font-semibold text-brand wide:px-6">
        {count > debits.length
          ? t('next14.first', { shown: debits.length, count })
          : t('next14.show', { count })}
        <ChevronDown size={18} aria-hidden className="transition-transform group-open:rotate-180" />
      </summary>
      <List className="pb-2">
        {debits.map((debit) => (
          <li key={`${debit.subscriptionId} ${debit.on}`}>
            <RowLink
              to="/subscriptions/$subscriptionId"
              params={{ subscriptionId: debit.subscriptionId }}
              leading={
                <BrandTile
                  name={debit.providerId ?? debit.name}
                  color={debit.brandColor}
                  look={debit.look}
                  size="sm"
                />
              }
              title={debit.name}
              subtitle={<Day on={debit.on} />}
              trailing={
                <>
                  <Money value={debit.amount} />
                  {debit.expected ? <Badge>{t('next14.expected')}</Badge> : null}
                </>
              }
            />
          </li>
        ))}
      </List>
    </details>
  )
}

/** Second answer: money out in the next 14 days, by payer. */
export const Next14Card = ({ overview: { today, currency, next14 } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <Card title={t('next14.title')} flush>
      <div className="px-5 pb-5 wide:px-6">
        <Amounts values={next14.totals} currency={currency} size="xl" />
        <p className="mt-0.5 mb-4 text-sm text-muted">
          {next14.count === 0
            ? t('next14.none')
            : t('next14.lead', { date: format.date(addDays(next14.until, -1)) })}
        </p>
        {next14.count > 0 ? (
          <div className="space-y-5">
            <DayStrip days={dayTotals(next14.days, { today, days: 14, currency })} currency={currency} />
            {next14.byPayer.length > 1 ? <PayerBars payers={next14.byPayer} currency={currency} /> : null}
          </div>
        ) : null}
      </div>
      {next14.count > 0 ? <Debits next14={next14} /> : null}
    </Card>
  )
}
