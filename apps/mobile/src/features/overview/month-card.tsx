import { type Overview, useFormat } from '@streamline/client'
import { View } from 'react-native'
import { Card } from '../../design/card.tsx'
import { Amounts } from '../../design/money.tsx'
import { MonthChart } from './month-chart.tsx'
import { MonthDifference } from './month-difference.tsx'

/** Fourth answer: this month against the last one. */
export const MonthCard = ({ overview: { months, currency } }: { overview: Overview }) => {
  const format = useFormat()
  const current = months.at(-1)
  if (!current) return null
  return (
    <Card title={format.month(current.month)}>
      <Amounts values={current.totals} currency={currency} size="xl" />
      <MonthDifference months={months} currency={currency} />
      <View className="mt-5">
        <MonthChart months={months} currency={currency} />
      </View>
    </Card>
  )
}
