import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'

/** One of a few short choices that may wrap: native radio buttons, so arrows move between them. */
export const ChoiceChips = <Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: ReactNode
  value: Value
  options: readonly { value: Value; label: ReactNode }[]
  onChange: (value: Value) => void
}) => {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'relative inline-flex min-h-11 max-w-full items-center rounded-full border px-4 text-sm font-semibold transition-colors has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
              option.value === value
                ? 'border-brand bg-brand-soft text-brand'
                : 'border-strong/50 bg-surface text-ink hover:border-strong hover:bg-sunken',
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
