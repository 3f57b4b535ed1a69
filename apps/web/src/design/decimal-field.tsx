import { useTyped } from '@streamline/client'
import { useState, type ComponentPropsWithRef } from 'react'
import { TextField } from './field.tsx'
import { TypedQuestion } from './typed-question.tsx'

type DecimalFieldProps = Omit<ComponentPropsWithRef<typeof TextField>, 'onChange' | 'value'> & {
  /** After the point, at most. */
  digits: number
  value: string
  onChange: (text: string) => void
}

/** A number that is no money: gigabytes, a rate. It is read as people write it here. */
export const DecimalField = ({ digits, value, onChange, onBlur, error, ...field }: DecimalFieldProps) => {
  const typed = useTyped({ value, onChange }, { digits })
  const [left, setLeft] = useState(false)
  const asks = typed.readings.length > 0 && (left || Boolean(error))
  return (
    <TextField
      {...field}
      inputMode={digits === 0 ? 'numeric' : 'decimal'}
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
      error={asks ? <TypedQuestion readings={typed.readings} onChoose={typed.choose} /> : error}
    />
  )
}
