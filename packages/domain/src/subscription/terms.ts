import type { Money } from '../money/money.ts'
import type { TaxRule } from '../money/tax.ts'
import { dateOfEpochDay, daysBetween, parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { MAX_COUNT, occurrenceOn } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'
import { daysOfBalance } from './day-rate.ts'
import type { DayRate } from './day-rate.ts'
import { assertDraft, inField, invalidTerms } from './draft.ts'
import type { Commitment, Draft, FirstBill, Renewal, RenewalPolicy } from './draft.ts'
import { boundaryDay, scheduleOf } from './schedule.ts'

export type Phase = 'trial' | 'intro' | 'regular'
/** A minimum term: leaving takes effect on `untilOn` or later, or costs the fee. */
export interface MinimumTerm extends Commitment {
  /** First day on which one is free to leave. */
  readonly untilOn: CalendarDate
}

/**
 * A run of periods of one plan with one anchor, interval and price. Later changes append segments; no past one is rewritten.
 */
export interface Segment {
  /** All boundaries of the segment are counted from here (law 2). */
  readonly anchorOn: CalendarDate
  /** Occurrence at which the segment begins: 0 at its own anchor, more when only the price changed. */
  readonly firstOccurrence: number
  /** Number of periods, or null when it runs on, as only the last segment may. Where the last has a number, all ends with it. */
  readonly periods: number | null
  readonly interval: BillingInterval
  readonly price: Money
  readonly tax: TaxRule
  readonly phase: Phase
  /** Present when postpaid. */
  readonly billDay?: number
  readonly dueDays?: number
  /** Where its first period is a stub: what is billed for it, unless it is its days. */
  readonly firstBill?: Exclude<FirstBill, 'byDay'>
  /** Present when its last period was cut short by a cancellation before a later restart. */
  readonly endsOn?: CalendarDate
  /** What its one period holds that was given on top; `interval` is both. */
  readonly bonus?: BillingInterval
  /** The balance with which its one period begins, minor units; of what burns by the day. */
  readonly held?: number
  /** Its last period was cut by a change of plan and costs only its days, although it was paid ahead. */
  readonly paysByDay?: true
  /** The plan of the catalogue it is of, and the published price; absent for a household's own terms, the price null for its own price. */
  readonly planId?: string
  readonly priceVersionId?: string | null
}

/** The schedule of a subscription: facts enough to compute every period, past and future. Plain JSON. */
export interface Terms {
  readonly startsOn: CalendarDate
  readonly renewal: Renewal
  readonly segments: readonly Segment[]
  /**
   * Periods that exist: null when they open by themselves (automatic, postpaid); a number for manual packs, where only a
   * recharge opens the next (law 20). The segments go on beyond it: those periods are only expected.
   */
  readonly opened: number | null
  readonly graceDays: number
  readonly policy: { readonly early: RenewalPolicy; readonly late: RenewalPolicy }
  /** Present where one must stay until a day; a change of plan keeps it, a new start does not. */
  readonly minimumTerm?: MinimumTerm
  /** Periods that begin before this day were left out when it was added: nobody is charged for them here. */
  readonly chargedFrom?: CalendarDate
  /** Present where recharges burn by the day: the rates by day, the first from the beginning. */
  readonly dayRates?: readonly DayRate[]
}

const TOTAL: TaxRule = { included: true, basisPoints: 0 }

/** The first day after the last period of a closed segment. */
function endOfSegment(segment: Segment & { readonly periods: number }): CalendarDate {
  return dateOfEpochDay(boundaryDay(scheduleOf(segment), segment.firstOccurrence + segment.periods))
}

const firstBillOf = ({ firstBill }: Draft): Pick<Segment, 'firstBill'> =>
  firstBill === undefined || firstBill === 'byDay' ? {} : { firstBill }

/** 1 where a segment begins with days that have no bill, so that they are none of so many paid periods; otherwise 0. */
export function unbilledStubs(
  segment: Pick<Segment, 'anchorOn' | 'interval' | 'billDay' | 'firstBill'>,
): 0 | 1 {
  return segment.firstBill === 'none' ? scheduleOf(segment).stub : 0
}

/** The first bill date of a postpaid plan: the first bill day (1–31, or the last day of its month) on or after the start (law 5). */
export function firstBillOn(startsOn: CalendarDate, billDay: number): CalendarDate {
  const schedule = scheduleOf({ anchorOn: startsOn, interval: { count: 1, unit: 'month' }, billDay })
  return dateOfEpochDay(boundaryDay(schedule, schedule.stub))
}

/** The length of a period with what was given on top, counted from its end; `invalid-terms` beyond 1000 days. */
export function lengthWithBonus(
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  bonus: BillingInterval,
): BillingInterval {
  const days = daysBetween(startsOn, occurrenceOn(endsOn, bonus, 1))
  if (days > MAX_COUNT) throw invalidTerms(`A period of ${days} days is longer than ${MAX_COUNT}.`, { days })
  return { count: days, unit: 'day' }
}

/** A segment whose first period is longer by what was given on top; what is left of it is counted from there. */
function withBonus<Run extends Segment>(segment: Run, bonus: BillingInterval): Run[] {
  const { anchorOn, periods } = segment
  const interval = lengthWithBonus(anchorOn, endOfSegment({ ...segment, periods: 1 }), bonus)
  const longer = { ...segment, periods: 1, interval, bonus }
  const left = periods === null ? null : periods - 1
  return left === 0 ? [longer] : [longer, { ...segment, anchorOn: endOfSegment(longer), periods: left }]
}

/** The first recharge as long as it lasts, and the next one, which is expected with what is left of it. */
function burning(regular: Segment, rate: Money): Segment[] {
  const { anchorOn, price } = regular
  const rates = [{ fromOn: anchorOn, rate }]
  const first = daysOfBalance(price.amount, anchorOn, rates)
  if (first.days === 0) throw invalidTerms('That pays for no day.', { price: price.amount, field: 'price' })
  const run = { ...regular, periods: 1, interval: { count: first.days, unit: 'day' } } as const
  const next = daysOfBalance(first.left + price.amount, anchorOn, rates)
  const interval = { count: next.days, unit: 'day' } as const
  return [
    { ...run, held: price.amount },
    { ...regular, anchorOn: endOfSegment(run), interval },
  ]
}

const minimumTermOf = ({ startsOn, minimumTerm }: Draft): Pick<Terms, 'minimumTerm'> =>
  minimumTerm === undefined
    ? {}
    : { minimumTerm: { ...minimumTerm, untilOn: occurrenceOn(startsOn, minimumTerm.length, 1) } }

/** The minimum term that still runs on a day: leaving on it costs the fee. Null where one is free to leave. */
export function minimumTermOn({ minimumTerm }: Terms, day: CalendarDate): MinimumTerm | null {
  return minimumTerm !== undefined && day < minimumTerm.untilOn ? minimumTerm : null
}

/** Terms that bind nobody any more. */
export function withoutMinimumTerm(terms: Terms): Terms {
  const { minimumTerm: _over, ...rest } = terms
  return rest
}

/** The default renewal policy (law 20): a recharge early is queued, late it counts from the payment. */
export function defaultPolicy(renewal: Renewal): Terms['policy'] {
  if (renewal === 'manual') return { early: 'stack', late: 'fromPaymentDate' }
  return { early: 'fromDueDate', late: 'fromDueDate' }
}

/**
 * Works out the terms of a draft: a trial is one free period, an intro price runs for k periods, and the first full-price date
 * is the anchor of all full-price periods (law 6). A manual draft opens only its first period. A draft whose first full-price
 * period is not over by the end of 2200 is `invalid-date`.
 * Errors: `invalid-date`, `invalid-interval`, `invalid-currency`, `currency-mismatch`, `amount-out-of-range`, `invalid-terms`.
 */
export function termsOf(draft: Draft): Terms {
  assertDraft(draft)
  const { startsOn, interval, price, trial, intro, billDay, bonus, dayRate } = draft
  const renewal = draft.renewal ?? (draft.dayRate === undefined ? 'automatic' : 'manual')
  const tax = draft.tax ?? TOTAL
  const postpaid = billDay === undefined ? {} : { billDay, dueDays: draft.dueDays ?? 0 }
  const { planId, priceVersionId = null } = draft
  const plan = planId === undefined || planId === null ? {} : { planId, priceVersionId }
  const segments: Segment[] = []
  let anchorOn = startsOn
  const first = firstBillOf(draft)
  if (trial !== undefined) {
    const free: Money = { amount: 0, currency: price.currency }
    const segment = {
      anchorOn,
      firstOccurrence: 0,
      periods: 1,
      interval: trial,
      price: free,
      tax,
      phase: 'trial',
      ...plan,
    } as const
    segments.push(segment)
    anchorOn = inField('trial', () => endOfSegment(segment))
  }
  if (intro !== undefined) {
    const periods = intro.periods + unbilledStubs({ anchorOn, interval, ...postpaid, ...first })
    const base = { anchorOn, firstOccurrence: 0, periods, interval, price: intro.price, tax } as const
    const segment = { ...base, phase: 'intro', ...postpaid, ...first, ...plan } as const
    const introduced = bonus === undefined ? [segment] : inField('bonus', () => withBonus(segment, bonus))
    segments.push(...introduced)
    anchorOn = inField('intro', () => introduced.map(endOfSegment).at(-1)) ?? anchorOn
  }
  const base = { anchorOn, firstOccurrence: 0, interval, price, tax } as const
  const begins = intro === undefined ? first : {}
  const regular: Segment = { ...base, periods: null, phase: 'regular', ...postpaid, ...begins, ...plan }
  // The first full-price period must lie within the calendar; later ones end with it.
  inField('startsOn', () => dateOfEpochDay(boundaryDay(scheduleOf(regular), 1) + (regular.dueDays ?? 0)))
  if (dayRate !== undefined) segments.push(...inField('price', () => burning(regular, dayRate)))
  else if (bonus === undefined || intro !== undefined) segments.push(regular)
  else segments.push(...inField('bonus', () => withBonus(regular, bonus)))
  const policy = defaultPolicy(renewal)
  return {
    startsOn,
    renewal,
    segments,
    opened: renewal === 'manual' ? 1 : null,
    graceDays: draft.graceDays ?? 0,
    policy: { early: draft.policy?.early ?? policy.early, late: draft.policy?.late ?? policy.late },
    ...inField('minimumTerm', () => minimumTermOf(draft)),
    ...(draft.chargedFrom === undefined ? {} : { chargedFrom: parseCalendarDate(draft.chargedFrom) }),
    ...(dayRate === undefined ? {} : { dayRates: [{ fromOn: startsOn, rate: dayRate }] }),
  }
}
