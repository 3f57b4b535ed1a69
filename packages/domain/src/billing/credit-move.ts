/** Money too much on one charge, minor units of one currency; above 0. */
export interface HeldCredit<Source> {
  readonly source: Source
  readonly credit: number
}

/** What leaves each charge that held credit, and what the other one gets: their sum. */
export interface CreditMove<Source> {
  readonly amount: number
  readonly parts: readonly { readonly source: Source; readonly amount: number }[]
}

/**
 * Takes credit from where it is held, in the order given, for a charge of which `outstanding` minor units are open. Without a wish,
 * as much as there is and is open. Null where a wish is more than either, or nothing is there to move.
 */
export function creditMove<Source>(
  held: readonly HeldCredit<Source>[],
  outstanding: number,
  wish?: number,
): CreditMove<Source> | null {
  const there = held.reduce((sum, { credit }) => sum + credit, 0)
  const most = Math.min(there, outstanding)
  const amount = wish ?? most
  if (amount <= 0 || amount > most) return null
  let left = amount
  const parts = held.flatMap(({ source, credit }) => {
    const part = Math.min(credit, left)
    left -= part
    return part > 0 ? [{ source, amount: part }] : []
  })
  return { amount, parts }
}
