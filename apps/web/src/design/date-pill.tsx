import { classes } from './classes.ts'

/** A day as a filter: the platform's own picker in a pill, its meaning before it. */
export const DatePill = ({
  label,
  value,
  min,
  max,
  onChange,
}: {
  label: string
  value: string
  min?: string | undefined
  max?: string | undefined
  onChange: (value: string) => void
}) => (
  <label
    className={classes(
      'inline-flex min-h-11 items-center gap-2 rounded-full border px-3.5 text-sm font-semibold transition-colors has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
      value === ''
        ? 'border-strong/50 bg-surface text-ink hover:border-strong hover:bg-sunken'
        : 'border-brand bg-brand-soft text-brand',
    )}
  >
    {label}
    <input
      type="date"
      value={value}
      min={min}
      max={max}
      onChange={(event) => onChange(event.target.value)}
      className={classes('min-h-10 bg-transparent outline-none', value === '' && 'w-9 text-transparent')}
    />
  </label>
)
