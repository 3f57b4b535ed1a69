import { assertSameCurrency } from '../money/money.ts'
import type { Money } from '../money/money.ts'
import { assertBasisPoints } from '../money/tax.ts'
import type { TaxRule } from '../money/tax.ts'
import { dateOfEpochDay, epochDayOf, parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { assertInterval, isSameInterval, occurrenceOn, wholeMonths } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'
import { lastEndOf, periodAt, periodByIndex } from './periods.ts'
import type { Period } from './period.ts'
import { boundaryDay, scheduleOf } from './schedule.ts'
import { assertPrice, assertWithin, billWithBonus, invalidTerms } from './draft.ts'
import type { Renewal } from './draft.ts'
import { defaultPolicy, lengthWithBonus } from './terms.ts'
import type { Segment, Terms } from './terms.ts'
import { firstIndexFrom, timelineOf } from './timeline.ts'

const MOST_DUE_DAYS = 60

/** What a renewal or a change of plan may change; what is absent stays. */
export interface PlanChange {
  readonly price?: Money | undefined
  readonly interval?: BillingInterval | undefined
  readonly tax?: TaxRule | undefined
  /** Another plan of the catalogue, or null for a household's own terms. */
  readonly planId?: string | null | undefined
  /** The published price; where only the price changes it is a household's own. */
  readonly priceVersionId?: string | null | undefined
  /** How its periods open from then on; by hand it has no bills. */
  readonly renewal?: Renewal | undefined
  /** Postpaid: another day of the month on which bills are made; the days up to the first are billed apart. */
  readonly billDay?: number | undefined
  readonly dueDays?: number | undefined
}

/** The segment at the end: the regular price that applies in the long run. */
export function lastSegment(terms: Terms): Segment {
  const last = terms.segments.at(-1)
  if (last === undefined) throw invalidTerms('Terms without segments.')
  return last
}

/** The segments before period `index`, the last of them closed there. */
export function segmentsBefore(terms: Terms, index: number): Segment[] {
  const kept: Segment[] = []
  let left = index
  for (const segment of terms.segments) {
    if (left <= 0) break
    const periods = Math.min(segment.periods ?? left, left)
    kept.push(periods === segment.periods ? segment : { ...segment, periods })
    left -= periods
  }
  return kept
}

/** The segments from period `index` on, the first of them opened there without moving its anchor (law 2). */
function segmentsFrom(terms: Terms, index: number): Segment[] {
  const kept: Segment[] = []
  let skip = index
  for (const segment of terms.segments) {
    const skipped = Math.min(segment.periods ?? skip, skip)
    skip -= skipped
    const periods = segment.periods === null ? null : segment.periods - skipped
    if (periods === 0) continue
    const firstOccurrence = segment.firstOccurrence + skipped
    kept.push(skipped === 0 ? segment : { ...segment, firstOccurrence, periods })
  }
  return kept
}

/** The same run of segments counted from a new anchor, one after the other; what was said of the first bill was about the old one. */
function reanchored(segments: readonly Segment[], anchorOn: CalendarDate): Segment[] {
  let anchor = anchorOn
  return segments.map((segment) => {
    const { firstBill, ...rest } = segment
    const begins = firstBill === undefined || segment.anchorOn !== anchor ? {} : { firstBill }
    const moved: Segment = { ...rest, ...begins, anchorOn: anchor, firstOccurrence: 0 }
    if (moved.periods !== null) anchor = dateOfEpochDay(boundaryDay(scheduleOf(moved), moved.periods))
    return moved
  })
}

/** The bill day and due days that a change leaves; none where it is recharged by hand. */
function billOf(
  current: Segment,
  { renewal, billDay, dueDays }: PlanChange,
): Pick<Segment, 'billDay' | 'dueDays'> {
  const day = billDay ?? (renewal === 'manual' ? undefined : current.billDay)
  if (day === undefined) return {}
  const due = dueDays ?? current.dueDays
  return due === undefined ? { billDay: day } : { billDay: day, dueDays: due }
}

function assertChange(current: Segment, change: PlanChange): void {
  if (change.price !== undefined) {
    assertPrice(change.price)
    assertSameCurrency(change.price.currency, current.price.currency)
  }
  if (change.tax !== undefined) assertBasisPoints(change.tax.basisPoints)
  if (change.interval !== undefined) assertInterval(change.interval)
  const { billDay } = billOf(current, change)
  if (change.billDay !== undefined) {
    assertWithin('billDay', change.billDay, 1, 31)
    if (change.renewal === 'manual')
      throw invalidTerms('A bill day is for bills, which come by themselves.', { field: 'billDay' })
  }
  if (change.dueDays !== undefined)
    assertWithin('dueDays', change.dueDays, 0, billDay === undefined ? 0 : MOST_DUE_DAYS)
  if (change.dueDays !== undefined && billDay === undefined)
    throw invalidTerms('Due days are for bills.', { field: 'dueDays' })
  if (billDay !== undefined && wholeMonths(change.interval ?? current.interval) === 0)
    throw invalidTerms('A bill day needs a billing interval of whole months.')
}

/** The open regular segment that a change makes of another one. */
function changedSegment(base: Segment, change: PlanChange): Segment {
  const { price = base.price, tax = base.tax, interval = base.interval } = change
  const { bonus: _given, billDay: _day, dueDays: _due, ...rest } = base
  const plain = { ...rest, ...billOf(base, change) }
  return ofPlan({ ...plain, periods: null, phase: 'regular', price, tax, interval }, change)
}

/** A segment of the plan and published price that a change says; a price of one's own is of no published one. */
function ofPlan(segment: Segment, change: PlanChange): Segment {
  const { planId: before, priceVersionId, ...rest } = segment
  const planId = change.planId === undefined ? before : change.planId
  if (planId === undefined || planId === null) return rest
  const isKept = change.price === undefined && change.planId === undefined
  return {
    ...rest,
    planId,
    priceVersionId: change.priceVersionId ?? (isKept ? (priceVersionId ?? null) : null),
  }
}

/** True when nothing is to change. */
function isUnchanged(change: PlanChange): boolean {
  return Object.values(change).every((value) => value === undefined)
}

/**
 * Terms whose period `index` begins by the old count, with a change applied from it on. A new price or tax keeps the anchor, so
 * that the 31st does not drift; a new interval is counted from the boundary.
 */
export function continuedFrom(terms: Terms, index: number, change: PlanChange): Terms {
  if (isUnchanged(change)) return terms
  const regular = lastSegment(terms)
  assertChange(regular, change)
  const [current = regular] = segmentsFrom(terms, index)
  const keepsCount =
    isSameInterval(current.interval, change.interval ?? regular.interval) &&
    current.billDay === billOf(regular, change).billDay
  if (keepsCount) {
    const { anchorOn, firstOccurrence, firstBill } = current
    const base = { ...regular, anchorOn, firstOccurrence, ...(firstBill === undefined ? {} : { firstBill }) }
    return { ...terms, segments: [...segmentsBefore(terms, index), changedSegment(base, change)] }
  }
  return restartedAt(terms, index, periodByIndex(terms, index).startsOn, change)
}

/** Terms whose period `index` begins on a date of its own, from which all later ones are counted. */
export function restartedAt(terms: Terms, index: number, on: CalendarDate, change: PlanChange = {}): Terms {
  const regular = lastSegment(terms)
  assertChange(regular, change)
  const left = isUnchanged(change) ? segmentsFrom(terms, index) : []
  // What was closed goes on at its last price.
  const tail = left.length > 0 ? left : [changedSegment(regular, change)]
  return { ...terms, segments: [...segmentsBefore(terms, index), ...reanchored(tail, on)] }
}

/**
 * Terms whose period `index` begins again where the one before it ends, by the count that was interrupted there: the 31st does not
 * become the 28th. A phase that begins with it is counted from that day.
 */
export function rejoinedAt(terms: Terms, index: number): Terms {
  const kept = segmentsBefore(terms, index)
  const [first, ...later] = segmentsFrom(terms, index)
  if (first === undefined) return terms
  const before = kept.at(-1)
  const isInterrupted =
    before !== undefined &&
    before.periods !== null &&
    before.phase === first.phase &&
    before.billDay === first.billDay &&
    isSameInterval(before.interval, first.interval)
  const anchorOn = before === undefined ? terms.startsOn : periodByIndex(terms, index - 1).endsOn
  const joined: Segment = isInterrupted
    ? { ...first, anchorOn: before.anchorOn, firstOccurrence: before.firstOccurrence + (before.periods ?? 0) }
    : { ...first, anchorOn, firstOccurrence: 0 }
  const end = boundaryDay(scheduleOf(joined), joined.firstOccurrence + (joined.periods ?? 0))
  return { ...terms, segments: [...kept, joined, ...reanchored(later, dateOfEpochDay(end))] }
}

/**
 * Another price (and tax) for the regular periods from `index` on; it keeps the anchor. Trial and intro periods keep what was
 * promised. With `priceVersionId` it is the published price of that id. `currency-mismatch`, `amount-out-of-range`, `invalid-period`.
 */
export function changePriceFrom(
  terms: Terms,
  index: number,
  price: Money,
  tax?: TaxRule,
  priceVersionId?: string | null,
): Terms {
  periodByIndex(terms, index)
  assertChange(lastSegment(terms), { price, tax })
  const changed = segmentsFrom(terms, index).map((segment) =>
    segment.phase === 'regular'
      ? ofPlan({ ...segment, price, tax: tax ?? segment.tax }, { price, priceVersionId })
      : segment,
  )
  return { ...terms, segments: [...segmentsBefore(terms, index), ...changed] }
}

/** Terms that end after period `index − 1`: the last segment is closed there. `invalid-period` when there is none before. */
export function closedBefore(terms: Terms, index: number): Terms {
  periodByIndex(terms, index - 1)
  return { ...terms, segments: segmentsBefore(terms, index) }
}

/**
 * Terms in which one period is longer by what the provider gave on top (12 months and 1 free, 3 days more); all later ones are
 * counted from its end, and its price stays. `invalid-terms` for bills, where nothing was paid ahead, and beyond 1000 days;
 * `invalid-interval`, `invalid-date`, `invalid-period`.
 */
export function lengthenedAt(terms: Terms, index: number, bonus: BillingInterval): Terms {
  const { startsOn, endsOn } = periodByIndex(terms, index)
  const [running = lastSegment(terms)] = segmentsFrom(terms, index)
  if (running.billDay !== undefined) throw billWithBonus()
  const until = occurrenceOn(endsOn, bonus, 1)
  const longer: Segment = {
    ...running,
    anchorOn: startsOn,
    firstOccurrence: 0,
    periods: 1,
    interval: lengthWithBonus(startsOn, endsOn, bonus),
    bonus,
  }
  const later = reanchored(segmentsFrom(terms, index + 1), until)
  return { ...terms, segments: [...segmentsBefore(terms, index), longer, ...later] }
}

/**
 * Another plan from a date on (law 14). On a boundary the next period is already of the new plan. Within a period that period is
 * cut and costs its days; what was paid beyond is credit. The new plan is anchored on the date, or on the bill day. A manual plan
 * that is cut opens one period of the new plan; a paid pack that begins on that day or later is `invalid-terms`. Where it renews
 * otherwise, periods open as that says from the date on.
 */
export function changePlanAt(terms: Terms, on: CalendarDate, wished: PlanChange): Terms {
  const { renewal, ...others } = wished
  const change = renewal === undefined || renewal === terms.renewal ? others : wished
  if (change.billDay !== undefined && (renewal ?? terms.renewal) === 'manual')
    throw invalidTerms('A bill day is for bills, which come by themselves.', { field: 'billDay' })
  if (parseCalendarDate(on) < terms.startsOn) throw invalidTerms('A plan cannot change before it starts.')
  const period = periodAt(terms, on)
  const index = period?.index ?? firstIndexFrom(timelineOf(terms), epochDayOf(on))
  const paidUntil = terms.opened ?? 0
  if (index + 1 < paidUntil || (period?.startsOn === on && index < paidUntil))
    throw invalidTerms('Packs are paid from that day on; change the plan after them.')
  if (period === undefined && lastEndOf(terms) !== on) {
    const next = Math.min(index, terms.opened ?? index)
    return renewingBy(restartedAt(terms, next, on, change), change, next)
  }
  if (period === undefined || period.startsOn === on)
    return renewingBy(continuedFrom(terms, index, change), change, index)
  return cutAt(terms, period, on, change)
}

/** Terms whose periods open as a change says: by hand only those before `opened` are there. */
function renewingBy(terms: Terms, { renewal }: PlanChange, opened: number): Terms {
  if (renewal === undefined) return terms
  const policy = defaultPolicy(renewal)
  return { ...terms, renewal, policy, opened: renewal === 'manual' ? Math.max(opened, 1) : null }
}

function cutAt(terms: Terms, period: Period, on: CalendarDate, change: PlanChange): Terms {
  const next = restartedAt(terms, period.index + 1, on, change)
  const segments = next.segments.map((segment, position) =>
    position === period.segment ? { ...segment, paysByDay: true as const } : segment,
  )
  const opened = terms.opened === null ? null : period.index + 2
  return renewingBy({ ...next, segments, opened }, change, period.index + 2)
}
