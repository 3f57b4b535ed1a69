import { View } from 'react-native'
import { classes } from './classes.ts'

const fills = { brand: 'bg-brand', warn: 'bg-marigold', danger: 'bg-danger' }

/** How much of something is used; the words beside it say it too. */
export const ProgressBar = ({
  value,
  label,
  text,
  tone = 'brand',
}: {
  /** A part of one; more than one is full. */
  value: number
  label: string
  text: string
  tone?: keyof typeof fills
}) => {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <View
      accessible
      accessibilityRole="progressbar"
      accessibilityLabel={label}
      accessibilityValue={{ min: 0, max: 100, now: percent, text }}
      className="h-2.5 overflow-hidden rounded-full bg-sunken"
    >
      <View className={classes('h-full rounded-full', fills[tone])} style={{ width: `${percent}%` }} />
    </View>
  )
}
