import type { billingContract } from '@streamline/contract'
import { v5 } from 'uuid'
import type { Call } from '../../../platform/http/call.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { mayChangeCharge } from '../charges/charge.presenter.ts'
import { saidOf } from '../charges/said-amount.ts'
import type { ChargeRow, Viewer } from '../charges/charge.repository.ts'
import type { CorrectionRow } from '../corrections/correction.table.ts'
import type { ChargeAct } from '../ledger/posting.ts'
import { payAct, reverseAct } from '../payments/payment-act.ts'
import { draftPayment, textOf } from '../payments/payment-draft.ts'
import { refusedAt } from '../payments/refused-at.ts'
import type { PaymentRow } from '../payments/payment.repository.ts'

type Denial = Call<typeof billingContract.denyDebit>['input']

interface Recorded {
  readonly id: string
  readonly recordedBy: string
  readonly recordedAt: string
}

/** What happens to a charge, given what the step before left of it. */
type Step = (charge: ChargeRow) => ChargeAct

const needed = (name: 'amount' | 'paidBy') =>
  new ProblemError('invalid-input', undefined, {
    errors: [{ pointer: `/${name}`, message: 'is needed to say what happened instead' }],
  })

/** What really happened, as acts on the charge: the booked debit is taken back, and what came instead is recorded. */
export const denialOf = (
  charge: ChargeRow,
  original: PaymentRow,
  { because, amount, paidBy, reason }: Denial,
  viewer: Viewer,
  recorded: Recorded,
): Step[] => {
  const note = textOf(reason)
  const { id, recordedBy, recordedAt } = recorded
  const reversal: Step = (before) =>
    reverseAct(before, original, { id, paidOn: viewer.today, note, recordedBy, recordedAt })
  const payment = (by: string | undefined, minor: number): Step => {
    const wish = { amount: { amount: minor, currency: charge.currency }, paidOn: original.paidOn, paidBy: by }
    const paid = { ...recorded, id: v5('instead', id), today: viewer.today }
    return (before) => payAct(before, draftPayment(before, { ...wish, overpayment: true }, paid))
  }
  if (because === 'failed') return [reversal]
  if (charge.voidedAt !== null || charge.waivedAt !== null) throw new ProblemError('charge-closed')
  if (because === 'somebodyElse') {
    if (paidBy === undefined) throw needed('paidBy')
    return [reversal, payment(paidBy, original.amount)]
  }
  if (amount === undefined) throw needed('amount')
  if (amount.currency !== charge.currency)
    throw refusedAt('currency-mismatch', '/amount/currency', `must be ${charge.currency}`)
  if (!mayChangeCharge(charge, viewer))
    throw new ProblemError('forbidden', 'Members change the charges of their own subscriptions.')
  const billed = charge.amount - original.amount + amount.amount
  return [
    reversal,
    (before) => correctionAct(before, billed, note, viewer, { ...recorded, id: v5('billed', id) }),
    payment(paidBy ?? original.paidBy ?? undefined, amount.amount),
  ]
}

/** The provider took another amount than was billed. */
const correctionAct = (
  before: ChargeRow,
  amount: number,
  reason: string | null,
  { today }: Viewer,
  recorded: Recorded,
): ChargeAct => {
  const after = { ...before, ...saidOf(before, amount) }
  const correction: CorrectionRow = {
    ...recorded,
    householdId: before.householdId,
    chargeId: before.id,
    kind: 'correction',
    paymentId: null,
    before: before.amount,
    after: amount,
    taxBefore: before.tax,
    reason,
  }
  return { ...recorded, kind: 'correction', correction, on: today, after }
}
