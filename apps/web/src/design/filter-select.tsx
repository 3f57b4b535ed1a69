import { ChevronDown } from 'lucide-react'
import { classes } from './classes.ts'

/** A filter as a pill: the platform's own select, so phones show their own picker. Its first option means "all". */
export const FilterSelect = <Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: Value | ''
  options: readonly { value: Value | ''; label: string }[]
  onChange: (value: Value | '') => void
}) => (
  <label className="relative inline-flex min-w-0 max-w-full">
    <span className="sr-only">{label}</span>
    <select
      value={value}
      onChange={(event) =>
        onChange(options.find((option) => option.value === event.target.value)?.value ?? '')
      }
      className={classes(
        'field-sizing-content min-h-11 max-w-full appearance-none truncate rounded-full border py-1 pr-8 pl-3.5 text-sm font-semibold transition-colors',
        value === ''
          ? 'border-strong/50 bg-surface text-ink hover:border-strong hover:bg-sunken'
          : 'border-brand bg-brand-soft text-brand',
      )}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <ChevronDown
      size={16}
      aria-hidden
      className={classes(
        'pointer-events-none absolute top-1/2 right-3 -translate-y-1/2',
        value === '' ? 'text-muted' : 'text-brand',
      )}
    />
  </label>
)
