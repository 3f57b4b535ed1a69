import { ChevronDown } from 'lucide-react'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import { classes } from './classes.ts'

interface FieldText {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Said beside the label, e.g. "optional". */
  aside?: ReactNode
}

interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export const controlClass = classes(
  'block w-full min-h-12 rounded-control border border-strong/70 bg-surface px-4 text-base text-ink',
  'placeholder:text-faint hover:border-strong',
  'focus:border-brand focus:outline-2 focus:outline-offset-0 focus:outline-brand',
  'aria-invalid:border-danger aria-invalid:outline-danger disabled:opacity-60',
)

/** Label, control, hint and error, tied together for a screen reader. */
export const Field = ({
  label,
  hint,
  error,
  aside,
  className,
  children,
}: FieldText & { className?: string | undefined; children: (control: ControlProps) => ReactNode }) => {
  const id = useId()
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-semibold text-ink">
          {label}
        </label>
        {aside ? <span className="text-xs text-faint">{aside}</span> : null}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-faint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}

type TextFieldProps = FieldText &
  ComponentPropsWithRef<'input'> & {
    /** Stands inside the control, before what is typed: ₹, a search glass. */
    prefix?: ReactNode
    suffix?: ReactNode
  }

export const TextField = ({
  label,
  hint,
  error,
  aside,
  prefix,
  suffix,
  className,
  ...input
}: TextFieldProps) => (
  <Field label={label} hint={hint} error={error} aside={aside} className={className}>
    {(control) => (
      <span className="relative block">
        {prefix ? (
          <span
            className="pointer-events-none absolute inset-y-0 left-4 flex items-center text-muted"
            aria-hidden
          >
            {prefix}
          </span>
        ) : null}
        <input
          {...control}
          {...input}
          className={classes(controlClass, Boolean(prefix) && 'pl-10', Boolean(suffix) && 'pr-14')}
        />
        {suffix ? <span className="absolute inset-y-0 right-1 flex items-center">{suffix}</span> : null}
      </span>
    )}
  </Field>
)

/** The platform's own select: best on a phone, and it needs no script. */
export const SelectField = ({
  label,
  hint,
  error,
  aside,
  className,
  children,
  ...select
}: FieldText & ComponentPropsWithRef<'select'>) => (
  <Field label={label} hint={hint} error={error} aside={aside} className={className}>
    {(control) => (
      <span className="relative block">
        <select {...control} {...select} className={classes(controlClass, 'appearance-none truncate pr-11')}>
          {children}
        </select>
        <ChevronDown
          size={18}
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-4 -translate-y-1/2 text-muted"
        />
      </span>
    )}
  </Field>
)

export const TextAreaField = ({
  label,
  hint,
  error,
  aside,
  className,
  ...area
}: FieldText & ComponentPropsWithRef<'textarea'>) => (
  <Field label={label} hint={hint} error={error} aside={aside} className={className}>
    {(control) => <textarea rows={3} {...control} {...area} className={classes(controlClass, 'py-3')} />}
  </Field>
)
