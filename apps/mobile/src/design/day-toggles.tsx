import type { ReactNode } from 'react'
import { Pressable, View } from 'react-native'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

/** Numbers of days of which any may be chosen, each a button in one line. */
export const DayToggles = ({
  label,
  days,
  chosen,
  labelOf,
  onToggle,
  children,
}: {
  /** What is chosen, for who does not see what stands above. */
  label: string
  days: readonly number[]
  chosen: readonly number[]
  labelOf: (day: number) => string
  onToggle: (day: number) => void
  /** Behind the last of them. */
  children?: ReactNode
}) => (
  <View accessibilityLabel={label} className="flex-row flex-wrap items-center gap-1.5">
    {days.map((day) => {
      const isChosen = chosen.includes(day)
      return (
        <Pressable
          key={day}
          accessibilityRole="checkbox"
          accessibilityLabel={labelOf(day)}
          aria-checked={isChosen}
          onPress={() => onToggle(day)}
          className={classes(
            'size-11 items-center justify-center rounded-tile border',
            isChosen ? 'border-brand bg-brand-soft' : 'border-strong/50 bg-surface active:bg-sunken',
          )}
        >
          <Text size="sm" weight="semibold" tone={isChosen ? 'brand' : 'muted'}>
            {day}
          </Text>
        </Pressable>
      )
    })}
    {children}
  </View>
)
