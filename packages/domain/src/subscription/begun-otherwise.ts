import { dateOfEpochDay } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { isSameInterval } from '../time/interval.ts'
import {
  changePlanAt,
  continuedFrom,
  lastSegment,
  lengthenedAt,
  restartedAt,
  segmentsBefore,
} from './change.ts'
import type { PlanChange } from './change.ts'
import { invalidTerms } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Period } from './period.ts'
import { hasPeriod, periodByIndex } from './periods.ts'
import { firstIndexOn } from './position.ts'
import { renewTerms } from './renew.ts'
import { boundaryDay, scheduleOf } from './schedule.ts'
import { termsOf } from './terms.ts'
import type { Segment, Terms } from './terms.ts'

/** A period of the old terms that something began with, and the one before it. */
interface Turn {
  readonly period: Period
  readonly before: Period
  /** The one before had more days to run. */
  readonly wasCut: boolean
  /** What it says that the one before did not. */
  readonly change: PlanChange
  readonly segment: Segment
  readonly segmentBefore: Segment
}

/**
 * Terms with another beginning, and what had happened to them since: recharges keep the days on which they began, later prices, plans
 * and new starts theirs. A recharge waits behind what still runs then. Where nothing was said otherwise the new beginning's price and
 * interval go on. `invalid-terms` where a recharge lies before the new beginning; errors as `termsOf`, `renewTerms`.
 */
export function begunOtherwise(old: Terms, draft: Draft): Terms {
  const terms = termsOf(draft)
  if (old.opened === null || terms.opened === null) return turned(terms, old)
  let after = terms
  for (let index = 1; index < old.opened; index++) after = rechargedAgain(after, turnAt(old, index))
  if (!hasPeriod(old, old.opened)) return after
  // What the next one was to cost.
  return continuedFrom(after, old.opened, turnAt(old, old.opened).change)
}

function rechargedAgain(terms: Terms, turn: Turn): Terms {
  const { period, before, wasCut, segment, segmentBefore } = turn
  const { startsOn: renewedOn } = period
  if (renewedOn < terms.startsOn)
    throw invalidTerms(`It was recharged on ${renewedOn}, before that.`, { renewedOn, field: 'startsOn' })
  if (wasCut && segmentBefore.paysByDay === true) return changePlanAt(terms, renewedOn, changeOf(turn))
  const policy = wasCut || before.endsOn < renewedOn ? 'fromPaymentDate' : undefined
  const renewed = renewTerms(terms, { ...turn.change, renewedOn, policy, today: renewedOn })
  return segment.bonus === undefined ||
    period.segment === before.segment ||
    segmentBefore.phase !== segment.phase
    ? renewed.terms
    : lengthenedAt(renewed.terms, renewed.period.index, segment.bonus)
}

/** What opens by itself: other prices, plans and starts since the beginning. */
function turned(terms: Terms, old: Terms): Terms {
  let after = terms
  let first = 0
  for (const [position, segment] of old.segments.entries()) {
    const index = first
    first += segment.periods ?? 0
    if (position <= beginsUntil(old) || !hasPeriod(old, index)) continue
    const turn = turnAt(old, index)
    const on = turn.period.startsOn
    if (on <= after.startsOn) continue
    if (turn.before.endsOn < on) after = startedAgain(after, turn)
    else if (turn.wasCut) after = changePlanAt(after, on, changeOf(turn))
    else after = continuedFrom(after, nearestTo(after, on), turn.change)
  }
  return after
}

/** After days without it: cancelled and started again, or paused. */
function startedAgain(terms: Terms, { period, before, change, segmentBefore }: Turn): Terms {
  const index = Math.max(1, firstIndexOn(terms, before.endsOn))
  const { endsOn } = segmentBefore
  const kept = segmentsBefore(terms, index)
  const next = restartedAt(terms, index, period.startsOn, change)
  const cut = kept.map((segment, at) =>
    at === kept.length - 1 && endsOn !== undefined ? { ...segment, endsOn } : segment,
  )
  return { ...next, segments: [...cut, ...next.segments.slice(kept.length)] }
}

function nearestTo(terms: Terms, day: CalendarDate): number {
  const index = firstIndexOn(terms, day)
  if (index === 0) return index
  const { startsOn, endsOn } = periodByIndex(terms, index - 1)
  const half = (Date.parse(endsOn) - Date.parse(startsOn)) / 2
  return Date.parse(day) - Date.parse(startsOn) < half ? index - 1 : index
}

/** Position of the last segment that the beginning itself made. */
function beginsUntil({ segments }: Terms): number {
  const regular = segments.findIndex(({ phase }) => phase === 'regular')
  return segments[regular]?.bonus === undefined ? regular : regular + 1
}

function turnAt(old: Terms, index: number): Turn {
  const period = periodByIndex(old, index)
  const before = periodByIndex(old, index - 1)
  const segment = old.segments[period.segment] ?? lastSegment(old)
  const segmentBefore = old.segments[before.segment] ?? lastSegment(old)
  const isSaid = period.segment !== before.segment && period.segment > beginsUntil(old)
  return {
    period,
    before,
    segment,
    segmentBefore,
    wasCut: before.endsOn < wholeEndOf(old, before),
    change: isSaid ? differenceOf(old, before.segment, period.segment) : {},
  }
}

/** The day on which a period would have ended by its own count. */
function wholeEndOf({ segments }: Terms, { index, segment: position }: Period): CalendarDate {
  const first = segments.slice(0, position).reduce((sum, { periods }) => sum + (periods ?? 0), 0)
  const segment = segments[position]
  if (segment === undefined) throw invalidTerms('A period of no segment.')
  return dateOfEpochDay(boundaryDay(scheduleOf(segment), segment.firstOccurrence + index - first + 1))
}

/** The usual length: where a period holds what was given on top, that of the one after it. */
const intervalAt = ({ segments }: Terms, position: number) =>
  (segments[position]?.bonus === undefined ? segments[position] : segments[position + 1])?.interval

function differenceOf(terms: Terms, from: number, to: number): PlanChange {
  const one = terms.segments[from]
  const other = terms.segments[to]
  const [length, interval] = [intervalAt(terms, from), intervalAt(terms, to)]
  if (one === undefined || other === undefined) return {}
  const isOtherPlan = one.planId !== other.planId || one.priceVersionId !== other.priceVersionId
  return {
    ...(one.price.amount === other.price.amount ? {} : { price: other.price }),
    ...(one.tax.basisPoints === other.tax.basisPoints && one.tax.included === other.tax.included
      ? {}
      : { tax: other.tax }),
    ...(length === undefined || interval === undefined || isSameInterval(length, interval)
      ? {}
      : { interval }),
    ...(isOtherPlan ? { planId: other.planId ?? null, priceVersionId: other.priceVersionId ?? null } : {}),
  }
}

/** A plan change always said something. */
const changeOf = ({ change, segment }: Turn): PlanChange =>
  Object.keys(change).length > 0 ? change : { price: segment.price }
