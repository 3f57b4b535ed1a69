import type { BalanceRow } from '../ledger/ledger.table.ts'

interface Pair {
  readonly fromMember: string
  readonly toMember: string
  readonly currency: string
}

/** Minor units that the one owes and the other is owed: what a transfer between them can settle at most. */
export const owedBetween = (
  members: readonly Pick<BalanceRow, 'account' | 'currency' | 'amount'>[],
  { fromMember, toMember, currency }: Pair,
): number => {
  const of = (member: string) =>
    members.find((row) => row.account === member && row.currency === currency)?.amount ?? 0
  return Math.max(0, Math.min(-of(fromMember), of(toMember)))
}
