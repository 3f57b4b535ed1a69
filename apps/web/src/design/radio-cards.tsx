import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { RadioSet, type RadioChoices } from './radio-set.tsx'

/** One of a few ways, each with what it leads to. */
export const RadioCards = <Value extends string>(
  choices: RadioChoices<Value, { value: Value; label: ReactNode; hint?: ReactNode }>,
) => (
  <RadioSet
    {...choices}
    legend="mb-1.5 text-sm font-semibold"
    frame="grid gap-2"
    input="mt-1 size-4.5 shrink-0 accent-brand outline-none"
    option={(isChosen) =>
      classes(
        'flex min-h-12 items-start gap-3 rounded-control border px-4 py-3 transition-colors has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
        isChosen ? 'border-brand bg-brand-soft' : 'border-strong/50 bg-surface hover:border-strong',
      )
    }
  >
    {({ label, hint }) => (
      <span className="min-w-0">
        <span className="block font-semibold">{label}</span>
        {hint ? <span className="mt-0.5 block text-sm text-muted">{hint}</span> : null}
      </span>
    )}
  </RadioSet>
)
