import { useFormat, useTyped } from '@streamline/client'
import { useState, type ComponentPropsWithRef, type ReactNode } from 'react'
import { controlClass, Field } from './field.tsx'
import { classes } from './classes.ts'
import { TypedQuestion } from './typed-question.tsx'

type AmountFieldProps = Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'prefix'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  aside?: ReactNode
  currency: string
  value: string
  onChange: (text: string) => void
}

/** An amount as typed, behind the sign of its currency; the phone shows digits to type. What can be read in two ways asks. */
export const AmountField = ({
  label,
  hint,
  error,
  aside,
  currency,
  value,
  onChange,
  onBlur,
  className,
  ...input
}: AmountFieldProps) => {
  const sign = useFormat().currencySign(currency)
  const typed = useTyped({ value, onChange }, { currency })
  const [left, setLeft] = useState(false)
  const asks = typed.readings.length > 0 && (left || Boolean(error))
  const question = <TypedQuestion readings={typed.readings} onChoose={typed.choose} />
  return (
    <Field label={label} hint={hint} error={asks ? question : error} aside={aside} className={className}>
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
            value={typed.text}
            onChange={(event) => {
              setLeft(false)
              typed.type(event.target.value)
            }}
            onBlur={(event) => {
              setLeft(true)
              onBlur?.(event)
            }}
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
