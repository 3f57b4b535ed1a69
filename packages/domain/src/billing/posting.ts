import { DomainError } from '../error.ts'
import { allocate } from '../money/allocate.ts'
import { assertAmount } from '../money/rounding.ts'
import type { Share } from './split.ts'

/** The account that holds what a provider owes back after an overpayment; callers may name their own. */
export const PROVIDER_CREDIT = 'provider-credit'

/** One line of a balanced posting: positive is owed to the member, negative is owed by the member. Minor units. */
export interface Entry {
  readonly memberId: string
  readonly amount: number
}

export interface PaymentPosting {
  /** Paid for this charge before, minor units. */
  readonly paidBefore: number
  /** This payment; negative for a refund. */
  readonly payment: number
  /** Full shares of the charge. */
  readonly shares: readonly Share[]
  /** Who paid how much of it; sums to the payment. */
  readonly payers: readonly Share[]
  /** Number of the charge, for the odd unit (law 10); default 0. */
  readonly occurrence?: number | undefined
  /** Account for an overpayment; default `provider-credit`. */
  readonly creditAccount?: string | undefined
}

const total = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0)

/** Sums per account, without zeros, in order of the account. */
function merged(entries: readonly Entry[]): Entry[] {
  const sums = new Map<string, number>()
  for (const { memberId, amount } of entries) sums.set(memberId, (sums.get(memberId) ?? 0) + amount)
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([memberId, amount]) => ({ memberId, amount }))
    .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
}

/** What every account owes once `paid` is paid of a charge: the shares of the paid part, and what is beyond to the credit. */
function owedAfter(paid: number, posting: PaymentPosting): Entry[] {
  const { shares, occurrence = 0, creditAccount = PROVIDER_CREDIT } = posting
  const full = total(shares)
  const covered = Math.min(paid, full)
  const excess: Entry = { memberId: creditAccount, amount: paid - covered }
  if (covered === 0) return [excess]
  const weights = shares.map(({ memberId, amount }) => ({ id: memberId, weight: amount }))
  return [
    ...allocate(covered, weights, occurrence).map(({ id, amount }) => ({ memberId: id, amount })),
    excess,
  ]
}

const negated = (entries: readonly Entry[]): Entry[] =>
  entries.map(({ memberId, amount }) => ({ memberId, amount: 0 - amount }))

/**
 * The entries of one payment (law 25). Of a charge with P paid in total, members owe the allocation of P by their shares; a
 * payment posts the difference to the allocation before it and credits its payers, so that part payments end exactly on the full
 * shares. Beyond the charge it goes to the provider's credit. A refund is a negative payment. Entries sum to zero, one per account,
 * in order of the account. `unbalanced` when the payers do not sum to the payment, `amount-out-of-range` when less than nothing
 * would be paid. Charges of a negative amount (credit notes) mirror those of a positive one.
 */
export function postPayment(posting: PaymentPosting): Entry[] {
  const { paidBefore, payment, shares, payers } = posting
  const full = total(shares)
  const paidAfter = paidBefore + payment
  for (const amount of [paidBefore, payment, paidAfter, full]) assertAmount(amount)
  if (total(payers) !== payment)
    throw new DomainError('unbalanced', 'The payers do not sum to the payment.', {
      payment,
      payers: total(payers),
    })
  if (full < 0) {
    const mirrored = { shares: negated(shares), payers: negated(payers) }
    return negated(postPayment({ ...posting, ...mirrored, paidBefore: 0 - paidBefore, payment: 0 - payment }))
  }
  if (paidBefore < 0 || paidAfter < 0)
    throw new DomainError('amount-out-of-range', 'More is taken back than was paid.', { paidBefore, payment })
  return merged([...payers, ...negated(owedAfter(paidAfter, posting)), ...owedAfter(paidBefore, posting)])
}

/** What is known of a charge when something about it changes: payments, shares or the amount. */
export interface ChargeBook {
  /** Full shares of the charge as they are now. */
  readonly shares: readonly Share[]
  /** Who paid how much so far, per account, reversals and refunds taken off. */
  readonly payers: readonly Share[]
  /** What the ledger holds for the charge, per account. */
  readonly posted: readonly Entry[]
  readonly occurrence: number
  readonly creditAccount: string
}

/**
 * The entries that bring the ledger to what a charge is now: as if everything paid for it came at once, less what is posted
 * (law 25). So parts end exactly on the full shares whatever came between: a reversal, another split, a corrected amount.
 * For the reversal of a payment after which nothing else changed that is its exact negation. Entries sum to zero.
 */
export function postCharge({ shares, payers, posted, occurrence, creditAccount }: ChargeBook): Entry[] {
  const whole = postPayment({
    paidBefore: 0,
    payment: total(payers),
    shares,
    payers,
    occurrence,
    creditAccount,
  })
  return merged([...whole, ...negated(posted)])
}

/** The entries of a transfer between two members (minor units above 0): whoever pays owes less, whoever gets it is owed less. */
export function postSettlement(from: string, to: string, amount: number): Entry[] {
  assertAmount(amount)
  if (amount <= 0 || from === to)
    throw new DomainError('amount-out-of-range', 'A settlement is more than nothing, between two people.', {
      amount,
    })
  return merged([
    { memberId: from, amount },
    { memberId: to, amount: 0 - amount },
  ])
}

/**
 * The entries by which one entry of a household becomes another with all that it owes or is owed (minor units): they sum to zero.
 * Nothing where it is even.
 */
export function postMerging(from: string, to: string, balance: number): Entry[] {
  assertAmount(balance)
  return merged([
    { memberId: from, amount: 0 - balance },
    { memberId: to, amount: balance },
  ])
}

/** Balances per account of many postings, without zeros, in order of the account. */
export function balancesOf(entries: readonly Entry[]): Entry[] {
  return merged(entries)
}
