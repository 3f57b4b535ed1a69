import { createLink } from '@tanstack/react-router'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import { classes } from './classes.ts'

const track = 'flex max-w-full gap-1 overflow-x-auto rounded-control bg-sunken p-1'
const segment =
  'flex min-h-11 min-w-11 flex-1 items-center justify-center gap-1.5 rounded-[0.65rem] px-3.5 text-sm font-semibold whitespace-nowrap transition-colors'
const chosen = 'bg-surface text-ink shadow-card dark:bg-line'

/** One of a few: native radio buttons, so arrows and screen readers work by themselves. */
export const Segmented = <Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: {
  label: string
  value: Value
  options: readonly { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
  className?: string
}) => {
  const name = useId()
  return (
    <fieldset className={classes('min-w-0', className)}>
      <legend className="sr-only">{label}</legend>
      <div className={track}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              segment,
              'relative has-focus-visible:outline-3 has-focus-visible:outline-brand',
              option.value === value ? chosen : 'text-muted hover:text-ink',
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Views of one screen, each with its own address. Fill it with `Tab`. */
export const Tabs = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className={track}>
    {children}
  </nav>
)

const TabAnchor = ({ className, children, ...rest }: ComponentPropsWithRef<'a'>) => (
  <a
    {...rest}
    className={classes(
      segment,
      'text-muted hover:text-ink aria-[current=page]:bg-surface aria-[current=page]:text-ink aria-[current=page]:shadow-card dark:aria-[current=page]:bg-line',
      className,
    )}
  >
    {children}
  </a>
)

export const Tab = createLink(TabAnchor)
