import {
  addMonths,
  allocate,
  convertMoney,
  isInverse,
  largestAmountOf,
  outstandingOf,
  type CalendarDate,
  type ExchangeRate,
  type Money,
} from '@streamline/domain'
import { ProblemError } from '../../../platform/http/problem.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import type { NewPayment } from './payment.repository.ts'
import type { Converted, PayerPart } from './payment.table.ts'

/** What a person says about a payment; the charge knows the rest. */
export interface PaymentWish {
  readonly amount?: Money | undefined
  readonly paidOn?: CalendarDate | undefined
  readonly paidBy?: string | undefined
  /** Parts in minor units of what was paid, instead of one payer. */
  readonly payers?: readonly PayerPart[] | undefined
  readonly overpayment?: boolean | undefined
  readonly method?: string | undefined
  readonly reference?: string | undefined
  readonly note?: string | undefined
}

export interface Recorded {
  readonly id: string
  readonly today: CalendarDate
  readonly recordedBy: string | null
  readonly recordedAt: string
}

/** A rate of the household for the day of the payment. */
export type DatedRate = ExchangeRate & { readonly on: CalendarDate; readonly source: string }

const OLDEST_MONTHS = 240

/** A refusal that points at its place in the body. */
export const refusedAt = (
  code:
    | 'currency-mismatch'
    | 'missing-rate'
    | 'amount-out-of-range'
    | 'date-out-of-range'
    | 'invalid-split'
    | 'unknown-member',
  pointer: string,
  message: string,
) => new ProblemError(code, undefined, { errors: [{ pointer, message }] })

/** The day on which money moved: today or before, at most 20 years ago. */
export const dayOf = (
  wished: CalendarDate | undefined,
  today: CalendarDate,
  pointer: string,
): CalendarDate => {
  const day = wished ?? today
  if (day > today || day < addMonths(today, -OLDEST_MONTHS))
    throw refusedAt('date-out-of-range', pointer, 'must be within the last 20 years')
  return day
}

export const textOf = (text: string | undefined) => (text === undefined || text === '' ? null : text)

/** What a payment is in the currency of its charge. */
const inCurrencyOf = (charge: ChargeRow, wished: Money, rate: DatedRate | undefined) => {
  if (wished.currency === charge.currency) return { amount: wished.amount, converted: null }
  if (rate === undefined)
    throw refusedAt(
      'missing-rate',
      '/amount/currency',
      `is not ${charge.currency}: write down a rate from ${wished.currency} first`,
    )
  const { amount } = convertMoney(wished, charge.currency, rate)
  if (amount > largestAmountOf(charge.currency))
    throw refusedAt('amount-out-of-range', '/amount/amount', 'is too large at this rate')
  if (amount === 0) throw refusedAt('amount-out-of-range', '/amount/amount', 'is nothing at this rate')
  const { on, source } = rate
  const inverse = isInverse(rate, { from: wished.currency, to: charge.currency })
  const converted: Converted = { ...wished, rate: rate.rate, on, source, ...(inverse ? { inverse } : {}) }
  return { amount, converted }
}

const amountIn = (charge: ChargeRow, wish: PaymentWish, rate: DatedRate | undefined) => {
  const outstanding = outstandingOf(chargeFactsOf(charge))
  if (charge.voidedAt !== null || charge.waivedAt !== null) throw new ProblemError('charge-closed')
  if (outstanding <= 0 && wish.overpayment !== true) throw new ProblemError('charge-closed')
  if (wish.amount === undefined) {
    if (outstanding <= 0) throw new ProblemError('charge-closed')
    return { amount: outstanding, converted: null }
  }
  const paid = inCurrencyOf(charge, wish.amount, rate)
  if (paid.amount > outstanding && wish.overpayment !== true)
    throw refusedAt(
      'amount-out-of-range',
      '/amount/amount',
      `must be at most ${outstanding}, which is outstanding; more needs \`overpayment\``,
    )
  if (!Number.isSafeInteger(charge.paid + paid.amount))
    throw refusedAt('amount-out-of-range', '/amount/amount', 'is too large beside what was paid already')
  return paid
}

/** Who paid which part, in the currency of the charge; odd units of a conversion go to the largest part. */
const payersOf = (
  wish: PaymentWish,
  charge: ChargeRow,
  amount: number,
  converted: Converted | null,
): PayerPart[] => {
  if (wish.payers === undefined) return [{ memberId: wish.paidBy ?? charge.payerId, amount }]
  const whole = converted?.amount ?? amount
  const total = wish.payers.reduce((sum, part) => sum + part.amount, 0)
  if (total !== whole) throw refusedAt('invalid-split', '/payers', `must sum to ${whole}, not to ${total}`)
  if (new Set(wish.payers.map(({ memberId }) => memberId)).size < wish.payers.length)
    throw refusedAt('invalid-split', '/payers', 'must not name a person twice')
  if (converted === null) return [...wish.payers]
  const weights = wish.payers.map((part) => ({ id: part.memberId, weight: part.amount }))
  return allocate(amount, weights, charge.index).map((part) => ({ memberId: part.id, amount: part.amount }))
}

/** The payment that a wish means for a charge, or the reason why it cannot be. */
export const draftPayment = (
  charge: ChargeRow,
  wish: PaymentWish,
  recorded: Recorded,
  rate?: DatedRate,
): NewPayment => {
  const { amount, converted } = amountIn(charge, wish, rate)
  const payers = payersOf(wish, charge, amount, converted)
  return {
    ...paymentFor(charge, recorded),
    entry: 'payment',
    paidBy: mostOf(payers),
    payers,
    amount,
    converted,
    paidOn: dayOf(wish.paidOn, recorded.today, '/paidOn'),
    method: textOf(wish.method),
    reference: textOf(wish.reference),
    note: textOf(wish.note),
  }
}

/** A payment row of a charge before it says anything of its own. */
export const paymentFor = (
  charge: ChargeRow,
  { id, today, recordedBy, recordedAt }: Recorded,
): NewPayment => ({
  id,
  householdId: charge.householdId,
  chargeId: charge.id,
  subscriptionId: charge.subscriptionId,
  entry: 'payment',
  paidBy: null,
  payers: [],
  amount: 0,
  currency: charge.currency,
  converted: null,
  paidOn: today,
  method: null,
  reference: null,
  note: null,
  assumed: false,
  reverses: null,
  recordedBy,
  recordedAt,
})

const mostOf = (payers: readonly PayerPart[]): string | null =>
  payers.toSorted((a, b) => b.amount - a.amount)[0]?.memberId ?? null
