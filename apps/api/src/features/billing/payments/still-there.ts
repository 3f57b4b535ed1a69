import { ProblemError } from '../../../platform/http/problem.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import type { PaymentRow } from './payment.repository.ts'

/** What came back of a payment since stands in the way of taking it back. */
export const assertStillThere = (charge: ChargeRow, { amount }: PaymentRow): void => {
  if (charge.paid < amount)
    throw new ProblemError('amount-out-of-range', 'Part of it came back since: take the refund back first.')
}
