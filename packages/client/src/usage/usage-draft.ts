import {
  isCalendarDate,
  isMetered,
  mostNoted,
  MEGABYTES_PER_GIGABYTE,
  type CalendarDate,
  type UsageKind,
} from '@streamline/domain'
import { decimalText, parseDecimal } from '../format/amount-text.ts'

/** A note, as typed: gigabytes, minutes, messages or hours. */
export interface UsageDraft {
  readonly kind: Exclude<UsageKind, 'used'>
  readonly covers: 'day' | 'soFar'
  readonly on: string
  readonly amount: string
}

export type UsageProblem = 'notANumber' | 'notADate' | 'ahead'

/** Units of a kind in one of what is typed, and the digits that are read. */
const typed = {
  data: { units: MEGABYTES_PER_GIGABYTE, digits: 3 },
  hours: { units: 60, digits: 2 },
  calls: { units: 1, digits: 0 },
  messages: { units: 1, digits: 0 },
} as const

/** Digits after the point that are read of a kind. */
export const usageDigits = {
  data: typed.data.digits,
  hours: typed.hours.digits,
  calls: typed.calls.digits,
  messages: typed.messages.digits,
} as const

/** In the unit of its kind; null where it is no such number. */
export const usageAmountIn = (kind: UsageDraft['kind'], text: string): number | null => {
  const { units, digits } = typed[kind]
  const value = parseDecimal(text, digits)
  if (value === null) return null
  const amount = Math.round((value * units) / 10 ** digits)
  return amount <= mostNoted[kind] ? amount : null
}

/** The text that a field starts with. */
export const usageAmountOf = (kind: UsageDraft['kind'], amount: number): string => {
  const { units, digits } = typed[kind]
  const text = decimalText(Math.round((amount * 10 ** digits) / units), digits)
  return text.includes('.') ? text.replace(/0+$/, '') : text
}

export const usageProblems = (
  { kind, on, amount }: UsageDraft,
  today: CalendarDate,
): Partial<Record<keyof UsageDraft, UsageProblem>> => ({
  ...(usageAmountIn(kind, amount) === null ? { amount: 'notANumber' as const } : {}),
  ...(isCalendarDate(on) ? (on > today ? { on: 'ahead' as const } : {}) : { on: 'notADate' as const }),
})

/** What the service takes; null where something cannot be read. */
export const usageOf = (form: UsageDraft, today: CalendarDate) => {
  const amount = usageAmountIn(form.kind, form.amount)
  if (amount === null || !isCalendarDate(form.on) || Object.keys(usageProblems(form, today)).length > 0)
    return null
  const covers = isMetered(form.kind) ? form.covers : 'day'
  return { kind: form.kind, on: form.on, covers, amount }
}
