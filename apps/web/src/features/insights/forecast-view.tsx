import { type Forecast, useFormat } from '@streamline/client'
import { forecastChart, lastCashDay, useForecastUntil, useInsightsText } from '@streamline/client/insights'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { Amounts } from '../../design/money.tsx'
import { PayerBars } from '../overview/payer-bars.tsx'
import { CardSkeleton } from '../overview/overview-skeleton.tsx'
import { BudgetsCard } from './budgets-card.tsx'
import { StackedMonths } from './stacked-months.tsx'

const Months = ({ forecast }: { forecast: Forecast }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const { months, currency } = forecast
  return months.every(({ count }) => count === 0) ? (
    <p className="text-muted">{t('forecast.empty')}</p>
  ) : (
    <>
      <StackedMonths
        chart={forecastChart(forecast, t('spend.total'))}
        currency={currency}
        label={t('forecast.chart')}
      />
      <ul className="mt-5 divide-y divide-line/80">
        {months.map(({ month, totals, ...debits }) => (
          <li key={month} className="flex items-baseline justify-between gap-3 py-2.5">
            <span className="min-w-0">
              <span className="font-medium">{format.monthAndYear(month)}</span>
              <span className="block text-sm text-muted">{say.debits(debits)}</span>
            </span>
            <Amounts values={totals} currency={currency} />
          </li>
        ))}
      </ul>
    </>
  )
}

const Cash = ({ forecast: { cash, currency } }: { forecast: Forecast }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const date = format.date(cash.until)
  return cash.byPayer.length === 0 ? (
    <p className="mt-4 text-muted">{t('forecast.nothing', { date })}</p>
  ) : (
    <>
      <p className="mt-4 mb-3">
        <Amounts values={cash.totals} currency={currency} size="xl" />
        <span className="mt-1 block text-sm text-muted">{t('forecast.need', { date })}</span>
      </p>
      <PayerBars
        payers={cash.byPayer.map(({ memberId, ...payer }) => ({ ...payer, memberId: memberId ?? '' }))}
        currency={currency}
      />
    </>
  )
}

/** Twelve months of real debits, and who needs how much until a day. */
export const ForecastView = () => {
  const { t } = useTranslation('insights')
  const { data: forecast, until, setUntil, ...query } = useForecastUntil()
  if (forecast === undefined)
    return query.error ? (
      <Card>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Card>
    ) : (
      <CardSkeleton />
    )
  return (
    <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] wide:gap-6">
      <Card title={t('forecast.title')}>
        <p className="-mt-2 mb-4 text-sm text-muted">{t('forecast.note')}</p>
        <Months forecast={forecast} />
      </Card>
      <div className="grid gap-4 wide:gap-6">
        <Card title={t('forecast.cash')}>
          <TextField
            label={t('forecast.until')}
            type="date"
            min={forecast.today}
            max={lastCashDay(forecast.today)}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
          <div className={classes(query.isPlaceholderData && 'opacity-60')}>
            <Cash forecast={forecast} />
          </div>
        </Card>
        <BudgetsCard />
      </div>
    </div>
  )
}
