import { useMemo, useState } from 'react'
import { parseAmount } from './amount-text.ts'
import { useFormat } from './format.ts'
import { readAmount } from './typed-amount.ts'
import { readDecimal, type Typed } from './typed-decimal.ts'
import { typingHabit } from './typing-habit.ts'

interface TypedField {
  /** A number as forms keep it, or what was typed and is none, behind which stands a question mark. */
  readonly value: string
  readonly onChange: (value: string) => void
}

const keptOf = (text: string, read: Typed): string =>
  read.kind === 'number' ? read.text : read.kind === 'empty' ? '' : `${text}?`

/** What is typed: an amount of a currency, or a number of at most so many digits after its point. */
export type TypedOf = { readonly currency: string } | { readonly digits: number }

/** A field for a number: holds what is typed, tells what it means as the land and the screen write numbers. */
export const useTyped = ({ value, onChange }: TypedField, of: TypedOf) => {
  const format = useFormat()
  const currency = 'currency' in of ? of.currency : undefined
  const habit = useMemo(() => typingHabit(format, currency), [format, currency])
  const [typed, setTyped] = useState({ text: '', value: '' })
  const read = (text: string): Typed =>
    'currency' in of
      ? readAmount(text, of.currency, format.locale, habit)
      : readDecimal(text, of.digits, habit)
  const shown = (reading: string): string =>
    'currency' in of
      ? format.money({ amount: parseAmount(reading, of.currency) ?? 0, currency: of.currency })
      : format.number(Number(reading))
  const written = (plain: string): string => plain.replace('.', habit.decimal)
  // Somebody else's value, such as a price that a plan brings, is written as the screen writes it.
  const text = typed.value === value ? typed.text : value.endsWith('?') ? value.slice(0, -1) : written(value)
  const type = (next: string): void => {
    const kept = keptOf(next, read(next))
    setTyped({ text: next, value: kept })
    onChange(kept)
  }
  const now = read(text)
  return {
    text,
    type,
    /** What it can mean, where it can mean more than one thing: as it is chosen and as it is shown. */
    readings:
      now.kind === 'unclear'
        ? now.readings.map((reading) => ({ value: reading, shown: shown(reading) }))
        : [],
    choose: (reading: string): void => type(written(reading)),
  }
}
