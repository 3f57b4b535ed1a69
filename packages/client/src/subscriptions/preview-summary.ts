import {
  approximateDays,
  daysBetween,
  isCalendarDate,
  type BillingInterval,
  type CalendarDate,
} from '@streamline/domain'

export interface PreviewPeriod {
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly phase: 'trial' | 'intro' | 'regular'
}

/** The most periods that one preview answers with. */
const MOST = 200

/** True where more periods lie behind than one preview tells: it then begins with the one that runs. */
export const isLongHistory = (startsOn: string, interval: BillingInterval, today: CalendarDate): boolean =>
  isCalendarDate(startsOn) &&
  startsOn < today &&
  daysBetween(startsOn, today) / approximateDays(interval) > MOST - 8

/** Periods to ask for, so that the answer reaches three periods past today; short months make a period more likely. */
export const periodsToAsk = (startsOn: string, interval: BillingInterval, today: CalendarDate): number => {
  if (!isCalendarDate(startsOn) || startsOn >= today || isLongHistory(startsOn, interval, today)) return 3
  return Math.min(MOST, Math.ceil((daysBetween(startsOn, today) + 3) / approximateDays(interval)) + 3)
}

/**
 * What a preview says to a person: how many periods are behind, which one runs, and the next three to look at.
 * A manual pack has no later periods by itself: whatever the start, its first one is the only real one.
 */
export const summaryOf = <Period extends PreviewPeriod>(
  periods: readonly Period[],
  today: CalendarDate,
  renewal: 'automatic' | 'manual',
) => {
  const past = renewal === 'manual' ? [] : periods.filter(({ endsOn }) => endsOn <= today)
  const rest = periods.slice(past.length)
  const first = rest[0]
  const current = first !== undefined && first.startsOn <= today ? first : null
  return {
    past,
    current,
    shown: rest.slice(0, 3),
    stopped: renewal === 'manual' && first !== undefined && first.endsOn <= today,
    /** Asked only of what somebody may have paid already: it began, and was due by today. */
    mayBePaid: current !== null && current.phase !== 'trial' && current.dueOn <= today,
  }
}
