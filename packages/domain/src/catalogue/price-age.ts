import { addMonths, type CalendarDate } from '../time/calendar.ts'

/** Providers change prices about once a year: after half of it a price is worth a question. */
const MONTHS = 6

/**
 * True when nobody can be told a catalogue price without being asked whether it is what they pay: it is not sold any more,
 * nobody confirmed it, or it was seen more than six months before `today`.
 */
export const isOldPrice = (
  { status, asOf }: { readonly status: 'current' | 'unverified' | 'superseded'; readonly asOf: CalendarDate },
  today: CalendarDate,
): boolean => status !== 'current' || addMonths(asOf, MONTHS) < today
