import type { Rate } from '../answers.ts'
import { parseAmount } from '../format/amount-text.ts'
import { leftOf, partsOf, type PartTexts, type Whole } from './parts.ts'
import {
  convertMoney,
  currencyExponent,
  DomainError,
  isCalendarDate,
  type CalendarDate,
  type ExchangeRate,
  type Money,
} from '@streamline/domain'

/** A payment as it is being typed. */
export interface PaymentDraft {
  readonly amount: string
  readonly currency: string
  readonly paidOn: string
  /** One person, or several with their parts. */
  readonly several: boolean
  readonly paidBy: string
  readonly parts: PartTexts
  readonly method: string | null
  readonly reference: string
  readonly note: string
  /** More than is outstanding is meant. */
  readonly overpayment: boolean
  /** Where the household has no rate for that day. */
  readonly rate: string
  readonly source: string
}

export type PaymentField = 'amount' | 'paidOn' | 'parts' | 'overpayment' | 'rate' | 'source'

export const isRate = (text: string): boolean =>
  /^\d{1,12}(\.\d{1,12})?$/.test(text.trim()) && Number(text) > 0

const wholeOf = ({ amount, currency, parts }: PaymentDraft, ids: readonly string[]): Whole => ({
  ids,
  texts: parts,
  total: parseAmount(amount, currency) ?? 0,
  digits: currencyExponent(currency),
})

const textsOf = ({ method, reference, note }: PaymentDraft) => ({
  ...(method === null ? {} : { method }),
  ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
  ...(note.trim() === '' ? {} : { note: note.trim() }),
})

/** Null where it is more than can be counted. */
const worthOf = (amount: Money, currency: string, rate: ExchangeRate | undefined): number | null => {
  try {
    return convertMoney(amount, currency, rate).amount
  } catch (error) {
    if (error instanceof DomainError && error.code === 'amount-out-of-range') return null
    throw error
  }
}

interface Facts {
  readonly outstanding: Money
  readonly members: readonly string[]
  /** Of the household, as it counts for this pair and day; written down either way round. */
  readonly rate: Rate | undefined
}

/** What is typed as it would be sent, in the currency of the charge, and what is still wrong with it. */
export const readPayment = (draft: PaymentDraft, { outstanding, members, rate }: Facts) => {
  const { currency } = draft
  const minor = parseAmount(draft.amount, currency)
  const isForeign = currency !== outstanding.currency
  const needsRate = isForeign && rate === undefined
  const typed = {
    from: currency,
    to: outstanding.currency,
    rate: draft.rate.trim(),
    on: draft.paidOn,
  }
  const inForce = needsRate ? (isRate(draft.rate) ? typed : undefined) : rate
  const converted =
    minor === null || (isForeign && inForce === undefined)
      ? null
      : worthOf({ amount: minor, currency }, outstanding.currency, inForce)
  const beyond = converted === null ? 0 : converted - outstanding.amount
  const whole = wholeOf(draft, members)
  const problems = new Set<PaymentField>()
  if (minor === null || minor === 0 || converted === 0) problems.add('amount')
  if (converted === null && inForce !== undefined) problems.add('amount')
  if (!isCalendarDate(draft.paidOn)) problems.add('paidOn')
  if (draft.several && leftOf(whole) !== 0) problems.add('parts')
  if (beyond > 0 && !draft.overpayment) problems.add('overpayment')
  if (needsRate && !isRate(draft.rate)) problems.add('rate')
  if (needsRate && draft.source.trim() === '') problems.add('source')
  const payers = (partsOf(whole) ?? []).filter(({ value }) => value > 0)
  const input =
    problems.size > 0 || minor === null
      ? null
      : {
          amount: { amount: minor, currency },
          paidOn: draft.paidOn as CalendarDate,
          ...(draft.several
            ? { payers: payers.map(({ memberId, value }) => ({ memberId, amount: value })) }
            : { paidBy: draft.paidBy }),
          ...(beyond > 0 ? { overpayment: true } : {}),
          ...textsOf(draft),
        }
  return { minor, isForeign, needsRate, inForce, converted, beyond, problems, whole, input }
}
