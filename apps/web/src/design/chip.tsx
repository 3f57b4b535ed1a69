import { Check } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from './classes.ts'

type ChipProps = ComponentPropsWithRef<'button'> & {
  /** Given for a chip that is chosen or not; left out for a chip that acts. */
  selected?: boolean | undefined
  leading?: ReactNode
}

/** A small choice: a filter, a popular provider. */
export const Chip = ({ selected, leading, children, className, ...rest }: ChipProps) => (
  <button
    type="button"
    {...rest}
    aria-pressed={selected}
    className={classes(
      'inline-flex min-h-11 max-w-full items-center gap-2 rounded-full border px-4 text-sm font-semibold transition-colors',
      selected
        ? 'border-brand bg-brand-soft text-brand'
        : 'border-strong/50 bg-surface text-ink hover:border-strong hover:bg-sunken',
      Boolean(leading) && 'pl-1.5',
      className,
    )}
  >
    {leading}
    <span className="truncate">{children}</span>
    {selected ? <Check size={16} aria-hidden /> : null}
  </button>
)
