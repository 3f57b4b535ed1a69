import { prorate } from '../money/prorate.ts'
import { withTax } from '../money/tax.ts'
import { dateOfEpochDay, epochDayOf, LAST_DAY } from '../time/calendar.ts'
import type { CalendarDate, EpochDay } from '../time/calendar.ts'
import { daysOfBalance, expectedLengths } from './day-rate.ts'
import type { DayRate } from './day-rate.ts'
import { boundaryDay, occurrenceAt, scheduleOf, wholeLength } from './schedule.ts'
import type { Schedule } from './schedule.ts'
import type { Period } from './period.ts'
import type { Segment, Terms } from './terms.ts'

/** A segment made ready for integer days. */
export interface Part {
  readonly segment: Segment
  readonly position: number
  readonly schedule: Schedule
  /** Index of its first period over the whole subscription. */
  readonly firstIndex: number
  /** Number of periods, Infinity for the open one. */
  readonly count: number
  readonly startDay: EpochDay
  /** Nothing of it runs on or after this day; Infinity for the open one. */
  readonly stopDay: EpochDay
  readonly net: number
  readonly tax: number
  readonly amount: number
}

/** Segments never change, and one screen asks for the same ones many times. */
const known = new WeakMap<readonly Segment[], readonly Part[]>()

/** Makes the segments of terms ready. `cutOn` ends everything on a day, as a cancellation does. */
export function timelineOf(
  terms: Pick<Terms, 'segments' | 'dayRates'>,
  cutOn?: CalendarDate,
): readonly Part[] {
  if (cutOn !== undefined) return partsOf(terms, cutOn)
  const parts = known.get(terms.segments) ?? partsOf(terms, undefined)
  known.set(terms.segments, parts)
  return parts
}

function partsOf(
  { segments, dayRates }: Pick<Terms, 'segments' | 'dayRates'>,
  cutOn: CalendarDate | undefined,
): Part[] {
  const parts: Part[] = []
  let stopDay = cutOn === undefined ? Infinity : epochDayOf(cutOn)
  for (let position = segments.length - 1; position >= 0; position--) {
    const segment = segments[position]
    if (segment === undefined) continue
    const schedule = scheduleOf(segment)
    const startDay = boundaryDay(schedule, segment.firstOccurrence)
    if (segment.endsOn !== undefined) stopDay = Math.min(stopDay, epochDayOf(segment.endsOn))
    const { net, tax, amount } = withTax(segment.price.amount, segment.tax)
    const count = segment.periods ?? Infinity
    parts.push({ segment, position, schedule, firstIndex: 0, count, startDay, stopDay, net, tax, amount })
    stopDay = Math.min(stopDay, startDay)
  }
  parts.reverse()
  let firstIndex = 0
  return withExpectedBurn(parts, dayRates).map((part) => {
    const indexed = { ...part, firstIndex }
    firstIndex += part.count
    return indexed
  })
}

/** Recharges that are expected of a balance that burns by the day are not all of one length: each is a part of its own. */
function withExpectedBurn(parts: Part[], dayRates: readonly DayRate[] | undefined): Part[] {
  const [before, open] = parts.slice(-2)
  if (dayRates === undefined || before === undefined || open?.count !== Infinity) return parts
  const { price } = open.segment
  const { left } = daysOfBalance(before.segment.held ?? 0, dateOfEpochDay(before.startDay), dayRates)
  const lengths = expectedLengths(dateOfEpochDay(open.startDay), left, price.amount, dayRates)
  let startDay = open.startDay
  const expected = lengths.map((count, at): Part => {
    const anchorOn = dateOfEpochDay(startDay)
    const segment: Segment = {
      ...open.segment,
      anchorOn,
      firstOccurrence: 0,
      interval: { count, unit: 'day' },
    }
    const part = { ...open, segment, schedule: scheduleOf(segment), startDay }
    startDay += count
    return at === lengths.length - 1 ? part : { ...part, count: 1, stopDay: Math.min(open.stopDay, startDay) }
  })
  return [...parts.slice(0, -1), ...expected]
}

/** The part that holds period `index`. */
export function partOfIndex(parts: readonly Part[], index: number): Part | undefined {
  return parts.findLast((part) => part.firstIndex <= index)
}

/** The last part that has begun on a day. */
export function partOnDay(parts: readonly Part[], day: EpochDay): Part | undefined {
  return parts.findLast((part) => part.startDay <= day)
}

/** The index of the first period that starts on or after a day. */
export function firstIndexFrom(parts: readonly Part[], day: EpochDay): number {
  const part = partOnDay(parts, day - 1)
  if (part === undefined) return 0
  const begun = occurrenceAt(part.schedule, day - 1) - part.segment.firstOccurrence + 1
  return part.firstIndex + Math.min(begun, part.count)
}

/** First day of period `index` of a part. */
export function startDayOf(part: Part, index: number): EpochDay {
  return boundaryDay(part.schedule, part.segment.firstOccurrence + index - part.firstIndex)
}

/** First day after period `index` of a part: its own boundary, or earlier where it is cut. */
export function endDayOf(part: Part, index: number): EpochDay {
  return Math.min(startDayOf(part, index + 1), part.stopDay)
}

/** True while a period that ends on a day, and its due date, lie within the calendar of 1900–2200. */
export function isInCalendar(part: Part, endDay: EpochDay): boolean {
  return endDay + (part.segment.dueDays ?? 0) <= LAST_DAY
}

/**
 * What of the whole length a period costs. A stub whose bill is for a whole price is the running month: its days before the start count
 * as well; one without a bill costs none of its days.
 */
function daysBilled({ segment, schedule }: Part, n: number, endDay: EpochDay, ofDays: number): number {
  if (segment.billDay === undefined && segment.paysByDay !== true) return ofDays
  const isStub = n === 0 && schedule.stub === 1
  if (isStub && segment.firstBill === 'none') return 0
  if (isStub && segment.firstBill === 'whole') return ofDays - (boundaryDay(schedule, 1) - endDay)
  return endDay - boundaryDay(schedule, n)
}

/**
 * Period `index` of a part. Prepaid: billed and due on its first day, the full price also when it is cut later, except by a
 * change of plan. Postpaid:
 * billed on its last boundary, due so many days after; a stub, unless its first bill is said to be another, or a cut period is charged
 * by days (law 14).
 */
export function periodOf(
  part: Part,
  index: number,
  startsOn: CalendarDate,
  endDay: EpochDay,
  opened: number,
): Period {
  const { segment, position, schedule } = part
  const endsOn = dateOfEpochDay(endDay)
  const postpaid = segment.billDay !== undefined
  const n = segment.firstOccurrence + index - part.firstIndex
  const ofDays = wholeLength(schedule, n)
  const days = daysBilled(part, n, endDay, ofDays)
  let costs: Pick<Part, 'net' | 'tax' | 'amount'> = part
  if (days < ofDays) costs = withTax(prorate(segment.price.amount, days, ofDays), segment.tax)
  return {
    index,
    startsOn,
    endsOn,
    billedOn: postpaid ? endsOn : startsOn,
    dueOn: postpaid ? dateOfEpochDay(endDay + (segment.dueDays ?? 0)) : startsOn,
    phase: segment.phase,
    segment: position,
    net: costs.net,
    tax: costs.tax,
    amount: costs.amount,
    currency: segment.price.currency,
    days,
    ofDays,
    expected: index >= opened,
  }
}
