import { addDays, type CalendarDate } from '../time/calendar.ts'
import { calendarDateIn, instantAt, startOfDay } from '../time/zone.ts'
import type { PlannedReminder } from './planned.ts'
import { isQuiet, timeOutsideQuiet, type ReminderPreferences } from './preferences.ts'

type Times = Pick<ReminderPreferences, 'sendAt' | 'quiet'>

/** The instant (ms since 1970) at which messages of a day are sent in a zone (law 1). */
export const sendInstant = (day: CalendarDate, times: Times, timeZone: string): number =>
  instantAt(day, timeOutsideQuiet(times), timeZone)

/** The first day whose messages are still to be sent at an instant. */
export function nextSendDay(nowMs: number, times: Times, timeZone: string): CalendarDate {
  const today = calendarDateIn(nowMs, timeZone)
  return sendInstant(today, times, timeZone) >= nowMs ? today : addDays(today, 1)
}

/** The instant from which something may be sent at or after `nowMs`: now, or when the quiet hours end that it lies in. */
export function outsideQuiet(nowMs: number, { quiet }: Times, timeZone: string): number {
  if (quiet === null) return nowMs
  const today = calendarDateIn(nowMs, timeZone)
  if (!isQuiet(wallTimeAt(nowMs, timeZone), quiet)) return nowMs
  const end = instantAt(today, quiet.until, timeZone)
  return end > nowMs ? end : instantAt(addDays(today, 1), quiet.until, timeZone)
}

/** Whose messages are timed, and where the day is over by which they have to act. */
export interface Timed {
  readonly preferences: Times
  /** The person's. */
  readonly timeZone: string
  readonly householdZone: string
}

/** The last day of the household on which what a reminder advises can be done; null where no day ends it. */
function lastDayOf({ kind, on, lead }: PlannedReminder): CalendarDate | null {
  switch (kind) {
    case 'trialEnding':
    case 'decideBy':
    case 'due':
    case 'step':
      return on
    case 'renewal':
      return lead > 0 ? addDays(on, -1) : on
    case 'expiry':
      return lead > 0 ? addDays(on, -1) : null
    case 'overdue':
    case 'priceChange':
    case 'claim':
    case 'assumed':
    case 'overlap':
    case 'budget':
    case 'settlement':
    case 'settleUp':
    case 'joined':
    case 'left':
      return null
  }
}

/**
 * The instant at which a reminder is sent: on its day, at the person's time. What must be done by a day of the household is said before that
 * day ends there: where the person's time comes later, it is the last one before that end, which lies within that day.
 */
export function sendTimeOf(planned: PlannedReminder, timed: Timed, nowMs: number): number {
  const { preferences, timeZone, householdZone } = timed
  const { sendOn, occasion } = planned
  if (sendOn === null && occasion.isAtOnce === true) return outsideQuiet(nowMs, preferences, timeZone)
  const day = sendOn ?? nextSendDay(nowMs, preferences, timeZone)
  const at = (on: CalendarDate) => sendInstant(on, preferences, timeZone)
  const lastDay = sendOn === null ? null : lastDayOf(planned)
  if (lastDay === null || (householdZone === timeZone && day <= lastDay)) return at(day)
  const end = startOfDay(addDays(lastDay, 1), householdZone)
  if (at(day) < end) return at(day)
  // Two zones are a day and two hours apart at most, so that one of these comes before the end.
  const earlier = [-1, -2].map((days) => addDays(day, days)).find((on) => at(on) < end)
  const isSpokenOf = earlier !== undefined && (occasion.from === null || earlier >= occasion.from)
  return isSpokenOf ? at(earlier) : at(day)
}

/** The wall time of an instant, as far as minutes go. */
export const wallTimeAt = (epochMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(epochMs)
