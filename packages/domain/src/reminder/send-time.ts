import { addDays, type CalendarDate } from '../time/calendar.ts'
import { calendarDateIn, instantAt } from '../time/zone.ts'
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

/** The wall time of an instant, as far as minutes go. */
const wallTimeAt = (epochMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(epochMs)
