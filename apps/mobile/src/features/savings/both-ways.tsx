import { useFormat } from '@streamline/client'
import type { CheapestSet } from '@streamline/client/savings'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ChartKey } from '../../design/chart-key.tsx'
import { ChartTable } from '../../design/chart-table.tsx'
import { MonthBars } from '../../design/month-bars.tsx'
import { Text } from '../../design/text.tsx'

/** Two bars for each month: as it is, and the cheapest way. A press on a month tells what both come to. */
export const BothWays = ({ months }: { months: CheapestSet['months'] }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const [pressed, press] = useState<string | null>(null)
  const shown = months.find(({ month }) => month === pressed)
  const ways = [
    { key: 'now', name: t('set.now'), dot: 'bg-faint' },
    { key: 'best', name: t('set.best'), dot: 'bg-positive' },
  ] as const
  return (
    <View className="gap-3">
      <Text size="sm" weight="semibold">
        {t('set.chart')}
      </Text>
      <MonthBars
        height={132}
        shown={pressed}
        onPress={(month) => press(month === pressed ? null : month)}
        months={months.map((month) => ({
          month: month.month,
          label: `${format.monthAndYear(month.month)}: ${ways.map(({ key, name }) => `${name} ${format.money(month[key])}`).join(', ')}`,
          bars: ways.map(({ key, dot }) => [{ key, amount: Math.max(0, month[key].amount), fill: dot }]),
        }))}
      />
      <View accessibilityLiveRegion="polite" className="gap-1.5">
        {shown === undefined ? null : (
          <Text size="sm" weight="semibold">
            {format.monthAndYear(shown.month)}
          </Text>
        )}
        <ChartKey
          series={ways.map(({ key, name, dot }) => ({
            key,
            name,
            dot,
            value: shown === undefined ? null : format.money(shown[key]),
          }))}
        />
      </View>
      <ChartTable
        caption={t('set.chart')}
        columns={[t('set.month'), ...ways.map(({ name }) => name)]}
        rows={months.map(({ month, now, best }) => [
          format.monthAndYear(month),
          format.money(now),
          format.money(best),
        ])}
      />
    </View>
  )
}
