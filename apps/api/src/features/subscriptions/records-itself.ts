import { isDeepStrictEqual } from 'node:util'
import { addMonths, chargesToRaise, maxDate, minDate, periodByIndex } from '@streamline/domain'
import type { CalendarDate, Draft, SubscriptionFacts, Terms } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { CreateInput } from './subscription-draft.ts'
import type { RecordsItself, SubscriptionDocument } from './subscription.document.ts'

/** Payments can be recorded for so many months back. */
const OLDEST_MONTHS = 240

const refused = (code: 'invalid-terms' | 'date-out-of-range', pointer: string, message: string) =>
  new ProblemError(code, undefined, { errors: [{ pointer, message }] })

/** A bill is paid by hand unless somebody says otherwise; what is paid ahead and renews by itself pays by itself. */
const paysByItself = ({ renewal, segments }: Terms): boolean =>
  renewal === 'automatic' && segments.every(({ billDay }) => billDay === undefined)

/**
 * What a new subscription does: as the person says, or by its terms. What was due before today went through by itself too, unless the
 * person says what became of it.
 */
export const recordsItselfFrom = (
  { recordsItself: wished, pastPeriods }: Pick<CreateInput, 'recordsItself' | 'pastPeriods'>,
  terms: Terms,
  today: CalendarDate,
): RecordsItself => {
  if (wished === true) assertRenewsByItself(terms)
  if (!(wished ?? paysByItself(terms))) return false
  return { from: pastPeriods === undefined ? oldestFrom(terms.startsOn, today) : today }
}

/** What an existing one does after a person has said so, from a day on that is today or earlier. */
export const recordsItselfChanged = (
  before: RecordsItself,
  { recordsItself: wished, recordsItselfFrom: from }: Wish,
  terms: Terms,
  today: CalendarDate,
): RecordsItself => {
  if (wished === undefined && from === undefined) return before
  if (wished === false) return false
  assertRenewsByItself(terms)
  if (from === undefined) return before || { from: today }
  const first = maxDate(terms.startsOn, addMonths(today, -OLDEST_MONTHS))
  if (from !== today && (from < first || from > today))
    throw refused('date-out-of-range', '/recordsItselfFrom', `must lie between ${first} and ${today}`)
  return { from }
}

/** What one answer to the question about all of them says about one. */
export const inputOf = (
  answer: 'fromToday' | 'withOldDues' | 'no',
  { id, householdId, facts: { terms } }: SubscriptionDocument,
  today: CalendarDate,
) => {
  if (answer === 'no') return { id, householdId, recordsItself: false }
  const oldest = oldestFrom(terms.startsOn, today)
  return { id, householdId, recordsItself: true, recordsItselfFrom: answer === 'fromToday' ? today : oldest }
}

interface Wish {
  readonly recordsItself?: boolean | undefined
  readonly recordsItselfFrom?: CalendarDate | undefined
}

const assertRenewsByItself = ({ renewal }: Terms): void => {
  if (renewal !== 'automatic')
    throw refused('invalid-terms', '/recordsItself', 'is only for what renews by itself')
}

/**
 * The next day after today on which a debit of a raised charge is to be booked; it may lie long after the bill was made. Null where
 * nothing books itself, or nothing is open.
 */
export const nextDebitOn = (
  facts: SubscriptionFacts,
  recordsItself: RecordsItself,
  { raised, today }: { readonly raised: number; readonly today: CalendarDate },
): CalendarDate | null => {
  if (recordsItself === null || recordsItself === false) return null
  let fromIndex = raised
  while (fromIndex > 0 && periodByIndex(facts.terms, fromIndex - 1).dueOn > today) fromIndex--
  const next = chargesToRaise(facts, today, { fromIndex }).find(
    ({ index, dueOn, amount }) =>
      index < raised && amount > 0 && dueOn > today && dueOn >= recordsItself.from,
  )
  return next?.dueOn ?? null
}

/**
 * After another start. What recorded itself from the beginning does so from the new one, unless the person says what became of what lies
 * back.
 */
export const recordsItselfCorrected = (
  { recordsItself, facts }: Pick<SubscriptionDocument, 'recordsItself' | 'facts'>,
  { startsOn }: Pick<Draft, 'startsOn'>,
  saysPast: boolean,
  today: CalendarDate,
): RecordsItself => {
  if (recordsItself === null || recordsItself === false || saysPast) return recordsItself
  if (recordsItself.from > facts.terms.startsOn) return recordsItself
  return { from: oldestFrom(startsOn, today) }
}

/** Acts whose change is remembered: far more than anybody takes back. */
const REMEMBERED = 20

/** With what an act makes of it, so that taking the act back leaves what was there before. */
export const withRecordsItself = (
  subscription: SubscriptionDocument,
  act: string,
  after: RecordsItself,
): SubscriptionDocument => {
  const { recordsItself: before, recordsItselfOfActs: known = [] } = subscription
  if (isDeepStrictEqual(before, after)) return subscription
  const recordsItselfOfActs = [...known, { act, before, after }].slice(-REMEMBERED)
  return { ...subscription, recordsItself: after, recordsItselfOfActs }
}

/** What is recharged by hand, or comes as a bill, is paid by somebody; where it goes on by itself otherwise, somebody is asked. */
export const recordsItselfRenewed = (
  { recordsItself, facts: { terms } }: SubscriptionDocument,
  {
    renewal = terms.renewal,
    billDay,
  }: { renewal?: Terms['renewal'] | undefined; billDay?: number | undefined },
): RecordsItself => {
  if (renewal === terms.renewal) return recordsItself
  return renewal === 'manual' || billDay !== undefined ? false : null
}

/** What was there before an act that is taken back, where nobody said something else since. */
export const recordsItselfBefore = (
  { recordsItself, recordsItselfOfActs = [] }: SubscriptionDocument,
  undone: string,
): RecordsItself => {
  const change = recordsItselfOfActs.find(({ act }) => act === undone)
  return change !== undefined && isDeepStrictEqual(change.after, recordsItself)
    ? change.before
    : recordsItself
}

/** Nothing lies further back than payments can. */
const oldestFrom = (startsOn: CalendarDate, today: CalendarDate): CalendarDate =>
  minDate(today, maxDate(startsOn, addMonths(today, -OLDEST_MONTHS)))
