import { DomainError } from '../error.ts'
import { assertSameCurrency } from '../money/money.ts'
import { parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { actsThatStand, priceHoldsFrom } from './act.ts'
import type { ActRecord, LifeAct, PlanChanged, Recharged, StandingAct } from './act.ts'
import { balanced, dayRateChanged, policyOfBalance } from './balance.ts'
import { changePlanAt, changePriceFrom, lastSegment, lengthenedAt } from './change.ts'
import type { Extra } from './extra.ts'
import { assertTransition, isRunning, statusOf } from './lifecycle.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import { hasPeriod, periodAt } from './periods.ts'
import { firstIndexOn, firstUnbilled } from './position.ts'
import { cancelFacts, endFacts, pauseFacts, reactivateFacts, renewFacts, resumeFacts } from './stop.ts'
import { assertPrice, invalidTerms } from './draft.ts'
import { termsOf } from './terms.ts'
import type { Terms } from './terms.ts'

/**
 * Everything that is derived of a subscription comes from here: the facts that its acts leave, in the order in which they happened.
 * The same list gives the same facts whenever it is folded; today is not asked. An act that was legal alone but is not after one
 * that was remembered later is the error of that act, with `act` in its details.
 */
export function factsOfActs(records: readonly ActRecord[]): SubscriptionFacts {
  return folded(actsAsSaid(records))
}

function folded([first, ...later]: readonly StandingAct[]): SubscriptionFacts {
  if (first === undefined) throw invalidTerms('Nothing has begun.')
  return later.reduce(after, beginningOf(first.act))
}

const saysTerms = ({ price, interval, planId }: Recharged): boolean =>
  price !== undefined || interval !== undefined || planId !== undefined

/**
 * What stands, in the order in which it counts. A pack that was bought as the last one was, before one of another kind was remembered
 * to lie in between, stays what it was when that was said.
 */
function actsAsSaid(records: readonly ActRecord[]): readonly StandingAct[] {
  const { acts } = actsThatStand(records)
  const said = new Map(records.map(({ id }, position) => [id, position]))
  const positionOf = ({ id }: StandingAct): number => said.get(id) ?? 0
  return acts.map((record, at) => {
    const { act } = record
    if (act.kind !== 'recharged' || saysTerms(act)) return record
    const earlier = acts.slice(0, at)
    const remembered = earlier.filter((other) => positionOf(other) > positionOf(record))
    if (!remembered.some(({ act: other }) => other.kind === 'recharged' && saysTerms(other))) return record
    const { terms } = folded(earlier.filter((other) => !remembered.includes(other)))
    if (terms.dayRates !== undefined) return record
    const { price, interval, tax, planId = null, priceVersionId = null } = lastSegment(terms)
    return { ...record, act: { ...act, price, interval, tax, planId, priceVersionId } }
  })
}

/**
 * The number of the period that a recharge opened, as the list counts now. `invalid-terms` when the record does not stand or is no
 * recharge.
 */
export function periodOpenedBy(records: readonly ActRecord[], id: string): number {
  const acts = actsAsSaid(records)
  const position = acts.findIndex((record) => record.id === id)
  const [first, ...later] = acts.slice(0, position + 1)
  const record = later.at(-1)
  if (first === undefined || record?.act.kind !== 'recharged') throw invalidTerms('No recharge of that name.')
  const { terms } = later.reduce(after, beginningOf(first.act))
  return terms.opened === null ? firstIndexOn(terms, record.act.renewedOn) : terms.opened - 1
}

/** The first day on which a cancellation has ended it, as the list counts now. Null where the record does not stand or is none. */
export function endedBy(records: readonly ActRecord[], id: string): CalendarDate | null {
  const acts = actsAsSaid(records)
  const position = acts.findIndex((record) => record.id === id)
  return position < 0 ? null : (folded(acts.slice(0, position + 1)).cancellation?.effectiveOn ?? null)
}

function beginningOf(act: LifeAct): SubscriptionFacts {
  if (act.kind === 'started') return { terms: termsOf(act.draft), pauses: [] }
  if (act.kind === 'takenOver') return act.facts
  throw invalidTerms('The first act is the beginning.')
}

function after(facts: SubscriptionFacts, record: StandingAct): SubscriptionFacts {
  try {
    return afterAct(facts, record.act, record.on)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, error.message, { ...error.details, act: record.id })
  }
}

/** Facts after one more act, said on a day. Errors as the function of that act. */
export function afterAct(facts: SubscriptionFacts, act: LifeAct, on: CalendarDate): SubscriptionFacts {
  switch (act.kind) {
    case 'started':
    case 'takenOver':
      throw invalidTerms('It has begun already.')
    case 'recharged':
      return rechargedFacts(facts, act, on)
    case 'planChanged':
      return planChangedFacts(facts, act, on)
    case 'priceChanged': {
      if (facts.cancellation !== undefined) throw invalidTerms('What is cancelled has no next price.')
      const soonest = firstUnbilled(facts, on)
      const holdsFrom = priceHoldsFrom(act)
      const index =
        holdsFrom === undefined ? soonest : Math.max(soonest, firstIndexOn(facts.terms, holdsFrom))
      const terms = changePriceFrom(facts.terms, index, act.price, act.tax, act.priceVersionId)
      return { ...facts, terms: balanced(terms, index) }
    }
    case 'dayRateChanged':
      if (facts.cancellation !== undefined) throw invalidTerms('What is cancelled has no next rate.')
      return { ...facts, terms: dayRateChanged(facts.terms, act.fromOn, act.rate) }
    case 'paused':
      return pauseFacts(facts, act, on)
    case 'resumed':
      return resumeFacts(facts, act.resumedOn)
    case 'cancelled':
      if (act.exitFee !== undefined) assertExtra(facts, act.exitFee)
      return cancelFacts(facts, { requestedOn: on, mode: act.mode })
    case 'reactivated':
      return reactivateFacts(facts, on)
    case 'ended':
      return endFacts(facts, on)
    case 'charged':
      assertExtra(facts, act.extra)
      return facts
    case 'claimed':
      return facts
  }
}

/** `invalid-terms` where it ends before it begins, is due before, or is a booster of what does not run on its day. */
function assertExtra(facts: SubscriptionFacts, { purpose, price, startsOn, endsOn, dueOn }: Extra): void {
  assertPrice(price)
  assertSameCurrency(price.currency, lastSegment(facts.terms).price.currency)
  if (endsOn !== null && parseCalendarDate(endsOn) <= startsOn)
    throw invalidTerms('It ends after it begins.', { field: 'validity' })
  if (parseCalendarDate(dueOn) < startsOn)
    throw invalidTerms('It is due on its first day or later.', { field: 'dueOn' })
  if (purpose === 'booster' && !isRunning(statusOf(facts, startsOn)))
    throw invalidTerms('A booster needs a pack that runs on its first day.', { startsOn })
}

function rechargedFacts(facts: SubscriptionFacts, act: Recharged, on: CalendarDate): SubscriptionFacts {
  if (facts.terms.dayRates !== undefined) return toppedUp(facts, act, on)
  const { facts: renewed, period } = renewFacts(facts, { ...act, today: on })
  return act.bonus === undefined
    ? renewed
    : { ...renewed, terms: lengthenedAt(renewed.terms, period.index, act.bonus) }
}

/** A recharge of what burns by the day: its money says how long it lasts, and waits behind what runs. */
function toppedUp(facts: SubscriptionFacts, act: Recharged, on: CalendarDate): SubscriptionFacts {
  const { renewedOn, price, tax, interval, bonus, planId } = act
  if (interval !== undefined || bonus !== undefined || planId !== undefined)
    throw invalidTerms('How long it lasts follows from the amount and the rate by the day.')
  const policy = policyOfBalance(facts.terms, renewedOn)
  const { facts: renewed, period } = renewFacts(facts, { renewedOn, price, tax, policy, today: on })
  return { ...renewed, terms: balanced(renewed.terms, period.index) }
}

/** What would open by itself before it is recharged by hand is nobody's to recharge. */
function assertNothingOpensBefore(terms: Terms, { fromOn, change }: PlanChanged, on: CalendarDate): void {
  if (change.renewal !== 'manual' || terms.renewal === 'manual') return
  const latest = periodAt(terms, on)?.endsOn ?? terms.startsOn
  if (fromOn > latest)
    throw invalidTerms(
      `Recharged by hand it is from ${latest} on, when the next period begins, or earlier.`,
      {
        field: 'fromOn',
      },
    )
}

function planChangedFacts(facts: SubscriptionFacts, act: PlanChanged, on: CalendarDate): SubscriptionFacts {
  assertTransition(statusOf(facts, on), 'changePlan')
  if (facts.terms.dayRates !== undefined)
    throw invalidTerms('What burns by the day has a rate to change, no plan.')
  const terms = changePlanAt(facts.terms, act.fromOn, act.change)
  assertNothingOpensBefore(facts.terms, act, on)
  if (!hasPeriod(terms, firstIndexOn(terms, act.fromOn)))
    throw new DomainError('invalid-date', 'Its first period is not over by the end of 2200.')
  return { ...facts, terms }
}
