import { periodName } from '@streamline/domain'
import type { Return, Undoing } from '../credits/credits.service.ts'
import type { Replaced } from '../debits/carried-denials.service.ts'
import type { Known } from './billed-subscription.repository.ts'
import type { ChargePlan, PlanOutcome } from './billed-subscription.ts'
import type { ChargeChanges } from './charge-plan.ts'
import type { ChargeRow } from './charge.repository.ts'

/** A charge whose period went, void and with what people really paid, and whether some of it was only assumed. */
export interface Gone {
  readonly plan: ChargePlan
  readonly charge: ChargeRow
  readonly wasAssumed: boolean
}

/** What applying a plan changes. */
export type Changes = ChargeChanges & { readonly plan: ChargePlan }

/** The ledger knows amounts, not dates. */
export const datedAs = ({ startsOn, endsOn, billedOn, dueOn }: ChargeRow, left: ChargeRow): ChargeRow => ({
  ...left,
  startsOn,
  endsOn,
  billedOn,
  dueOn,
})

/** It is booked as a debit then, which people are asked about. */
export const booksItself = ({ bookedFrom }: ChargePlan, dueOn: ChargeRow['dueOn']): boolean =>
  bookedFrom !== undefined && dueOn >= bookedFrom

/** What is taken back brings credit to where it was, wherever that is. */
export const undoingIn = ({ plan, ...changes }: Changes): Undoing[] => {
  const { ended, raised, changed, split, restored, asBefore } = changes
  const touched = [...ended, ...raised, ...changed, ...split, ...restored]
  if (plan.undone === undefined || touched.length === 0) return []
  const { id: subscriptionId, householdId } = plan.subscription
  const ids = new Set(touched.map(({ id }) => id))
  const isAsBefore = (charge: ChargeRow) =>
    !ids.has(charge.id) || asBefore.has(charge.id) || (plan.asBefore?.has(periodName(charge)) ?? false)
  const currencies = [...new Set(touched.map(({ currency }) => currency))]
  return [{ subscriptionId, householdId, currencies, since: plan.undone.at, isAsBefore, today: plan.today }]
}

export const returnsIn = ({ plan: { startsAnew, today, undone }, back, asBefore }: Changes): Return[] =>
  startsAnew === true || undone !== undefined
    ? []
    : back.map(({ after, since }) => ({ after, since, today, isAsBefore: asBefore.has(after.id) }))

/** Where nothing books itself nobody denied a debit. */
export const replacedIn = ({ plan: { bookedFrom, today }, replaced }: Changes): Replaced[] =>
  bookedFrom === undefined ? [] : replaced.map(({ gone, by }) => ({ gone, by, today }))

export const outcomeOf = (
  plan: ChargePlan,
  theirs: readonly ChargePlan[],
  known: ReadonlyMap<string, Known>,
): PlanOutcome => {
  if (!theirs.some(({ subscription: { id } }) => id === plan.subscription.id)) return 'erased'
  return known.has(plan.subscription.id) ? 'applied' : 'older'
}
