import { addMonths, outstandingOf, type CalendarDate, type Money } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import { chargeFactsOf } from './charge.presenter.ts'
import type { ChargeRow } from './charge.repository.ts'
import type { NewPayment } from './payment.repository.ts'

/** What a person says about a payment; the charge knows the rest. */
export interface PaymentWish {
  readonly amount?: Money | undefined
  readonly paidOn?: CalendarDate | undefined
  readonly paidBy?: string | undefined
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

const refuse = (
  code: 'currency-mismatch' | 'amount-out-of-range' | 'date-out-of-range',
  pointer: string,
  message: string,
) => new ProblemError(code, undefined, { errors: [{ pointer, message }] })

const amountIn = (charge: ChargeRow, wished: Money | undefined): number => {
  const outstanding = outstandingOf(chargeFactsOf(charge))
  if (outstanding <= 0) throw new ProblemError('charge-closed')
  if (wished === undefined) return outstanding
  if (wished.currency !== charge.currency)
    throw refuse('currency-mismatch', '/amount/currency', `must be ${charge.currency}`)
  if (wished.amount > outstanding)
    throw refuse(
      'amount-out-of-range',
      '/amount/amount',
      `must be at most ${outstanding}, which is outstanding`,
    )
  return wished.amount
}

const dateIn = (wished: CalendarDate | undefined, today: CalendarDate): CalendarDate => {
  const paidOn = wished ?? today
  if (paidOn > today || paidOn < addMonths(today, -OLDEST_MONTHS))
    throw refuse('date-out-of-range', '/paidOn', 'must be within the last 20 years')
  return paidOn
}

const textOf = (text: string | undefined) => (text === undefined || text === '' ? null : text)

/** The payment that a wish means for a charge, or the reason why it cannot be. */
export const draftPayment = (charge: ChargeRow, wish: PaymentWish, recorded: Recorded): NewPayment => ({
  id: recorded.id,
  householdId: charge.householdId,
  chargeId: charge.id,
  subscriptionId: charge.subscriptionId,
  paidBy: wish.paidBy ?? charge.payerId,
  amount: amountIn(charge, wish.amount),
  currency: charge.currency,
  paidOn: dateIn(wish.paidOn, recorded.today),
  method: textOf(wish.method),
  reference: textOf(wish.reference),
  note: textOf(wish.note),
  assumed: false,
  reverses: null,
  recordedBy: recorded.recordedBy,
  recordedAt: recorded.recordedAt,
})
