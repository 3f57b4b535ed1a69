import { type Overview, useFormat } from '@streamline/client'
import { useMonthChange } from '@streamline/client/overview'
import { View } from 'react-native'
import { Card } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { TrendingDown, TrendingUp } from '../../design/icons.ts'
import { Amounts } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { MonthChart } from './month-chart.tsx'

const arrows = { more: TrendingUp, less: TrendingDown }
const tones = { more: 'warn', less: 'positive' } as const

const Difference = ({ text, way }: ReturnType<ReturnType<typeof useMonthChange>>) =>
  way === null ? (
    <Text size="sm" tone="muted">
      {text}
    </Text>
  ) : (
    <View className="flex-row items-center gap-1.5">
      <Icon of={arrows[way]} size={16} tone={tones[way]} />
      <Text size="sm" weight="medium" tone={tones[way]} className="min-w-0 flex-1">
        {text}
      </Text>
    </View>
  )

/** Fourth answer: this month against the last one. */
export const MonthCard = ({ overview: { months, currency } }: { overview: Overview }) => {
  const format = useFormat()
  const changeOf = useMonthChange()
  const current = months.at(-1)
  const last = months.at(-2)
  if (!current) return null
  return (
    <Card title={format.month(current.month)}>
      <Amounts values={current.totals} currency={currency} size="xl" />
      {last ? <Difference {...changeOf(current, last, currency)} /> : null}
      <View className="mt-5">
        <MonthChart months={months} currency={currency} />
      </View>
    </Card>
  )
}
