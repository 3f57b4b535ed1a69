import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { RadioSet, type RadioChoices } from './radio-set.tsx'

/** One of a few short choices that may wrap. */
export const ChoiceChips = <Value extends string>(
  choices: RadioChoices<Value, { value: Value; label: ReactNode }>,
) => (
  <RadioSet
    {...choices}
    legend="mb-1.5 text-sm font-semibold"
    frame="flex flex-wrap gap-2"
    input="sr-only"
    option={(isChosen) =>
      classes(
        'relative inline-flex min-h-11 max-w-full items-center rounded-full border px-4 text-sm font-semibold transition-colors has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
        isChosen
          ? 'border-brand bg-brand-soft text-brand'
          : 'border-strong/50 bg-surface text-ink hover:border-strong hover:bg-sunken',
      )
    }
  >
    {({ label }) => label}
  </RadioSet>
)
