import type { LucideIcon } from 'lucide-react-native'
import { ActivityIndicator, Pressable, type PressableProps } from 'react-native'
import { classes } from './classes.ts'
import { Icon, useColor } from './icon.tsx'
import { Text, type Tone } from './text.tsx'

const variants = {
  primary: 'bg-brand active:bg-brand-hover',
  secondary: 'bg-surface border border-strong/60 active:bg-sunken',
  soft: 'bg-brand-soft active:opacity-80',
  quiet: 'active:bg-brand-soft',
  danger: 'bg-danger-soft active:opacity-80',
}

const tones: Record<keyof typeof variants, Tone> = {
  primary: 'onBrand',
  secondary: 'ink',
  soft: 'brand',
  quiet: 'brand',
  danger: 'danger',
}

const sizes = { sm: 'min-h-11 px-4 gap-1.5', md: 'min-h-12 px-5 gap-2', lg: 'min-h-14 px-6 gap-2' }

export interface ButtonProps extends Omit<PressableProps, 'children' | 'className' | 'style'> {
  variant?: keyof typeof variants
  size?: keyof typeof sizes
  icon?: LucideIcon | undefined
  /** Work is going on: says so and takes no second press. */
  busy?: boolean
  /** What a screen reader says, where the words alone are not enough. */
  label?: string | undefined
  className?: string | undefined
  children: string
}

export const Button = ({
  variant = 'primary',
  size = 'md',
  icon,
  busy = false,
  label,
  disabled,
  className,
  children,
  onPress,
  ...rest
}: ButtonProps) => {
  const tone = tones[variant]
  const color = useColor(tone)
  return (
    <Pressable
      {...rest}
      accessibilityRole="button"
      accessibilityLabel={label ?? children}
      aria-busy={busy}
      aria-disabled={disabled === true || busy}
      disabled={disabled}
      onPress={busy ? undefined : onPress}
      className={classes(
        'flex-row items-center justify-center rounded-control',
        variants[variant],
        sizes[size],
        disabled && 'opacity-55',
        className,
      )}
    >
      {busy ? (
        <ActivityIndicator size="small" color={color} />
      ) : icon ? (
        <Icon of={icon} size={18} tone={tone} />
      ) : null}
      <Text size={size === 'sm' ? 'sm' : 'base'} weight="semibold" tone={tone} numberOfLines={1}>
        {children}
      </Text>
    </Pressable>
  )
}

/** A square button with a picture only. */
export const IconButton = ({
  icon,
  label,
  tone = 'muted',
  ...rest
}: Omit<PressableProps, 'children' | 'className'> & { icon: LucideIcon; label: string; tone?: Tone }) => (
  <Pressable
    {...rest}
    accessibilityRole="button"
    accessibilityLabel={label}
    className="size-12 items-center justify-center rounded-control active:bg-sunken"
  >
    <Icon of={icon} tone={tone} size={22} />
  </Pressable>
)
