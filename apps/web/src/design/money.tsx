import { useFormat } from '@streamline/client'
import type { Money as Amount } from '@streamline/domain'
import { classes } from './classes.ts'

const sizes = {
  sm: 'text-sm font-semibold',
  md: 'text-base font-semibold',
  lg: 'text-xl font-bold tracking-tight',
  xl: 'font-display text-3xl font-bold tracking-tight',
}

interface MoneyProps {
  size?: keyof typeof sizes | undefined
  signed?: boolean
  /** Keeps .00, for columns that must line up. */
  exact?: boolean
  /** No minor units, for averages. */
  rounded?: boolean
  className?: string | undefined
}

/** An amount as the household's country writes it, with figures of equal width. */
export const Money = ({
  value,
  size = 'md',
  signed = false,
  exact = false,
  rounded = false,
  className,
}: MoneyProps & { value: Amount }) => (
  <data
    value={`${value.currency} ${value.amount}`}
    className={classes('figures whitespace-nowrap', sizes[size], className)}
  >
    {useFormat().money(value, { signed, exact, rounded })}
  </data>
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
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {values.map((value, index) => (
        <span key={value.currency} className="inline-flex items-baseline gap-x-1.5">
          {index > 0 ? <span className="text-faint">+</span> : null}
          <Money value={value} {...look} />
        </span>
      ))}
    </span>
  )
