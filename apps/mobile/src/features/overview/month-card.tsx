import { type Overview, useFormat } from '@streamline/client'
import { amountIn } from '@streamline/client/overview'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { TrendingDown, TrendingUp } from '../../design/icons.ts'
import { Amounts } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { MonthChart } from './month-chart.tsx'

const Difference = ({
  now,
  before,
  month,
  currency,
}: {
  now: number
  before: number
  month: string
  currency: string
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const change = now - before
  if (before === 0 || change === 0)
    return (
      <Text size="sm" tone="muted">
        {before === 0 ? t('month.first') : t('month.same', { month })}
      </Text>
    )
  const money = format.money({ amount: Math.abs(change), currency })
  const tone = change > 0 ? 'warn' : 'positive'
  return (
    <View className="flex-row items-center gap-1.5">
      <Icon of={change > 0 ? TrendingUp : TrendingDown} size={16} tone={tone} />
      <Text size="sm" weight="medium" tone={tone} className="min-w-0 flex-1">
        {t(change > 0 ? 'month.more' : 'month.less', { money, month })}
      </Text>
    </View>
  )
}

/** Fourth answer: this month against the last one. */
export const MonthCard = ({ overview: { months, currency } }: { overview: Overview }) => {
  const format = useFormat()
  const current = months.at(-1)
  const last = months.at(-2)
  if (!current) return null
  return (
    <Card title={format.month(current.month)}>
      <Amounts values={current.totals} currency={currency} size="xl" />
      {last ? (
        <Difference
          now={amountIn(current.totals, currency)}
          before={amountIn(last.totals, currency)}
          month={format.month(last.month)}
          currency={currency}
        />
      ) : null}
      <View className="mt-5">
        <MonthChart months={months} currency={currency} />
      </View>
    </Card>
  )
}
