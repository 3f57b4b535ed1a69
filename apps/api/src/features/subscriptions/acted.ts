import {
  DomainError,
  factsOfActs,
  firstDifference,
  hasPeriod,
  historyScaled,
  moneyOf,
  periodByIndex,
  actsThatStand,
  standingRecords,
  withTax,
  type Act,
  type ActRecord,
  type SubscriptionFacts,
} from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Occasion } from './occasion.ts'
import type { OwedByWrite } from './owed.ts'
import { splitsBefore, withSplitsOf } from './splits-of-acts.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export const recordOf = (act: Act, { act: id, today: on, now: at, by }: Occasion): ActRecord => ({
  id,
  on,
  at,
  by,
  act,
})

type Folded = Pick<SubscriptionDocument, 'records' | 'facts'>
type OwedByAct = Omit<OwedByWrite, 'fromIndex'>

/**
 * A subscription after one more act, with what billing must compare because of it; what else is owed may depend on what the act leads
 * to. Errors as the fold; nothing is changed then.
 */
export const acted = (
  subscription: SubscriptionDocument,
  act: Act,
  occasion: Occasion,
  owed: OwedByAct | ((after: Folded) => OwedByAct) = {},
): SubscriptionDocument => {
  const records = [...subscription.records, recordOf(act, occasion)]
  const facts = foldedFacts(records, occasion.act)
  const { isWithdrawn: withdrawn } = actsThatStand(records)
  const fromIndex =
    withdrawn || subscription.withdrawn ? 0 : firstDifference(subscription.facts, facts, occasion.today)
  const before = subscription.splits
  const back = act.kind === 'undone' ? splitsBefore(subscription, act.of) : undefined
  const after = back ?? splitsAfter(subscription, facts, fromIndex)
  const changed = withSplitsOf(subscription, occasion.act, { before, after })
  return written({ ...changed, ...planOf(facts), records, facts, withdrawn }, occasion, {
    ...(typeof owed === 'function' ? owed({ records, facts }) : owed),
    ...moneyOwed(subscription.records, records, occasion.act),
    act: occasion.act,
    fromIndex,
  })
}

const withMoney = (records: readonly ActRecord[]): string[] =>
  standingRecords(records).flatMap((record) => (moneyOf(record) === undefined ? [] : [record.id]))

/** Acts that say what becomes of money, and that count since the last line of the history, again or no more. */
const moneyOwed = (before: readonly ActRecord[], after: readonly ActRecord[], own: string) => {
  const [then, now] = [withMoney(before), withMoney(after)]
  return {
    ...(now.includes(own) ? { money: own } : {}),
    moneyBack: then.filter((id) => !now.includes(id)),
    moneyAgain: now.filter((id) => id !== own && !then.includes(id)),
  }
}

/** Exact shares follow another price from the first period that has it. */
const splitsAfter = (
  { facts: before, splits }: SubscriptionDocument,
  after: SubscriptionFacts,
  fromIndex: number,
): SubscriptionDocument['splits'] => {
  const amount = fullPriceOf(after)
  if (amount === fullPriceOf(before) || !hasPeriod(after.terms, fromIndex)) return splits
  return historyScaled(splits, periodByIndex(after.terms, fromIndex).startsOn, amount)
}

/** What a full period costs in the long run, minor units. */
const fullPriceOf = ({ terms }: SubscriptionFacts): number => {
  const regular = terms.segments.at(-1)
  return regular === undefined ? 0 : withTax(regular.price.amount, regular.tax).amount
}

/** What later acts rest on cannot be taken away beneath them. */
const foldedFacts = (records: readonly ActRecord[], own: string): SubscriptionFacts => {
  try {
    return factsOfActs(records)
  } catch (error) {
    const isLater =
      error instanceof DomainError && error.details['act'] !== undefined && error.details['act'] !== own
    if (isLater) throw new ProblemError('rests-on-it', `What happened later would not fit: ${error.message}`)
    throw error
  }
}

/** The plan in the long run. */
const planOf = ({ terms }: SubscriptionFacts) => {
  const { planId = null, priceVersionId = null } = terms.segments.at(-1) ?? {}
  return { planId, priceVersionId }
}
