import type { contract } from '@streamline/contract'
import {
  addMonths,
  alwaysSplit,
  balanced,
  begunOtherwise,
  dayRateOn,
  draftOfTerms,
  extrasOf,
  factsOfActs,
  hasStarted,
  indexOn,
  isBeginning,
  lastUndoable,
  maxDate,
  minDate,
  occurrenceOn,
  actsThatStand,
  standingRecords,
  termsOf,
  type CalendarDate,
  type Draft,
  type LifeAct,
  type StandingAct,
} from '@streamline/domain'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { acted, recordOf } from './acted.ts'
import { cancelledSubscription, moneyThatGoes } from './cancel-subscription.ts'
import { rightsOf } from './entitlement-rules.ts'
import { withoutPast } from './left-out.ts'
import type { Occasion } from './occasion.ts'
import { planChangeOf } from './plan-change.ts'
import { priceFrom } from './price-from.ts'
import { placesOfAct } from './act-places.ts'
import { withPlaces } from './with-places.ts'
import { recordsItselfBefore, recordsItselfCorrected, withRecordsItself } from './records-itself.ts'
import { correctedDraft } from './subscription-draft.ts'
import { assertShares } from './subscription-people.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export type ActInput = Call<typeof contract.subscriptions.act>['input']['act']
type Of<K extends ActInput['kind']> = Extract<ActInput, { kind: K }>

/** What the catalogue says of the plan that an act names; undefined where it names none. */
export interface NamedPlan {
  readonly plan: PlanDocument | null | undefined
  /** Of the household. */
  readonly country: string
  /** First day after the last bill that money is on: another price holds from the next one. Null where there is none. */
  readonly settledUntil: CalendarDate | null
}

const MONTHS_AHEAD = 12

const refused = (
  code: 'date-out-of-range' | 'illegal-transition' | 'invalid-terms' | 'currency-mismatch',
  at: string,
  message: string,
) => new ProblemError(code, undefined, { errors: [{ pointer: `/act/${at}`, message }] })

/** A subscription after what somebody did to it, or put right about it. */
export const actedBy = (
  subscription: SubscriptionDocument,
  input: ActInput,
  named: NamedPlan,
  plan: PlanDocument | null,
  occasion: Occasion,
): SubscriptionDocument =>
  withPlaces(placesOfAct(input.kind), () => afterInput(subscription, input, named, plan, occasion), '/act')

const afterInput = (
  subscription: SubscriptionDocument,
  input: ActInput,
  named: NamedPlan,
  plan: PlanDocument | null,
  occasion: Occasion,
): SubscriptionDocument => {
  switch (input.kind) {
    case 'undo':
      return undone(subscription, input, occasion)
    case 'correct':
      return corrected(subscription, input, named, occasion)
    case 'withdraw':
      return acted(
        subscription,
        { kind: 'withdrawn', reason: input.reason || null, ...moneyThatGoes(input.money) },
        occasion,
        { amends: true },
      )
    case 'changePlan':
      return planChanged(subscription, input, named, occasion)
    case 'changePrice':
      return priceChanged(subscription, input, named, occasion)
    case 'changeDayRate':
      return dayRateChanged(subscription, input, occasion)
    case 'pause':
      return paused(subscription, input, occasion)
    case 'resume':
      return resumed(subscription, input, occasion)
    case 'charge':
      return charged(subscription, input, occasion)
    case 'claim':
      return claimed(subscription, input, plan, occasion)
    case 'cancel':
      return cancelledSubscription(subscription, input, occasion, '/act')
    case 'end':
      return acted(subscription, { kind: 'ended' }, occasion)
  }
}

/** The day an act is about: not before the subscription, and at most a year ahead. */
const dayWithin = (
  { facts }: SubscriptionDocument,
  wished: CalendarDate | undefined,
  at: string,
  today: CalendarDate,
): CalendarDate => {
  const day = wished ?? today
  const first = facts.terms.startsOn
  const last = addMonths(today, MONTHS_AHEAD)
  if (day === today || (day >= first && day <= last)) return day
  throw refused('date-out-of-range', at, `must lie between ${first} and ${last}`)
}

const undone = (
  subscription: SubscriptionDocument,
  { of }: Of<'undo'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const { records } = subscription
  const record = of === undefined ? lastUndoable(records) : undoableOf(subscription, of)
  if (record === undefined && of === undefined)
    throw new ProblemError('illegal-transition', 'There is nothing left to take back.')
  if (record === undefined) throw refused('illegal-transition', 'of', 'is no act that can be taken back')
  const act = { kind: 'undone', of: record.id } as const
  const then = actsThatStand([...records, recordOf(act, occasion)])
  if (subscription.withdrawn && then.isWithdrawn)
    throw new ProblemError('illegal-transition', 'It was taken away: take that back first.')
  // An undo that is undone brings its act back, and that undone takes it away again.
  const left = new Set(then.acts.map(({ id }) => id))
  const takesBack = actsThatStand(records).acts.find(
    ({ id, act: { kind } }) => (kind === 'recharged' || kind === 'charged') && !left.has(id),
  )
  const recordsItself = recordsItselfBefore(subscription, record.id)
  const takes = withRecordsItself(subscription, occasion.act, recordsItself)
  return acted(takes, act, occasion, { amends: true, undoes: record.id, takesBack: takesBack?.id })
}

/** Everything but the beginning, which is corrected or withdrawn instead. */
const undoableOf = ({ records }: SubscriptionDocument, id: string) => {
  const standing = standingRecords(records)
  return standing.find((record) => record.id === id && !isBeginning(record))
}

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

const corrected = (
  subscription: SubscriptionDocument,
  input: Of<'correct'>,
  { plan, country }: NamedPlan,
  occasion: Occasion,
): SubscriptionDocument => {
  const first = beginningOf(subscription)
  const before = draftOfBeginning(first)
  const said = correctedDraft(input, before, plan, country)
  const draft = withPastOf(said, before, input.pastPeriods, occasion.today)
  if (draft.price.currency !== before.price.currency)
    throw refused(
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
    throw refused(
      'date-out-of-range',
      'startsOn',
      `must be at most ${first.startsOn}, of which day there is a charge beside the periods: take that back first`,
    )
}

/** What was left out stays so, unless something else is said of what lies back. */
const withPastOf = (
  said: Draft,
  { chargedFrom }: Draft,
  pastPeriods: Of<'correct'>['pastPeriods'],
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

const planChanged = (
  subscription: SubscriptionDocument,
  input: Of<'changePlan'>,
  { plan, country }: NamedPlan,
  occasion: Occasion,
): SubscriptionDocument => {
  const fromOn = dayWithin(subscription, input.fromOn, 'fromOn', occasion.today)
  const change = planChangeOf(input, plan, country)
  if (Object.values(change).every((value) => value === undefined))
    throw refused('invalid-terms', 'fromOn', 'says nothing that is to change')
  return acted(subscription, { kind: 'planChanged', fromOn, change }, occasion, {
    amends: true,
    assumedStandBefore: fromOn,
  })
}

const priceChanged = (
  subscription: SubscriptionDocument,
  { price, fromOn: wished, priceVersionId }: Of<'changePrice'>,
  { settledUntil }: NamedPlan,
  occasion: Occasion,
): SubscriptionDocument => {
  const day = wished === undefined ? undefined : dayWithin(subscription, wished, 'fromOn', occasion.today)
  const fromOn = priceFrom(subscription, day, settledUntil, occasion.today)
  return acted(subscription, { kind: 'priceChanged', price, fromOn, priceVersionId }, occasion)
}

const dayRateChanged = (
  subscription: SubscriptionDocument,
  { rate, fromOn: wished }: Of<'changeDayRate'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const { currency } = dayRateOn(subscription.facts.terms, occasion.today) ?? {}
  if (currency === undefined) throw refused('invalid-terms', 'rate', 'is only for what burns by the day')
  if (rate.currency !== currency) throw refused('currency-mismatch', 'rate/currency', `must be ${currency}`)
  const fromOn = dayWithin(subscription, wished, 'fromOn', occasion.today)
  return acted(subscription, { kind: 'dayRateChanged', fromOn, rate }, occasion, { amends: true })
}

const paused = (
  subscription: SubscriptionDocument,
  { fromOn: wished, untilOn = null }: Of<'pause'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const { startsOn } = subscription.facts.terms
  const fromOn = dayWithin(
    subscription,
    wished ?? maxDate(occasion.today, startsOn),
    'fromOn',
    occasion.today,
  )
  if (fromOn < startsOn && (untilOn === null || untilOn <= startsOn))
    throw refused('date-out-of-range', 'fromOn', `must be at least ${startsOn}, or end after it`)
  if (untilOn !== null) dayWithin(subscription, untilOn, 'untilOn', occasion.today)
  return acted(subscription, { kind: 'paused', fromOn, untilOn }, occasion, {
    amends: true,
    assumedStandBefore: fromOn,
  })
}

const resumed = (
  subscription: SubscriptionDocument,
  { resumedOn }: Of<'resume'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const day = resumedOn ?? occasion.today
  if (day > occasion.today)
    throw refused('date-out-of-range', 'resumedOn', `must be at most ${occasion.today}`)
  return acted(subscription, { kind: 'resumed', resumedOn: day }, occasion, { amends: true })
}

/** A fee, a booster, a deposit; it may say at once that it was paid. */
const charged = (
  subscription: SubscriptionDocument,
  { purpose, title, amount: price, startsOn: wished, validity, dueOn: due, split, payment }: Of<'charge'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const startsOn = dayWithin(subscription, wished, 'startsOn', occasion.today)
  const dueOn = due ?? startsOn
  if (due !== undefined) dayWithin(subscription, due, 'dueOn', occasion.today)
  const endsOn = validity === undefined ? null : occurrenceOn(startsOn, validity, 1)
  const extra = { purpose, title: title || null, price, startsOn, endsOn, dueOn }
  const act = { kind: 'charged', extra } as const
  if (split !== undefined) assertShares(split, price.amount, '/act/split')
  const shared: SubscriptionDocument =
    split === undefined
      ? subscription
      : {
          ...subscription,
          ownSplits: [...(subscription.ownSplits ?? []), { act: occasion.act, splits: alwaysSplit(split) }],
        }
  if (payment === undefined || price.amount === 0) return acted(shared, act, occasion)
  const paidBy = payment.paidBy ?? subscription.paidBy
  const paid = {
    id: occasion.act,
    on: minDate(startsOn, occasion.today),
    amount: null,
    paidBy,
    method: payment.method || null,
    recordedBy: occasion.by ?? paidBy,
  }
  return acted(shared, act, occasion, ({ records }) => {
    const added = extrasOf(records).find(({ id }) => id === occasion.act)
    return added === undefined ? {} : { payment: { ...paid, index: added.number } }
  })
}

/** Only what the plan brings along can be claimed, and only while it gives a right to it. */
const claimed = (
  subscription: SubscriptionDocument,
  { serviceId, state }: Of<'claim'>,
  plan: PlanDocument | null,
  occasion: Occasion,
): SubscriptionDocument => {
  const right = rightsOf(subscription, plan, occasion.today).find(
    ({ included }) => included.serviceId === serviceId,
  )
  if (right === undefined) throw refused('invalid-terms', 'serviceId', 'is not in the plan')
  if (right.state === 'ended' || (state === 'claimed' && right.state === 'notChosen'))
    throw new ProblemError('illegal-transition', 'There is no right to it now.')
  return acted(subscription, { kind: 'claimed', serviceId, state }, occasion)
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
