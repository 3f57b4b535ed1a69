import {
  actsThatStand,
  factsOfActs,
  isBeginning,
  lastUndoable,
  standingRecords,
  type CalendarDate,
  type StandingAct,
} from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { ActOf, NamedPlan } from './act.types.ts'
import { acted, recordOf } from './acted.ts'
import type { Occasion } from './occasion.ts'
import { recordsItselfBefore, withRecordsItself } from './records-itself.ts'
import { refusedAct } from './refused-act.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** A subscription without the act that is named, or without the last one that can be taken back. */
export const undone = (
  subscription: SubscriptionDocument,
  { of }: ActOf<'undo'>,
  { settled }: Pick<NamedPlan, 'settled'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const { records } = subscription
  const record = of === undefined ? lastUndoable(records) : undoableOf(subscription, of)
  if (record === undefined && of === undefined)
    throw new ProblemError('illegal-transition', 'There is nothing left to take back.')
  if (record === undefined) throw refusedAct('illegal-transition', 'of', 'is no act that can be taken back')
  const act = { kind: 'undone', of: record.id, settled } as const
  const then = actsThatStand([...records, recordOf(act, occasion)])
  if (subscription.withdrawn && then.isWithdrawn)
    throw new ProblemError('illegal-transition', 'It was taken away: take that back first.')
  // An undo that is undone brings its act back, and that undone takes it away again.
  const now = actsThatStand(records)
  const [goes, comes] = [actsBeside(now.acts, then.acts), actsBeside(then.acts, now.acts)]
  const recordsItself = recordsItselfBefore(subscription, record.id)
  const takes = withRecordsItself(subscription, occasion.act, recordsItself)
  return acted(takes, act, occasion, {
    amends: true,
    undoes: record.id,
    takesBack: payableOf(goes),
    bringsBack: payableOf(comes),
    assumedStandBefore: heldBefore([...goes, ...comes]),
  })
}

/** The acts that others do not have. */
const actsBeside = (acts: readonly StandingAct[], others: readonly StandingAct[]): StandingAct[] => {
  const there = new Set(others.map(({ id }) => id))
  return acts.filter(({ id }) => !there.has(id))
}

/** The one that may have been paid at once. */
const payableOf = (acts: readonly StandingAct[]): string | undefined =>
  acts.find(({ act: { kind } }) => kind === 'recharged' || kind === 'charged')?.id

/** What comes back, or goes again, divides days that were debited whole before it: those debits went through either way. */
const heldBefore = (acts: readonly StandingAct[]): CalendarDate | undefined =>
  acts
    .flatMap(({ act }) => (act.kind === 'planChanged' || act.kind === 'paused' ? [act.fromOn] : []))
    .toSorted()[0]

/** Everything but the beginning, which is corrected or withdrawn instead. */
const undoableOf = ({ records }: SubscriptionDocument, id: string) => {
  const standing = standingRecords(records)
  return standing.find((record) => record.id === id && !isBeginning(record))
}

/** True when an act could be taken back now. */
export const mayBeUndone = ({ records }: SubscriptionDocument, id: string): boolean => {
  try {
    const on = records.at(-1)
    if (on === undefined) return false
    factsOfActs([...records, { ...on, id: `undo ${id}`, act: { kind: 'undone', of: id } }])
    return true
  } catch {
    return false
  }
}
