import {
  addMonths,
  allocate,
  minDate,
  outstandingOf,
  type CalendarDate,
  type Money,
} from '@streamline/domain'
import { ProblemError } from '../../../platform/http/problem.ts'
import { countedAs, type Counted, type DatedRate } from '../rates/conversion.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import { refusedAt } from './refused-at.ts'
import type { NewPayment } from './payment.repository.ts'
import type { Converted, PayerPart } from './payment.table.ts'

/** What a person says about a payment; the charge knows the rest. */
export interface PaymentWish {
  readonly amount?: Money | undefined
  /** What that is in the currency of the charge, where both sums are told. */
  readonly settles?: Money | undefined
  /** A rate that is old is meant. */
  readonly oldRate?: boolean | undefined
  readonly paidOn?: CalendarDate | undefined
  /** On the day it was due, or today where that is still to come. */
  readonly onDueDay?: boolean | undefined
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

const OLDEST_MONTHS = 240

/** The day on which money moved: today or before, at most 20 years ago. */
export const dayOf = (
  wished: CalendarDate | undefined,
  today: CalendarDate,
  pointer: string,
): CalendarDate => {
  const day = wished ?? today
  if (day > today)
    throw refusedAt('date-out-of-range', pointer, 'lies in the future: record it once it is paid')
  if (day < addMonths(today, -OLDEST_MONTHS))
    throw refusedAt('date-out-of-range', pointer, 'must be within the last 20 years')
  return day
}

export const textOf = (text: string | undefined) => (text === undefined || text === '' ? null : text)

const amountIn = (
  charge: ChargeRow,
  wish: PaymentWish,
  on: CalendarDate,
  rate: DatedRate | undefined,
): Counted => {
  const outstanding = outstandingOf(chargeFactsOf(charge))
  if (charge.voidedAt !== null || charge.waivedAt !== null) throw new ProblemError('charge-closed')
  if (outstanding <= 0 && wish.overpayment !== true) throw new ProblemError('charge-closed')
  if (wish.amount === undefined) {
    if (wish.settles !== undefined)
      throw refusedAt('currency-mismatch', '/settles', 'needs `amount`, which was given for it')
    if (outstanding <= 0) throw new ProblemError('charge-closed')
    return { amount: outstanding, converted: null }
  }
  const { settles: told, oldRate = false } = wish
  const paid = countedAs({ given: wish.amount, to: charge.currency, on, told, rate, oldRate })
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

/** The day that a wish means. */
export const paidOnOf = (
  { dueOn }: Pick<ChargeRow, 'dueOn'>,
  { paidOn, onDueDay = false }: PaymentWish,
  { today }: Recorded,
): CalendarDate => dayOf(onDueDay ? minDate(dueOn, today) : paidOn, today, '/paidOn')

/** The payment that a wish means for a charge, or the reason why it cannot be. */
export const draftPayment = (
  charge: ChargeRow,
  wish: PaymentWish,
  recorded: Recorded,
  rate?: DatedRate,
): NewPayment => {
  const paidOn = paidOnOf(charge, wish, recorded)
  const { amount, converted } = amountIn(charge, wish, paidOn, rate)
  const payers = payersOf(wish, charge, amount, converted)
  return {
    ...paymentFor(charge, recorded),
    entry: 'payment',
    paidBy: mostOf(payers),
    payers,
    amount,
    converted,
    paidOn,
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
  moveId: null,
  recordedBy,
  recordedAt,
})

const mostOf = (payers: readonly PayerPart[]): string | null =>
  payers.toSorted((a, b) => b.amount - a.amount)[0]?.memberId ?? null
