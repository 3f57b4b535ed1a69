import { useFormat } from '@streamline/client'
import type { Money as Amount } from '@streamline/domain'
import { View } from 'react-native'
import { classes } from './classes.ts'
import { Text, type Tone } from './text.tsx'

const looks = {
  sm: { size: 'sm', weight: 'semibold' },
  md: { size: 'base', weight: 'semibold' },
  lg: { size: 'xl', weight: 'bold' },
  xl: { size: '3xl', weight: 'bold' },
} as const

interface MoneyProps {
  size?: keyof typeof looks
  tone?: Tone
  signed?: boolean
  rounded?: boolean
  className?: string
}

/** An amount as the household's country writes it, with figures of equal width. */
export const Money = ({
  value,
  size = 'md',
  tone = 'ink',
  signed = false,
  rounded = false,
  className,
}: MoneyProps & { value: Amount }) => (
  <Text
    {...looks[size]}
    tone={tone}
    style={{ fontVariant: ['tabular-nums', 'lining-nums'] }}
    className={classes('tracking-tight', className)}
  >
    {useFormat().money(value, { signed, rounded })}
  </Text>
)

/** Amounts of several currencies never add (law 9): each stands for itself, joined by a plus. */
export const Amounts = ({
  values,
  currency,
  ...look
}: MoneyProps & { values: readonly Amount[]; currency: string }) =>
  values.length === 0 ? (
    <Money value={{ amount: 0, currency }} {...look} />
  ) : (
    <View className="flex-row flex-wrap items-baseline gap-x-1.5">
      {values.map((value, index) => (
        <View key={value.currency} className="flex-row items-baseline gap-x-1.5">
          {index > 0 ? <Text tone="faint">+</Text> : null}
          <Money value={value} {...look} />
        </View>
      ))}
    </View>
  )
