import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'

/** One of a few ways, each with what it leads to. Native radio buttons: arrows move between them. */
export const RadioCards = <Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: ReactNode
  value: Value
  options: readonly { value: Value; label: ReactNode; hint?: ReactNode }[]
  onChange: (value: Value) => void
}) => {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      <div className="grid gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              'flex min-h-12 items-start gap-3 rounded-control border px-4 py-3 transition-colors has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
              option.value === value
                ? 'border-brand bg-brand-soft'
                : 'border-strong/50 bg-surface hover:border-strong',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="mt-1 size-4.5 shrink-0 accent-brand outline-none"
            />
            <span className="min-w-0">
              <span className="block font-semibold">{option.label}</span>
              {option.hint ? <span className="mt-0.5 block text-sm text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
