import { allocate } from '../money/allocate.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Entry } from './posting.ts'
import { splitAdjustment, type PaidSplitCharge } from './split-adjustment.ts'
import { sharesOfCharge, splitWithout, type SplitCharge } from './split-history.ts'
import type { SplitFrom, SplitRule } from './split.ts'

/** Somebody who leaves a household on a day, and who bears from then on what only they bore. */
export interface Leaving {
  readonly memberId: string
  readonly on: CalendarDate
  readonly heirId: string
}

const ruleWithout = (rule: SplitRule, { memberId, heirId }: Leaving): SplitRule => {
  if (rule.kind === 'payer') return rule.memberId === memberId ? { kind: 'payer', memberId: heirId } : rule
  const left = splitWithout(rule, memberId, heirId)
  return left.kind === 'payer' ? { kind: 'payer', memberId: heirId } : left
}

/** The rules of a charge once somebody has left: those of the days before stay, from the day on they are without them. */
const rulesWithout = (splits: readonly SplitFrom[], leaving: Leaving): SplitFrom[] => {
  const before = splits.filter(({ fromOn }) => fromOn < leaving.on)
  const after = splits.filter(({ fromOn }) => fromOn >= leaving.on)
  const current = before.at(-1)
  const onTheDay =
    current === undefined || after[0]?.fromOn === leaving.on
      ? []
      : [{ fromOn: leaving.on, rule: ruleWithout(current.rule, leaving) }]
  return [
    ...before,
    ...onTheDay,
    ...after.map(({ fromOn, rule }) => ({ fromOn, rule: ruleWithout(rule, leaving) })),
  ]
}

/**
 * What somebody who leaves will owe of a charge that is not yet paid in full, minor units: their share by the days until they leave
 * (law 13) without the part of it that was paid, which is a balance already. Nobody owes it before somebody pays.
 */
export function unpaidShareOfLeaver(
  charge: SplitCharge & { readonly paid: number },
  leaving: Leaving,
): number {
  if (charge.startsOn >= leaving.on) return 0
  const shares = sharesOfCharge({ ...charge, splits: rulesWithout(charge.splits, leaving) })
  const full = shares.find(({ memberId }) => memberId === leaving.memberId)?.amount ?? 0
  if (charge.paid === 0 || full === 0) return full
  const weights = shares.map(({ memberId, amount }) => ({ id: memberId, weight: amount }))
  const parts = allocate(Math.min(charge.paid, charge.amount), weights, charge.index)
  return full - (parts.find(({ id }) => id === leaving.memberId)?.amount ?? 0)
}

/**
 * What leaving itself changes between people where a charge is paid: from that day on its days are not theirs (law 13). Positive is owed
 * more to the member, negative is owed more by the member, minor units; nothing of what is over, or of what they have no part in.
 */
export function adjustmentByLeaving(charge: PaidSplitCharge, leaving: Leaving): Entry[] {
  if (charge.endsOn <= leaving.on || charge.paid === 0) return []
  return splitAdjustment(charge, rulesWithout(charge.splits, leaving))
}
