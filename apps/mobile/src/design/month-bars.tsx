import { useFormat } from '@streamline/client'
import { Pressable, View } from 'react-native'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

interface Part {
  readonly key: string
  /** Minor units, not below zero. */
  readonly amount: number
  /** The class that fills it. */
  readonly fill: string
}

export interface MonthBar {
  /** YYYY-MM */
  readonly month: string
  /** Side by side; each stands on its first part. */
  readonly bars: readonly (readonly Part[])[]
  /** What a screen reader says of the month. */
  readonly label: string
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { amount }) => sum + amount, 0)

const Bar = ({ parts, most, height }: { parts: readonly Part[]; most: number; height: number }) => (
  <View className="min-w-0 max-w-9 flex-1 justify-end gap-px">
    {parts
      .toReversed()
      .map(({ key, amount, fill }) =>
        amount > 0 ? (
          <View
            key={key}
            className={classes('w-full rounded-[3px]', fill)}
            style={{ height: Math.max(2, (amount / most) * height) }}
          />
        ) : null,
      )}
  </View>
)

/** Bars of months; a press on one says which. What it came to is for the caller to show. */
export const MonthBars = ({
  months,
  height,
  shown,
  onPress,
}: {
  months: readonly MonthBar[]
  height: number
  /** The month that stands out; null where all do. */
  shown: string | null
  onPress: (month: string) => void
}) => {
  const format = useFormat()
  const most = Math.max(1, ...months.flatMap(({ bars }) => bars.map(sumOf)))
  const isSparse = months.length > 7
  return (
    <View>
      <View className="flex-row border-b border-line">
        {months.map(({ month, bars, label }) => (
          <Pressable
            key={month}
            accessibilityRole="button"
            accessibilityState={{ selected: month === shown }}
            aria-pressed={month === shown}
            accessibilityLabel={label}
            onPress={() => onPress(month)}
            className={classes(
              'min-w-0 flex-1 flex-row items-end justify-center gap-px rounded-t-md active:bg-sunken',
              isSparse ? 'px-0.5' : 'px-1.5',
              shown !== null && month !== shown && 'opacity-45',
            )}
            style={{ height }}
          >
            {bars.map((parts, at) => (
              <Bar key={parts[0]?.key ?? at} parts={parts} most={most} height={height - 12} />
            ))}
          </Pressable>
        ))}
      </View>
      <View aria-hidden importantForAccessibility="no-hide-descendants" className="mt-1.5 flex-row">
        {months.map(({ month }, index) => (
          // A name may be wider than its bar: it stands over the edges of its place.
          <View key={month} className="h-4 min-w-0 flex-1 items-center overflow-visible">
            {isSparse && (months.length - 1 - index) % 2 === 1 ? null : (
              <Text
                size="xs"
                tone={month === shown ? 'ink' : 'faint'}
                weight={month === shown ? 'bold' : 'normal'}
                allowFontScaling={false}
                className="w-16 text-center"
              >
                {format.month(month, 'short')}
              </Text>
            )}
          </View>
        ))}
      </View>
    </View>
  )
}
