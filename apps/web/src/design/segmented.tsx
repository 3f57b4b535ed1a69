import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from './classes.ts'
import { RadioSet, type RadioChoices } from './radio-set.tsx'

const track = 'flex max-w-full gap-1 overflow-x-auto rounded-control bg-sunken p-1'
const segment =
  'flex min-h-11 min-w-11 shrink-0 grow basis-auto items-center justify-center gap-1.5 rounded-[0.65rem] px-3.5 text-sm max-[23rem]:px-2 font-semibold whitespace-nowrap transition-colors'
const chosen = 'bg-surface text-ink shadow-card dark:bg-line'

/** One of a few, side by side on a track. */
export const Segmented = <Value extends string>({
  className,
  ...choices
}: RadioChoices<Value, { value: Value; label: ReactNode }> & { className?: string }) => (
  <RadioSet
    {...choices}
    className={className}
    legend="sr-only"
    frame={track}
    input="sr-only"
    option={(isChosen) =>
      classes(
        segment,
        'relative has-focus-visible:outline-3 has-focus-visible:outline-brand',
        isChosen ? chosen : 'text-muted hover:text-ink',
      )
    }
  >
    {({ label }) => label}
  </RadioSet>
)

/** Views of one screen, each with its own address. Fill it with `Tab`. */
export const Tabs = ({
  label,
  wraps = false,
  children,
}: {
  label: string
  /** More than one line can hold: all of them are in sight, the chosen one too. */
  wraps?: boolean
  children: ReactNode
}) => (
  <nav aria-label={label} className={classes(track, wraps && 'flex-wrap')}>
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
