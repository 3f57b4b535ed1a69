import { DomainError } from '../error.ts'

declare const calendarDate: unique symbol

/** A civil date `YYYY-MM-DD` between 1900-01-01 and 2200-12-31. Text order is date order. */
export type CalendarDate = string & { readonly [calendarDate]: true }

/** A civil month `YYYY-MM`. */
export type CalendarMonth = string

/** Whole days since 1970-01-01; negative before. The engine counts in these, dates are made at the edge. */
export type EpochDay = number

export const FIRST_YEAR = 1900
export const LAST_YEAR = 2200

const FIRST_DAY = dayNumber(FIRST_YEAR, 1, 1)
/** 2200-12-31. */
export const LAST_DAY: EpochDay = dayNumber(LAST_YEAR, 12, 31)

/** Day number of a civil date by the days-from-civil algorithm (proleptic Gregorian). The parts are not checked. */
function dayNumber(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear + day - 1
  return era * 146_097 + dayOfEra - 719_468
}

/** True in a Gregorian leap year. */
export function isLeapYear(year: number): boolean {
  return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Number of days in a month; `month` 1–12, otherwise `invalid-date`. */
export function daysInMonth(year: number, month: number): number {
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12)
    throw new DomainError('invalid-date', `There is no month ${month} in the year ${year}.`, { year, month })
  return lengthOfMonth(year, month)
}

/** As `daysInMonth` for parts known to be right. */
function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : Number.NaN
}

/** Year, month and day of a date text, without checking the month or the day. NaN where a digit is missing. */
const yearIn = (text: string): number =>
  digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3)
const monthIn = (text: string): number => digit(text, 5) * 10 + digit(text, 6)
const dayIn = (text: string): number => digit(text, 8) * 10 + digit(text, 9)

/** True for a real date `YYYY-MM-DD` of the years 1900–2200. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || value.length !== 10 || value[4] !== '-' || value[7] !== '-') return false
  const year = yearIn(value)
  const month = monthIn(value)
  const day = dayIn(value)
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return false
  return day <= lengthOfMonth(year, month)
}

/** Reads `YYYY-MM-DD`; anything else, an impossible day, or a year outside 1900–2200 is `invalid-date`. */
export function parseCalendarDate(text: string): CalendarDate {
  if (isCalendarDate(text)) return text
  const value = text.slice(0, 40)
  throw new DomainError('invalid-date', `"${value}" is not a date of the years 1900–2200.`, { value })
}

/** Days since 1970-01-01 of a date; a text that is no date is `invalid-date`. */
export function epochDayOf(date: CalendarDate): EpochDay {
  const year = yearIn(date)
  const month = monthIn(date)
  const day = dayIn(date)
  const isReal =
    date.length === 10 && year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1
  if (!isReal || day > lengthOfMonth(year, month)) return epochDayOf(parseCalendarDate(date))
  return dayNumber(year, month, day)
}

/** Texts of the dates of each year that was asked for, by day of the year. */
const yearTexts: (CalendarDate[] | undefined)[] = []

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

function textsOf(year: number): CalendarDate[] {
  const texts: CalendarDate[] = []
  for (let month = 1; month <= 12; month++) {
    const days = lengthOfMonth(year, month)
    for (let day = 1; day <= days; day++) texts.push(parseCalendarDate(`${year}-${two(month)}-${two(day)}`))
  }
  return texts
}

/** Date of a day number; outside 1900–2200, or not an integer, is `invalid-date`. */
export function dateOfEpochDay(day: EpochDay): CalendarDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY) || !Number.isInteger(day))
    throw new DomainError('invalid-date', 'That reaches beyond the years 1900–2200.', { day })
  const year = yearOfEpochDay(day)
  const texts = (yearTexts[year - FIRST_YEAR] ??= textsOf(year))
  return texts[day - dayNumber(year, 1, 1)] ?? parseCalendarDate('')
}

/** Civil year of a day number. */
function yearOfEpochDay(day: EpochDay): number {
  const guess = 1970 + Math.floor(day / 365.2425)
  if (day < dayNumber(guess, 1, 1)) return guess - 1
  return day >= dayNumber(guess + 1, 1, 1) ? guess + 1 : guess
}

/** The date `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfEpochDay(epochDayOf(date) + days)
}

/** Months since year 0 of a date: 12 × year + month − 1. */
export function monthNumber(date: CalendarDate): number {
  return yearIn(date) * 12 + monthIn(date) - 1
}

/** Day of the month, 1–31. */
export function dayOfMonth(date: CalendarDate): number {
  return dayIn(date)
}

/** Day number of day `day` in a month, or of the month's last day where it is shorter (law 2). */
export function clampedDay(month: number, day: number): EpochDay {
  const year = Math.floor(month / 12)
  const monthOfYear = month - year * 12 + 1
  const last = day > 28 ? lengthOfMonth(year, monthOfYear) : day
  return dayNumber(year, monthOfYear, day < last ? day : last)
}

/** The same day `months` later, clamped to the last day of a shorter month (law 2). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  parseCalendarDate(date)
  return dateOfEpochDay(clampedDay(monthNumber(date) + months, dayIn(date)))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDayOf(to) - epochDayOf(from)
}

/** The month `YYYY-MM` of a date. */
export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7)
}

/** The first day of the month of a date. */
export function startOfMonth(date: CalendarDate): CalendarDate {
  return parseCalendarDate(`${monthOf(date)}-01`)
}

/** The later of two dates. */
export function maxDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b
}

/** The earlier of two dates. */
export function minDate(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b
}
