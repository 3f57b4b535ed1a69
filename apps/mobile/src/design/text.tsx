import { Text as NativeText, type TextProps } from 'react-native'
import { classes } from './classes.ts'

const sizes = {
  xs: 'text-xs',
  sm: 'text-sm',
  base: 'text-base',
  lg: 'text-lg',
  xl: 'text-xl',
  '2xl': 'text-2xl',
  '3xl': 'text-3xl',
}

const tones = {
  ink: 'text-ink',
  muted: 'text-muted',
  faint: 'text-faint',
  brand: 'text-brand',
  onBrand: 'text-on-brand',
  positive: 'text-positive',
  warn: 'text-warn',
  danger: 'text-danger',
}

const weights = { normal: 'font-normal', medium: 'font-medium', semibold: 'font-semibold', bold: 'font-bold' }

export type Tone = keyof typeof tones

export interface TextLook {
  size?: keyof typeof sizes
  tone?: Tone
  weight?: keyof typeof weights
  className?: string | undefined
}

/** All words of the app. Nothing is handed down from a view to its words here, so each says how it looks. */
export const Text = ({
  size = 'base',
  tone = 'ink',
  weight = 'normal',
  className,
  ...rest
}: Omit<TextProps, 'className'> & TextLook) => (
  <NativeText {...rest} className={classes(sizes[size], tones[tone], weights[weight], className)} />
)

/** Above a screen or a card; a screen reader jumps from one to the next. */
export const Heading = ({ size = 'lg', ...rest }: Omit<TextProps, 'className'> & TextLook) => (
  <Text accessibilityRole="header" size={size} weight="bold" {...rest} />
)
