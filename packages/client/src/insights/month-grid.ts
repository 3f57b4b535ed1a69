import { addDays, addMonths, monthOf, parseCalendarDate, type CalendarDate } from '@streamline/domain'

const WEEK = 7

/** Monday is 0: 3 January 2000 was one. */
const weekdayOf = (date: CalendarDate): number => {
  const days = (Date.parse(date) - Date.parse('2000-01-03')) / 86_400_000
  return ((days % WEEK) + WEEK) % WEEK
}

/**
 * The days of a month (`YYYY-MM`) as weeks, each from its first weekday on (0 is Monday, 6 Sunday); null where the week reaches into
 * another month.
 */
export const monthGrid = (month: string, firstWeekday: number): (CalendarDate | null)[][] => {
  const first = parseCalendarDate(`${month}-01`)
  const end = addMonths(first, 1)
  const weeks: (CalendarDate | null)[][] = []
  const offset = (weekdayOf(first) - firstWeekday + WEEK) % WEEK
  for (let start = addDays(first, -offset); start < end; start = addDays(start, WEEK))
    weeks.push(
      Array.from({ length: WEEK }, (_, at) => {
        const day = addDays(start, at)
        return monthOf(day) === month ? day : null
      }),
    )
  return weeks
}

/** The month so many after another one, as `YYYY-MM`. */
export const monthAfter = (month: string, count: number): string =>
  monthOf(addMonths(parseCalendarDate(`${month}-01`), count))

interface WeekInfo {
  readonly firstDay: number
}

/** The day a week begins with where somebody lives: 0 is Monday. Monday where the browser does not know. */
export const firstWeekdayIn = (locale: string): number => {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo }
  const info = known.getWeekInfo?.() ?? known.weekInfo
  return ((info?.firstDay ?? 1) + 6) % WEEK
}
