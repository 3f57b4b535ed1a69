import type { ReactNode } from 'react'
import { Pressable } from 'react-native'
import { chosen } from './chosen.ts'
import { classes } from './classes.ts'
import { Text } from './text.tsx'

const roles = { act: 'button', choice: 'radio', toggle: 'switch' } as const

/** A short choice among others. */
export const Chip = ({
  selected = false,
  kind = 'act',
  label,
  disabled = false,
  leading,
  onPress,
  children,
}: {
  selected?: boolean
  /** A choice is one of some, a toggle is by itself. */
  kind?: keyof typeof roles
  /** What a screen reader says, where the words alone are not enough. */
  label?: string
  disabled?: boolean
  leading?: ReactNode
  onPress: () => void
  children: string
}) => (
  <Pressable
    accessibilityRole={roles[kind]}
    accessibilityLabel={label}
    {...(kind === 'act' ? chosen(selected) : { 'aria-checked': selected })}
    aria-disabled={disabled}
    disabled={disabled}
    onPress={onPress}
    className={classes(
      'min-h-11 flex-row items-center gap-2 rounded-full border px-4',
      leading ? 'pl-1.5' : null,
      disabled && 'opacity-55',
      selected ? 'border-brand bg-brand-soft' : 'border-strong/50 bg-surface active:bg-sunken',
    )}
  >
    {leading}
    <Text size="sm" weight="semibold" tone={selected ? 'brand' : 'ink'}>
      {children}
    </Text>
  </Pressable>
)
