import { useMonthChange, type MonthTotals } from '@streamline/client/overview'
import { View } from 'react-native'
import { Icon } from '../../design/icon.tsx'
import { TrendingDown, TrendingUp } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

const arrows = { more: TrendingUp, less: TrendingDown }
const tones = { more: 'warn', less: 'positive' } as const

/** The last of some months against the one before it. */
export const MonthDifference = ({
  months,
  currency,
}: {
  months: readonly MonthTotals[]
  currency: string
}) => {
  const changeOf = useMonthChange()
  const [before, now] = months.slice(-2)
  if (before === undefined || now === undefined) return null
  const { text, way } = changeOf(now, before, currency)
  return way === null ? (
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
}
