import { clampedDay, dayOfMonth, epochDayOf, monthNumber } from '../time/calendar.ts'
import type { CalendarDate, EpochDay } from '../time/calendar.ts'
import { fixedDays, wholeMonths } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'

/**
 * The boundaries of one segment in integer days. Boundary 0 is the anchor; period n is [boundary n, boundary n + 1). With a
 * bill day every later boundary is a bill date, so that period 0 may be a shorter stub (law 5).
 */
export interface Schedule {
  readonly anchorDay: EpochDay
  /** Length of a day or week interval; 0 for months. */
  readonly stepDays: number
  readonly stepMonths: number
  /** Month and day of the month that boundary `stub` falls in. */
  readonly month: number
  readonly dayOfMonth: number
  /** 1 when a stub runs before the first bill date, otherwise 0. */
  readonly stub: 0 | 1
}

/** What a schedule is made of. */
export interface ScheduleSource {
  readonly anchorOn: CalendarDate
  readonly interval: BillingInterval
  readonly billDay?: number | undefined
}

/** Prepares the boundaries of a segment. */
export function scheduleOf({ anchorOn, interval, billDay }: ScheduleSource): Schedule {
  const anchorDay = epochDayOf(anchorOn)
  const anchorMonth = monthNumber(anchorOn)
  const steps = { anchorDay, stepDays: fixedDays(interval), stepMonths: wholeMonths(interval) }
  if (billDay === undefined)
    return { ...steps, month: anchorMonth, dayOfMonth: dayOfMonth(anchorOn), stub: 0 }
  const inAnchorMonth = clampedDay(anchorMonth, billDay)
  return {
    ...steps,
    month: inAnchorMonth < anchorDay ? anchorMonth + 1 : anchorMonth,
    dayOfMonth: billDay,
    stub: inAnchorMonth === anchorDay ? 0 : 1,
  }
}

/** Boundary `n` ≥ 0, computed from the anchor and n only (law 2). */
export function boundaryDay(schedule: Schedule, n: number): EpochDay {
  if (n === 0) return schedule.anchorDay
  if (schedule.stepMonths === 0) return schedule.anchorDay + n * schedule.stepDays
  return clampedDay(schedule.month + (n - schedule.stub) * schedule.stepMonths, schedule.dayOfMonth)
}

/** Days of the whole period that the price of period `n` is for: for a stub, from the bill date before the anchor. */
export function wholeLength(schedule: Schedule, n: number): number {
  const endDay = boundaryDay(schedule, n + 1)
  if (n > 0 || schedule.stub === 0) return endDay - boundaryDay(schedule, n)
  return endDay - clampedDay(schedule.month - schedule.stepMonths, schedule.dayOfMonth)
}

/** The greatest n with boundary n on or before a day that is not before the anchor. */
export function occurrenceAt(schedule: Schedule, day: EpochDay): number {
  const passed = day - schedule.anchorDay
  if (schedule.stepMonths === 0) return Math.floor(passed / schedule.stepDays)
  let n = Math.floor(passed / (schedule.stepMonths * 30.436875))
  while (boundaryDay(schedule, n + 1) <= day) n++
  while (boundaryDay(schedule, n) > day) n--
  return n
}
