import { type Overview, useFormat } from '@streamline/client'
import { monthStacks, sumOfStack } from '@streamline/client/overview'
import { kinds } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ChartKey } from '../../design/chart-key.tsx'
import { MonthBars } from '../../design/month-bars.tsx'

const fills = {
  ott: 'bg-ott',
  mobile: 'bg-mobile',
  broadband: 'bg-broadband',
  tv: 'bg-tv',
  other: 'bg-other',
}

/** Bars stacked by kind; a press on a month tells what it came to. */
export const MonthChart = ({ months, currency }: { months: Overview['months']; currency: string }) => {
  const { t } = useTranslation('overview')
  const words = useTranslation('words').t
  const format = useFormat()
  const stacks = monthStacks(months, currency)
  const [pressed, press] = useState<string | null>(null)
  const shown = stacks.find(({ month }) => month === pressed)
  const present = kinds.filter((kind) =>
    stacks.some(({ parts }) => parts.some((part) => part.kind === kind && part.amount > 0)),
  )
  const money = (amount: number): string => format.money({ amount, currency })
  return (
    <View accessibilityLabel={t('month.chart')} className="gap-2">
      <MonthBars
        height={104}
        shown={pressed ?? stacks.at(-1)?.month ?? null}
        onPress={press}
        months={stacks.map(({ month, parts }) => ({
          month,
          label: `${format.month(month)}: ${money(sumOfStack(parts))}`,
          bars: [parts.map(({ kind, amount }) => ({ key: kind, amount, fill: fills[kind] }))],
        }))}
      />
      <ChartKey
        series={present.map((kind) => ({
          key: kind,
          name: words(`kind.${kind}`),
          dot: fills[kind],
          value:
            shown === undefined ? null : money(shown.parts.find((part) => part.kind === kind)?.amount ?? 0),
        }))}
      />
    </View>
  )
}
