import { addDays, isCalendarDate, type CalendarDate } from '@streamline/domain'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const names = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'

/** 30/11/2026, 30-11-26, 30.11.2026: in India the day comes first. */
const dayFirst = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/gu
const yearFirst = /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?!\d)/gu
/** 30 Nov 2026, 30-Nov-26, 30NOV26, 30th November; without a year it is the nearest one. */
const namedDay = new RegExp(
  `(?<![\\d,.])(\\d{1,2})(?:st|nd|rd|th)?[\\s-]{0,2}(${names})[a-z]{0,6}(?:[\\s,'-]{0,2}(\\d{4}|\\d{2})(?!\\d))?`,
  'giu',
)
/** Nov 30, 2026. */
const namedMonth = new RegExp(
  `\\b(${names})[a-z]{0,6}\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,\\s{0,2}(\\d{4})`,
  'giu',
)

const dateOf = (year: string, month: number, day: number): CalendarDate | null => {
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDate(text) ? text : null
}

/** The year that brings a day without one nearest to today. */
const nearest = (month: number, day: number, today: CalendarDate): CalendarDate | null => {
  const year = Number(today.slice(0, 4))
  const half = 183
  const some = [year - 1, year, year + 1].flatMap((one) => dateOf(String(one), month, day) ?? [])
  return some.find((one) => one > addDays(today, -half) && one <= addDays(today, half)) ?? null
}

const monthOf = (name: string): number => months.indexOf(name.toLowerCase()) + 1

/** All days that a text names, in the order of the text; what is no day of the calendar is none. */
export const daysInText = (text: string, today: CalendarDate): readonly CalendarDate[] => {
  const found: { at: number; on: CalendarDate | null }[] = []
  for (const { index, 1: day, 3: month, 4: year } of text.matchAll(dayFirst))
    found.push({ at: index, on: dateOf(year ?? '', Number(month), Number(day)) })
  for (const { index, 1: year, 2: month, 3: day } of text.matchAll(yearFirst))
    found.push({ at: index, on: dateOf(year ?? '', Number(month), Number(day)) })
  for (const { index, 1: day, 2: month, 3: year } of text.matchAll(namedDay)) {
    const number = monthOf(month ?? '')
    const on = year === undefined ? nearest(number, Number(day), today) : dateOf(year, number, Number(day))
    found.push({ at: index, on })
  }
  for (const { index, 1: month, 2: day, 3: year } of text.matchAll(namedMonth))
    found.push({ at: index, on: dateOf(year ?? '', monthOf(month ?? ''), Number(day)) })
  return found.toSorted((one, other) => one.at - other.at).flatMap(({ on }) => on ?? [])
}
