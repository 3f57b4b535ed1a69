import type { Money } from '../money/money.ts'
import { addDays, daysBetween, LAST_YEAR, maxDate, parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { approximateDays } from '../time/interval.ts'
import { lastSegment } from './change.ts'
import { forecastDebits } from './forecast.ts'
import type { Debit } from './forecast.ts'
import { isPausedOn } from './lifecycle.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import type { Period } from './period.ts'
import { periodsOf } from './periods.ts'
import { indexOn } from './position.ts'
import type { Terms } from './terms.ts'

/** How long before a debit a cancellation must come. */
export interface NoticeRule {
  /** Days of notice that the provider asks for; 0 when none. */
  readonly noticeDays: number
  /** True when the provider needs a day more because the debit is drawn by a mandate (RBI e-mandate, 24 hours). */
  readonly mandateHours24: boolean
}

/** A charge that is raised and not fully paid: the number of its period, its due date and what is left of it. */
export interface OpenCharge {
  readonly index: number
  readonly dueOn: CalendarDate
  readonly outstanding: Money
}

/** What is raised: of the periods below `raised`, those that are not open are paid, waived or void. */
export interface RaisedCharges {
  readonly raised: number
  readonly open: readonly OpenCharge[]
}

export interface Decision {
  /** Last day on which cancelling avoids the debit. */
  readonly on: CalendarDate
  readonly debitOn: CalendarDate
  readonly amount: Money
}

export interface DebitsAhead {
  /** What falls due next, from today on, and nobody has paid yet. */
  readonly next: Debit | null
  /** The first debit that cancelling still avoids; never one that is paid, or for days that have begun. */
  readonly decide: Decision | null
}

const LAST_DAY = parseCalendarDate(`${LAST_YEAR}-12-31`)
/** Nobody plans a cancellation further ahead. */
const TWO_YEARS = 731
const STEP = 12

/** Cards and UPI autopay in India are e-mandates: stopped at the latest a day ahead. `noticeDays` is what the provider asks for. */
export function noticeOf(terms: Terms, noticeDays: number): NoticeRule {
  const { billDay, price } = lastSegment(terms)
  return { noticeDays, mandateHours24: billDay === undefined && price.currency === 'INR' }
}

/**
 * What is to be paid next and until when it can be avoided, from the facts and what is raised and open: the one answer that rows,
 * needs and reminders share. `decide` (law 22) is for what renews by itself: at least the day before the days begin that the debit pays
 * for, earlier by notice and mandate, and never a debit of a minimum term; null for manual, cancelled or paused without end, and beyond two years and the notice.
 */
export function debitsAhead(
  facts: SubscriptionFacts,
  rule: NoticeRule,
  charges: RaisedCharges,
  today: CalendarDate,
): DebitsAhead {
  return { next: nextDebit(facts, charges, today), decide: decision(facts, rule, charges, today) }
}

function nextDebit(facts: SubscriptionFacts, charges: RaisedCharges, today: CalendarDate): Debit | null {
  const [open] = charges.open
    .filter(({ dueOn }) => dueOn >= today)
    .toSorted((a, b) => (a.dueOn === b.dueOn ? a.index - b.index : a.dueOn < b.dueOn ? -1 : 1))
  if (open !== undefined)
    return { on: open.dueOn, amount: open.outstanding, index: open.index, expected: false }
  const { interval } = lastSegment(facts.terms)
  const start = maxDate(today, facts.terms.startsOn)
  const days = Math.min(Math.ceil(2 * approximateDays(interval)) + 70, daysBetween(start, LAST_DAY))
  const debits = forecastDebits(facts, { from: today, until: addDays(start, days) }, { today })
  return debits.find(({ index }) => index >= charges.raised) ?? null
}

/** How many days before a period begins it must be cancelled at the latest: 1 or more. */
export const daysOfNotice = ({ noticeDays, mandateHours24 }: NoticeRule): number =>
  Math.max(noticeDays + (mandateHours24 ? 1 : 0), 1)

/** As `decide` of `debitsAhead`, for the first period that begins on `since` or later: the first at a price that is announced. */
export function decisionFrom(
  facts: SubscriptionFacts,
  rule: NoticeRule,
  charges: RaisedCharges,
  today: CalendarDate,
  since: CalendarDate,
): Decision | null {
  return decision(facts, rule, charges, today, since)
}

function decision(
  facts: SubscriptionFacts,
  rule: NoticeRule,
  { raised, open }: RaisedCharges,
  today: CalendarDate,
  since: CalendarDate = today,
): Decision | null {
  const { terms, cancellation, pauses } = facts
  if (terms.renewal === 'manual' || cancellation !== undefined) return null
  const ahead = daysOfNotice(rule)
  const openAt = new Map(open.map((charge) => [charge.index, charge]))
  // Leaving before the end of a minimum term avoids no debit of it.
  const bound = terms.minimumTerm?.untilOn ?? since
  const from = maxDate(maxDate(addDays(today, ahead), since), bound)
  const until = addDays(from, Math.min(TWO_YEARS, daysBetween(from, LAST_DAY)))
  for (let first = indexOn(terms, maxDate(maxDate(today, since), bound)); ; first += STEP) {
    const periods = periodsOf(terms, { from: first, limit: STEP })
    for (const period of periods) {
      if (period.startsOn >= until) return null
      if (period.startsOn < from || isPausedOn(pauses, period.startsOn)) continue
      const amount = period.index < raised ? openAt.get(period.index)?.outstanding : priceOf(period)
      if (amount !== undefined) return { on: addDays(period.startsOn, -ahead), debitOn: period.dueOn, amount }
    }
    if (periods.length < STEP) return null
  }
}

const priceOf = ({ amount, currency }: Period): Money | undefined =>
  amount === 0 ? undefined : { amount, currency }
