import { useFormat } from '@streamline/client'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { controlClass, Field } from './field.tsx'
import { classes } from './classes.ts'

type AmountFieldProps = Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'prefix'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  aside?: ReactNode
  currency: string
  value: string
  onChange: (text: string) => void
}

/** An amount as typed, behind the sign of its currency; the phone shows digits to type. */
export const AmountField = ({
  label,
  hint,
  error,
  aside,
  currency,
  value,
  onChange,
  className,
  ...input
}: AmountFieldProps) => {
  const sign = useFormat().currencySign(currency)
  return (
    <Field label={label} hint={hint} error={error} aside={aside} className={className}>
      {(control) => (
        <span className="relative block">
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-4 flex items-center text-muted"
          >
            {sign}
          </span>
          <input
            {...control}
            {...input}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className={classes(
              controlClass,
              'figures text-lg font-semibold',
              [...sign].length > 1 ? 'pl-14' : 'pl-9',
            )}
          />
        </span>
      )}
    </Field>
  )
}
