import type { Money } from '../money/money.ts'
import { scaleHalfUp } from '../money/rounding.ts'
import { withTax } from '../money/tax.ts'
import { dateOfEpochDay, epochDayOf, LAST_DAY, maxDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { fixedDays, wholeMonths } from '../time/interval.ts'
import { dayRateOn } from './balance.ts'
import { lastSegment, restartedAt } from './change.ts'
import { isPausedOn } from './lifecycle.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import { hasPeriod, lastEndOf, periodByIndex, periodsOf } from './periods.ts'
import type { Terms } from './terms.ts'
import { firstIndexFrom, partOnDay, timelineOf } from './timeline.ts'

/** One real debit: the day on which the money is due, and the period that it pays. */
export interface Debit {
  readonly on: CalendarDate
  readonly amount: Money
  /** Index of the period. */
  readonly index: number
  /** True when it depends on somebody recharging. */
  readonly expected: boolean
}

export interface ForecastOptions {
  /** Include manual recharges that nobody has made yet; default true. */
  readonly expected?: boolean | undefined
  /**
   * With it, a manual pack that has stopped is expected to be recharged today, counted by its late policy; one that has been
   * stopped for a whole period is given up and forecasts nothing. Without it recharges are expected on every `endsOn`.
   */
  readonly today?: CalendarDate | undefined
}

interface Outlook {
  readonly terms: Terms
  /** No debit is dated earlier than this. */
  readonly notBefore: CalendarDate | undefined
}

/** What to expect of manual terms as of today; null when nothing. */
function outlookOf(terms: Terms, today: CalendarDate | undefined): Outlook | null {
  const endedOn = lastEndOf(terms)
  if (today === undefined || terms.opened === null || endedOn === null || today <= endedOn)
    return { terms, notBefore: undefined }
  if (!hasPeriod(terms, terms.opened) || today >= periodByIndex(terms, terms.opened).endsOn) return null
  if (terms.policy.late === 'fromDueDate') return { terms, notBefore: today }
  return { terms: restartedAt(terms, terms.opened, today), notBefore: undefined }
}

/**
 * The terms as they will go on, as of today: a manual pack that has stopped begins again on the day on which it is recharged (law 20).
 * Null where nothing is expected any more.
 */
export function expectedTerms(terms: Terms, today: CalendarDate): Terms | null {
  return outlookOf(terms, today)?.terms ?? null
}

/** Days by which a due date may lie behind the end of its period. */
const longestDueDays = (terms: Terms): number =>
  terms.segments.reduce((most, { dueDays = 0 }) => Math.max(most, dueDays), 0)

/**
 * The real debits dated in [from, until), in order of the date: automatic ones on their due dates, and manual recharges expected
 * at each `endsOn`. Free periods, periods beginning in a pause and all after a cancellation are left out. `too-many-periods`
 * beyond 5000.
 */
export function forecastDebits(
  facts: SubscriptionFacts,
  window: { readonly from: CalendarDate; readonly until: CalendarDate },
  options: ForecastOptions = {},
): Debit[] {
  const { cancellation, pauses } = facts
  const expected = options.expected !== false && cancellation === undefined
  const outlook = outlookOf(facts.terms, options.today)
  const { terms, notBefore } = outlook ?? { terms: facts.terms, notBefore: undefined }
  const firstDay = Math.max(epochDayOf(terms.startsOn), epochDayOf(window.from) - longestDueDays(terms))
  const from = Math.max(0, firstIndexFrom(timelineOf(terms), firstDay) - 1)
  const found: Debit[] = []
  for (const period of periodsOf(terms, {
    from,
    until: window.until,
    expected: expected && outlook !== null,
    cutOn: terms.opened === null ? cancellation?.effectiveOn : undefined,
  })) {
    const { index, amount, currency } = period
    if (cancellation !== undefined && period.startsOn >= cancellation.effectiveOn) continue
    const on =
      period.expected && notBefore !== undefined && index === terms.opened
        ? maxDate(period.dueOn, notBefore)
        : period.dueOn
    if (amount === 0 || on < window.from || on >= window.until || isPausedOn(pauses, period.startsOn))
      continue
    found.push({ on, amount: { amount, currency }, index, expected: period.expected })
  }
  return found.toSorted((a, b) => (a.on === b.on ? a.index - b.index : a.on < b.on ? -1 : 1))
}

/**
 * The true average month in minor units with tax, computed exactly and rounded once half-up: price × (365.25 ÷ 12) ÷ days for day
 * and week intervals (13 recharges of a 28-day pack cost more than 12) or by the rate of what burns by the day, price ÷ months for the others. Of the last, regular
 * price, or with `today` of the regular price then in force.
 */
export function monthlyCost(terms: Terms, today?: CalendarDate): Money {
  const running = today === undefined ? undefined : partOnDay(timelineOf(terms), epochDayOf(today))?.segment
  const regular = running?.phase === 'regular' ? running : lastSegment(terms)
  const rate = dayRateOn(terms, today ?? dateOfEpochDay(LAST_DAY))
  if (rate !== null) {
    const day = withTax(rate.amount, regular.tax).amount
    return { amount: scaleHalfUp(day, 487, 16), currency: rate.currency }
  }
  const { amount } = withTax(regular.price.amount, regular.tax)
  const months = wholeMonths(regular.interval)
  const average =
    months > 0 ? scaleHalfUp(amount, 1, months) : scaleHalfUp(amount, 487, 16 * fixedDays(regular.interval))
  return { amount: average, currency: regular.price.currency }
}
