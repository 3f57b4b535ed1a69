import {
  actsThatStand,
  balanced,
  begunOtherwise,
  draftOfTerms,
  extrasOf,
  hasStarted,
  indexOn,
  termsOf,
  type CalendarDate,
  type Draft,
  type LifeAct,
  type StandingAct,
} from '@streamline/domain'
import type { ActOf, NamedPlan } from './act.types.ts'
import { acted } from './acted.ts'
import { moneyThatGoes } from './cancel-subscription.ts'
import { withoutPast } from './left-out.ts'
import type { Occasion } from './occasion.ts'
import { recordsItselfCorrected, withRecordsItself } from './records-itself.ts'
import { refusedAct } from './refused-act.ts'
import { correctedDraft } from './subscription-draft.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** The beginning as it stands. */
export const beginningOf = ({ records }: Pick<SubscriptionDocument, 'records'>): StandingAct => {
  const [first] = actsThatStand(records).acts
  if (first === undefined) throw new Error('A subscription without a beginning')
  return first
}

export const draftOfBeginning = ({ act }: StandingAct): Draft => {
  if (act.kind === 'started') return act.draft
  if (act.kind === 'takenOver') return draftOfTerms(act.facts.terms)
  throw new Error('The first act is the beginning')
}

/** A subscription whose beginning was put right. */
export const corrected = (
  subscription: SubscriptionDocument,
  input: ActOf<'correct'>,
  { plan, country, settled }: NamedPlan,
  occasion: Occasion,
): SubscriptionDocument => {
  const first = beginningOf(subscription)
  const before = draftOfBeginning(first)
  const said = correctedDraft(input, before, plan, country)
  const draft = withPastOf(said, before, input.pastPeriods, occasion.today)
  if (draft.price.currency !== before.price.currency)
    throw refusedAct(
      'currency-mismatch',
      'price/currency',
      `must be ${before.price.currency}; what is in another currency is added anew`,
    )
  assertNothingBefore(subscription, draft)
  const to = withBeginning(first.act, draft)
  const { today } = occasion
  const act = {
    kind: 'corrected',
    of: first.id,
    to,
    reason: input.reason || null,
    settled,
    ...moneyThatGoes(input.money),
  } as const
  const assumesPaid = input.pastPeriods === 'assumePaid'
  const recordsItself =
    draft.renewal === 'manual'
      ? false
      : recordsItselfCorrected(subscription, draft, input.pastPeriods !== undefined, today)
  const corrects = withRecordsItself(subscription, occasion.act, recordsItself)
  return acted(corrects, act, occasion, ({ facts: { terms } }) => ({
    amends: true,
    assumePaidBeforeIndex: assumesPaid && hasStarted(terms, today) ? indexOn(terms, today) : undefined,
  }))
}

/** A fee of a day on which it had not begun would be refused: a later beginning does not leave one behind. An exit fee goes with its end. */
const assertNothingBefore = ({ records }: SubscriptionDocument, { startsOn }: Draft): void => {
  const moves = new Set(records.flatMap(({ id, act }) => (act.kind === 'cancelled' ? [id] : [])))
  const first = extrasOf(records).find(
    (extra) => extra.purpose !== 'before' && !moves.has(extra.id) && extra.startsOn < startsOn,
  )
  if (first !== undefined)
    throw refusedAct(
      'date-out-of-range',
      'startsOn',
      `must be at most ${first.startsOn}, of which day there is a charge beside the periods: take that back first`,
    )
}

/** What was left out stays so, unless something else is said of what lies back. */
const withPastOf = (
  said: Draft,
  { chargedFrom }: Draft,
  pastPeriods: ActOf<'correct'>['pastPeriods'],
  today: CalendarDate,
): Draft => {
  if (pastPeriods === 'unpaid' || pastPeriods === 'assumePaid') return said
  if (chargedFrom !== undefined) return said.startsOn < chargedFrom ? { ...said, chargedFrom } : said
  return pastPeriods === 'leftOut' ? withoutPast(said, today) : said
}

/** What was taken over keeps what had happened to it: packs that were recharged, later prices, pauses and a cancellation. */
const withBeginning = (before: LifeAct, draft: Draft): LifeAct => {
  if (before.kind !== 'takenOver') return { kind: 'started', draft }
  const { terms: old } = before.facts
  if (old.dayRates === undefined || draft.dayRate === undefined)
    return { kind: 'takenOver', facts: { ...before.facts, terms: begunOtherwise(old, draft) } }
  const terms = termsOf(draft)
  const opened = terms.opened === null ? null : (old.opened ?? terms.opened)
  return { kind: 'takenOver', facts: { ...before.facts, terms: balanced({ ...terms, opened }, 0) } }
}
