import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { periodAt } from '../subscription/periods.ts'
import {
  addDays,
  clampedDay,
  dateOfEpochDay,
  dayOfMonth,
  minDate,
  monthNumber,
  monthOf,
} from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { AllowancePer } from './allowance.ts'
import { spanOfDay } from './reading.ts'
import type { DaySpan } from './reading.ts'

/**
 * The days for which an allowance holds around a date: the day, the billing period, or its month counted from the period's first
 * day; never beyond a cancellation. Undefined where no period runs on that date.
 */
export function allowanceSpan(
  { terms, cancellation }: Pick<SubscriptionFacts, 'terms' | 'cancellation'>,
  per: AllowancePer,
  date: CalendarDate,
): DaySpan | undefined {
  const period = periodAt(terms, date)
  if (period === undefined) return undefined
  const endsOn = cancellation === undefined ? period.endsOn : minDate(period.endsOn, cancellation.effectiveOn)
  if (date >= endsOn) return undefined
  if (per === 'day') return spanOfDay(date)
  if (per === 'period') return { startsOn: period.startsOn, endsOn }
  const month = monthAround(period, date)
  return { startsOn: month.startsOn, endsOn: minDate(month.endsOn, endsOn) }
}

/** A period may begin on the last day of a short month in place of a later one: its other months do not. */
function anchorDay({ startsOn, endsOn }: DaySpan): number {
  const isLastOfMonth = monthOf(addDays(startsOn, 1)) !== monthOf(startsOn)
  return isLastOfMonth ? Math.max(dayOfMonth(startsOn), dayOfMonth(endsOn)) : dayOfMonth(startsOn)
}

function monthAround(period: DaySpan, date: CalendarDate): DaySpan {
  const day = anchorDay(period)
  const boundary = (month: number) => dateOfEpochDay(clampedDay(month, day))
  const own = monthNumber(date)
  const first = boundary(own) <= date ? own : own - 1
  const startsOn = boundary(first)
  return {
    startsOn: startsOn < period.startsOn ? period.startsOn : startsOn,
    endsOn: minDate(boundary(first + 1), period.endsOn),
  }
}
