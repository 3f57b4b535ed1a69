import { View } from 'react-native'
import { classes } from './classes.ts'
import { Text, type Tone } from './text.tsx'

export type BadgeTone = 'neutral' | 'brand' | 'positive' | 'warn' | 'danger'

const looks: Record<BadgeTone, { ground: string; tone: Tone }> = {
  neutral: { ground: 'bg-sunken', tone: 'muted' },
  brand: { ground: 'bg-brand-soft', tone: 'brand' },
  positive: { ground: 'bg-positive-soft', tone: 'positive' },
  warn: { ground: 'bg-warn-soft', tone: 'warn' },
  danger: { ground: 'bg-danger-soft', tone: 'danger' },
}

/** A word about the state of something. The word carries the meaning, the colour only repeats it. */
export const Badge = ({ tone = 'neutral', children }: { tone?: BadgeTone; children: string }) => (
  <View className={classes('self-start rounded-full px-2.5 py-0.5', looks[tone].ground)}>
    <Text size="xs" weight="semibold" tone={looks[tone].tone} numberOfLines={1}>
      {children}
    </Text>
  </View>
)
