import { type Forecast, useFormat } from '@streamline/client'
import { forecastChart, lastCashDay, useForecastUntil, useInsightsText } from '@streamline/client/insights'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { DateField } from '../../design/date-field.tsx'
import { Amounts } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { PayerBars } from '../overview/payer-bars.tsx'
import { BudgetsCard } from './budgets-card.tsx'
import { Loaded } from './loaded.tsx'
import { StackedMonths } from './stacked-months.tsx'

const Months = ({ forecast }: { forecast: Forecast }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const { months, currency } = forecast
  return months.every(({ count }) => count === 0) ? (
    <Text tone="muted">{t('forecast.empty')}</Text>
  ) : (
    <>
      <StackedMonths
        chart={forecastChart(forecast, t('spend.total'))}
        currency={currency}
        label={t('forecast.chart')}
        isTabled={false}
      />
      <View>
        {months.map(({ month, totals, ...debits }, at) => (
          <View key={month} accessible>
            {at > 0 ? <Hairline /> : null}
            <View className="flex-row items-center justify-between gap-3 py-2.5">
              <View className="min-w-0 flex-1">
                <Text weight="medium">{format.monthAndYear(month)}</Text>
                <Text size="sm" tone="muted">
                  {say.debits(debits)}
                </Text>
              </View>
              <Amounts values={totals} currency={currency} />
            </View>
          </View>
        ))}
      </View>
    </>
  )
}

const Cash = ({ forecast: { cash, currency } }: { forecast: Forecast }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const date = format.date(cash.until)
  return cash.byPayer.length === 0 ? (
    <Text tone="muted">{t('forecast.nothing', { date })}</Text>
  ) : (
    <View className="gap-4">
      <View>
        <Amounts values={cash.totals} currency={currency} size="xl" />
        <Text size="sm" tone="muted">
          {t('forecast.need', { date })}
        </Text>
      </View>
      <PayerBars
        payers={cash.byPayer.map(({ memberId, ...payer }) => ({ ...payer, memberId: memberId ?? '' }))}
        currency={currency}
      />
    </View>
  )
}

/** Who needs how much until a day, and twelve months of real debits. */
export const ForecastView = () => {
  const { t } = useTranslation('insights')
  const { until, setUntil, ...query } = useForecastUntil()
  return (
    <Loaded query={query}>
      {(forecast) => (
        <>
          <Card title={t('forecast.cash')}>
            <View className="gap-4">
              <DateField
                label={t('forecast.until')}
                value={until}
                today={forecast.today}
                min={forecast.today}
                max={lastCashDay(forecast.today)}
                onChange={setUntil}
              />
              <View className={classes(query.isPlaceholderData && 'opacity-60')}>
                <Cash forecast={forecast} />
              </View>
            </View>
          </Card>
          <BudgetsCard />
          <Card title={t('forecast.title')}>
            <View className="gap-4">
              <Text size="sm" tone="muted" className="-mt-2">
                {t('forecast.note')}
              </Text>
              <Months forecast={forecast} />
            </View>
          </Card>
        </>
      )}
    </Loaded>
  )
}
