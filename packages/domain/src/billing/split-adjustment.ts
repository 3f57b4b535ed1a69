import { postCharge, type Entry } from './posting.ts'
import { sharesOfCharge, type SplitCharge } from './split-history.ts'
import type { SplitFrom } from './split.ts'

/** A charge of which something is paid, as its splits were. */
export interface PaidSplitCharge extends SplitCharge {
  /** Minor units. */
  readonly paid: number
}

/** Whoever paid keeps what they paid, so that the name of the account does not matter. */
const PAYER = 'payer'

/**
 * What other splits of a charge change between its members where it is paid (law 13): positive is owed more to the member,
 * negative is owed more by the member; nothing where nobody paid. Sums to zero.
 */
export function splitAdjustment(charge: PaidSplitCharge, splits: readonly SplitFrom[]): Entry[] {
  const payers = [{ memberId: PAYER, amount: charge.paid }]
  const book = { payers, occurrence: charge.index, creditAccount: PAYER }
  const posted = postCharge({ ...book, shares: sharesOfCharge(charge), posted: [] })
  return postCharge({ ...book, shares: sharesOfCharge({ ...charge, splits }), posted })
}
