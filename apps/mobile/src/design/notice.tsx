import type { LucideIcon } from 'lucide-react-native'
import type { ReactNode } from 'react'
import { View } from 'react-native'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Text, type Tone } from './text.tsx'

const looks: Record<'plain' | 'brand' | 'warn', { ground: string; tone: Tone }> = {
  plain: { ground: 'bg-sunken', tone: 'muted' },
  brand: { ground: 'bg-brand-soft', tone: 'ink' },
  warn: { ground: 'bg-warn-soft', tone: 'warn' },
}

/** Said in a form before something is decided. */
export const Notice = ({
  icon,
  tone = 'plain',
  children,
}: {
  icon?: LucideIcon
  tone?: keyof typeof looks
  children: ReactNode
}) => (
  <View className={classes('flex-row gap-3 rounded-control px-4 py-3', looks[tone].ground)}>
    {icon === undefined ? null : <Icon of={icon} size={18} tone={looks[tone].tone} />}
    <View className="min-w-0 flex-1 gap-1">
      {typeof children === 'string' ? (
        <Text size="sm" weight={tone === 'plain' ? 'normal' : 'medium'} tone={looks[tone].tone}>
          {children}
        </Text>
      ) : (
        children
      )}
    </View>
  </View>
)
