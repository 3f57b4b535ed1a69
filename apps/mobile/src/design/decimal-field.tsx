import { useTyped } from '@streamline/client'
import { useState } from 'react'
import { TypedQuestion } from './amount-field.tsx'
import { TextField } from './field.tsx'

/** A number with decimals, as typed. What can be read in two ways asks. */
export const DecimalField = ({
  label,
  hint,
  error,
  digits,
  value,
  onChange,
  autoFocus = false,
}: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  digits: number
  value: string
  onChange: (text: string) => void
  autoFocus?: boolean
}) => {
  const typed = useTyped({ value, onChange }, { digits })
  const [left, setLeft] = useState(false)
  const asks = typed.readings.length > 0 && (left || Boolean(error))
  return (
    <TextField
      label={label}
      hint={hint}
      error={asks ? <TypedQuestion readings={typed.readings} onChoose={typed.choose} /> : error}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={autoFocus}
      value={typed.text}
      onChangeText={(text) => {
        setLeft(false)
        typed.type(text)
      }}
      onBlur={() => setLeft(true)}
    />
  )
}
