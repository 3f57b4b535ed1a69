import { useFormat } from '@streamline/client'
import type { SpendChart } from '@streamline/client/insights'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ChartKey } from '../../design/chart-key.tsx'
import { ChartTable } from '../../design/chart-table.tsx'
import { MonthBars } from '../../design/month-bars.tsx'
import { Text } from '../../design/text.tsx'
import { dotOf } from './series-dots.ts'

/** Bars of months, stacked by series; a press on a month tells what it came to. */
export const StackedMonths = ({
  chart: { series, stacks },
  currency,
  label,
  isTabled = true,
}: {
  chart: SpendChart
  currency: string
  label: string
  /** False where the same figures stand beneath it as a list. */
  isTabled?: boolean
}) => {
  const format = useFormat()
  const { t } = useTranslation('insights')
  const [pressed, press] = useState<string | null>(null)
  const shown = stacks.find(({ month }) => month === pressed)
  // One series alone is the total.
  const own = series.length > 1 ? series : []
  const money = (amount: number): string => format.money({ amount, currency })
  const totalOf = ({ parts }: SpendChart['stacks'][number]): string =>
    money(parts.reduce((sum, { amount }) => sum + amount, 0))
  return (
    <View className="gap-3">
      <Text size="sm" tone="muted" accessibilityLiveRegion="polite" className="min-h-5">
        {shown === undefined ? label : `${format.monthAndYear(shown.month)}: `}
        {shown === undefined ? null : (
          <Text size="sm" weight="semibold" style={{ fontVariant: ['tabular-nums', 'lining-nums'] }}>
            {totalOf(shown)}
          </Text>
        )}
      </Text>
      <MonthBars
        height={168}
        shown={pressed}
        onPress={(month) => press(month === pressed ? null : month)}
        months={stacks.map((stack) => ({
          month: stack.month,
          label: `${format.monthAndYear(stack.month)}: ${totalOf(stack)}`,
          bars: [stack.parts.map((part, at) => ({ ...part, fill: dotOf(at) }))],
        }))}
      />
      {own.length > 0 ? (
        <ChartKey
          series={own.map(({ key, name }, at) => ({
            key,
            name,
            dot: dotOf(at),
            value: shown === undefined ? null : money(shown.parts[at]?.amount ?? 0),
          }))}
        />
      ) : null}
      {isTabled ? (
        <ChartTable
          caption={label}
          columns={[t('spend.month'), t('spend.total'), ...own.map(({ name }) => name)]}
          rows={stacks.map((stack) => [
            format.monthAndYear(stack.month),
            totalOf(stack),
            ...own.map((_, at) => money(stack.parts[at]?.amount ?? 0)),
          ])}
        />
      ) : null}
    </View>
  )
}
