import { DomainError } from '../error.ts'
import { largestPriceOf } from '../money/bounds.ts'
import { assertSameCurrency } from '../money/money.ts'
import type { Money } from '../money/money.ts'
import { assertBasisPoints } from '../money/tax.ts'
import type { TaxRule } from '../money/tax.ts'
import { dateOfEpochDay, daysBetween, parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { assertInterval, MAX_COUNT, occurrenceOn, wholeMonths } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'
import { daysOfBalance } from './day-rate.ts'
import type { DayRate } from './day-rate.ts'
import { boundaryDay, scheduleOf } from './schedule.ts'

export type Renewal = 'automatic' | 'manual'
export type RenewalPolicy = 'fromDueDate' | 'fromPaymentDate' | 'stack'
export type Phase = 'trial' | 'intro' | 'regular'
/**
 * What becomes of the days from the start to the first bill date, where the start is none: a bill for a whole price (the running
 * month of a connection that was there before), one for those days only, or no bill for them.
 */
export type FirstBill = 'whole' | 'byDay' | 'none'

/** A minimum term as it is said. */
export interface Commitment {
  readonly length: BillingInterval
  /** What is charged, tax included, when one leaves before its end; null where nothing is, or nobody knows. */
  readonly exitFee: Money | null
}

/** A minimum term: leaving takes effect on `untilOn` or later, or costs the fee. */
export interface MinimumTerm extends Commitment {
  /** First day on which one is free to leave. */
  readonly untilOn: CalendarDate
}

/** What a person or the catalogue says about a subscription before its terms are worked out. */
export interface Draft {
  readonly startsOn: CalendarDate
  readonly interval: BillingInterval
  /** Per period, 0 … `largestPriceOf` its currency. */
  readonly price: Money
  /** Default: the price is the total and nothing is known of the tax inside it. */
  readonly tax?: TaxRule | undefined
  /** Default `automatic`. */
  readonly renewal?: Renewal | undefined
  /** Postpaid when present: 1–31, only with whole months and automatic renewal (law 5). */
  readonly billDay?: number | undefined
  /** Days from the bill date to the due date, 0–60; above 0 only with a bill day. */
  readonly dueDays?: number | undefined
  /** Postpaid: what the bill on the first bill date is for. Default `byDay`, as it was before this could be said. */
  readonly firstBill?: FirstBill | undefined
  /** Length of a first free period. */
  readonly trial?: BillingInterval | undefined
  /** A lower price for the first 1–120 paid periods; a postpaid stub with a bill counts as one. */
  readonly intro?: { readonly price: Money; readonly periods: number } | undefined
  /** What the provider gives on top of the first paid period (12 months and 1 free); not with a bill day. */
  readonly bonus?: BillingInterval | undefined
  /**
   * What a day costs, where a recharge is a balance that burns by the day: `price` lasts for price ÷ rate whole days and `interval` is
   * not asked. Then the renewal is manual, without trial, intro and bonus.
   */
  readonly dayRate?: Money | undefined
  /** How long one must stay, from the first day, and what leaving before costs. */
  readonly minimumTerm?: Commitment | undefined
  /** Periods that begin before this day are left out of the books: they have no charge. Default none is. */
  readonly chargedFrom?: CalendarDate | undefined
  /** Days after a missed due date on which the service still runs, 0–365; default 0. */
  readonly graceDays?: number | undefined
  /** Overrides the default policy (law 20). */
  readonly policy?:
    | { readonly early?: RenewalPolicy | undefined; readonly late?: RenewalPolicy | undefined }
    | undefined
  /** The plan of the catalogue it follows, and the published price; null for a household's own. Default null. */
  readonly planId?: string | null | undefined
  readonly priceVersionId?: string | null | undefined
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

/** `invalid-terms` with a sentence. */
export function invalidTerms(message: string, details: Record<string, string | number> = {}): DomainError {
  return new DomainError('invalid-terms', message, details)
}

function assertWithin(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalidTerms(`${name} is ${value}, not a whole number of ${least}–${most}.`, {
      [name]: value,
      field: name,
    })
}

/** Throws unless the price is a known currency and a whole number of minor units, 0 … `largestPriceOf` it. */
export function assertPrice({ amount, currency }: Money): void {
  const most = largestPriceOf(currency)
  const refuse = (bounds: string) =>
    new DomainError('amount-out-of-range', `A price is a whole number of ${bounds}, not ${amount}.`, {
      amount,
    })
  if (!Number.isSafeInteger(amount) || amount < 0) throw refuse('at least 0')
  if (amount > most) throw refuse(`at most ${most}`)
}

/** `invalid-terms` for a day that costs nothing, and the errors of a price. */
export function assertDayRate(rate: Money, price: Money): void {
  assertPrice(rate)
  assertSameCurrency(rate.currency, price.currency)
  if (rate.amount === 0) throw invalidTerms('A day costs more than nothing.', { dayRate: 0 })
}

export const billWithBonus = (): DomainError =>
  invalidTerms('A bill has no days on top: nothing was paid ahead.')

function assertCommitment({ length, exitFee }: Commitment, price: Money): void {
  assertInterval(length)
  if (exitFee === null) return
  assertPrice(exitFee)
  assertSameCurrency(exitFee.currency, price.currency)
}

/** Who asks finds in `details.field` which part of a draft is refused, as a path: `intro/periods`. */
function inField<Result>(field: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, error.message, { field, ...error.details })
  }
}

function assertDraft(draft: Draft): void {
  const { interval, price, billDay, intro, trial, tax, bonus, dayRate, minimumTerm } = draft
  inField('startsOn', () => parseCalendarDate(draft.startsOn))
  inField('interval', () => assertInterval(interval))
  inField('price', () => assertPrice(price))
  if (tax !== undefined) inField('tax', () => assertBasisPoints(tax.basisPoints))
  if (draft.graceDays !== undefined) assertWithin('graceDays', draft.graceDays, 0, 365)
  if (draft.dueDays !== undefined) assertWithin('dueDays', draft.dueDays, 0, billDay === undefined ? 0 : 60)
  if (trial !== undefined) inField('trial', () => assertInterval(trial))
  if (intro !== undefined) {
    inField('intro/price', () => {
      assertPrice(intro.price)
      assertSameCurrency(intro.price.currency, price.currency)
    })
    assertWithin('intro/periods', intro.periods, 1, 120)
  }
  if (billDay !== undefined) {
    assertWithin('billDay', billDay, 1, 31)
    if (wholeMonths(interval) === 0)
      throw invalidTerms('A bill day needs a billing interval of whole months.', { field: 'interval' })
    if (draft.renewal === 'manual')
      throw invalidTerms('A bill day is for bills, which come by themselves.', { field: 'billDay' })
  }
  if (bonus !== undefined)
    inField('bonus', () => {
      assertInterval(bonus)
      if (billDay !== undefined) throw billWithBonus()
    })
  if (dayRate !== undefined)
    inField('dayRate', () => {
      assertDayRate(dayRate, price)
      const automatic = draft.renewal === 'automatic' ? draft.renewal : undefined
      if ([billDay, trial, intro, bonus, automatic].some((other) => other !== undefined))
        throw invalidTerms(
          'What burns by the day is recharged by hand, without bills, trial, intro and bonus.',
        )
    })
  if (minimumTerm !== undefined) inField('minimumTerm', () => assertCommitment(minimumTerm, price))
  if (billDay === undefined && draft.firstBill !== undefined)
    throw invalidTerms('A first bill needs a bill day.', { field: 'firstBill' })
}

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
function defaultPolicy(renewal: Renewal): Terms['policy'] {
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
