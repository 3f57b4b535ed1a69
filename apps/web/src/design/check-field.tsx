import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'

/** Yes or no, with a line that says what it means. The whole row is the target. */
export const CheckField = ({
  label,
  hint,
  checked,
  onChange,
  className,
}: {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  className?: string | undefined
}) => {
  const id = useId()
  return (
    <label
      className={classes(
        'flex min-h-12 items-start gap-3 rounded-control border px-4 py-3 transition-colors has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand',
        checked ? 'border-brand/60 bg-brand-soft' : 'border-strong/50 bg-surface hover:border-strong',
        className,
      )}
    >
      <input
        type="checkbox"
        className="mt-0.5 size-5 shrink-0 accent-brand outline-none"
        aria-describedby={hint ? id : undefined}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0">
        <span className="block font-semibold">{label}</span>
        {hint ? (
          <span id={id} className="mt-0.5 block text-sm text-muted">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  )
}
