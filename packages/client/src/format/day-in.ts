import type { CalendarDate } from '@streamline/domain'

/** The day on which a moment (milliseconds since 1970) lies where the household is; without the calendars that only a server needs. */
export const dayIn = (timeZone: string, at: number): CalendarDate => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const part = (type: 'year' | 'month' | 'day'): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}` as CalendarDate
}
