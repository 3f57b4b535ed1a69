import type { ReactNode } from 'react'
import { Pressable } from 'react-native'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

/** A short choice among others. */
export const Chip = ({
  selected = false,
  leading,
  onPress,
  children,
}: {
  selected?: boolean
  leading?: ReactNode
  onPress: () => void
  children: string
}) => (
  <Pressable
    accessibilityRole="button"
    aria-selected={selected}
    onPress={onPress}
    className={classes(
      'min-h-11 flex-row items-center gap-2 rounded-full border px-4',
      leading ? 'pl-1.5' : null,
      selected ? 'border-brand bg-brand-soft' : 'border-strong/50 bg-surface active:bg-sunken',
    )}
  >
    {leading}
    <Text size="sm" weight="semibold" tone={selected ? 'brand' : 'ink'}>
      {children}
    </Text>
  </Pressable>
)
