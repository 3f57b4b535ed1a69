import {
  addDays,
  currencyExponent,
  daysBetween,
  type BillingInterval,
  type CalendarDate,
  type Money,
} from '@streamline/domain'
import { createContext, useContext } from 'react'
import { words } from '../translations/en/words.ts'

export type Language = 'en' | 'hi'

export interface FormatSettings {
  language: Language
  /** The household's country decides grouping and date order: ₹1,23,456 in India. */
  country: string
  /** The household's calendar date as the API gives it; the browser's clock is never asked. */
  today: CalendarDate | null
  /** What is said after the sign of a currency whose sum is beyond counting; in English where nobody says it. */
  tooLarge?: string
}

interface MoneyOptions {
  /** Writes + before what is positive. */
  signed?: boolean
  /** Keeps .00, for columns that must line up. */
  exact?: boolean
  /** No minor units at all, for a chart's axis. */
  rounded?: boolean
}

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

/** Intl objects cost a hundred times more to make than to use. */
const kept = <T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T => {
  const known = cache.get(key) as T | undefined
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

/** A calendar date has no zone; it is shown through UTC so that no zone can move it. */
const instantOf = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`)

export const createFormat = ({ language, country, today, tooLarge = words.tooLarge }: FormatSettings) => {
  const locale = `${language}-${country}`

  const dateText = (date: CalendarDate, options: Intl.DateTimeFormatOptions): string =>
    kept(
      `${locale} ${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
    ).format(instantOf(date))

  const isThisYear = (date: CalendarDate): boolean => today === null || date.slice(0, 4) === today.slice(0, 4)

  /** ₹649, ₹1,23,456.50; .00 falls away where the amount is whole. A sum that is too large is said in words. */
  const money = ({ amount, currency }: Money, { signed, exact, rounded }: MoneyOptions = {}): string => {
    // Where a sum that is too large stands, or a chart has added beyond it.
    if (Math.abs(amount) >= Number.MAX_SAFE_INTEGER) return `${currencySign(currency)} ${tooLarge}`
    const exponent = currencyExponent(currency)
    const unit = 10 ** exponent
    const digits = rounded || (!exact && amount % unit === 0) ? 0 : exponent
    return kept(
      `${locale} ${currency} ${digits} ${signed}`,
      () =>
        new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          signDisplay: signed ? 'exceptZero' : 'auto',
        }),
    ).format(amount / unit)
  }

  /** "₹": what stands before an amount that is being typed. */
  const currencySign = (currency: string): string =>
    kept(
      `${locale} ${currency} sign`,
      () => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    )
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? currency

  /** "Tue 3 Dec", with the year where it is another one. */
  const date = (value: CalendarDate): string => `${dateText(value, { weekday: 'short' })} ${shortDate(value)}`

  /** "3 Dec", with the year where it is another one. */
  const shortDate = (value: CalendarDate): string =>
    dateText(value, {
      day: 'numeric',
      month: 'short',
      ...(isThisYear(value) ? {} : { year: 'numeric' }),
    })

  /** "31 Oct – 29 Nov" of a half-open period: its first and its last usable day. */
  const period = (startsOn: CalendarDate, endsOn: CalendarDate): string => {
    const last = addDays(endsOn, -1)
    const year = isThisYear(startsOn) && isThisYear(last) ? {} : ({ year: 'numeric' } as const)
    const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', ...year, timeZone: 'UTC' }
    return kept(
      `${locale} period ${Object.keys(year).length}`,
      () => new Intl.DateTimeFormat(locale, options),
    )
      .formatRange(instantOf(startsOn), instantOf(last))
      .replaceAll('\u2009', ' ')
  }

  /** "3:42 pm" of a wall time `HH:MM`. */
  const wallTime = (time: string): string =>
    kept(
      `${locale} wall time`,
      () => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }),
    ).format(new Date(`2000-01-01T${time}Z`))

  /** "Tuesday, 3 December 2026". */
  const longDate = (value: CalendarDate): string => dateText(value, { dateStyle: 'full' })

  /** A date known only so exactly: "3 Oct 2024", "Oct 2024", "2024". */
  const asOf = (value: CalendarDate, precision: 'day' | 'month' | 'year'): string =>
    dateText(value, {
      year: 'numeric',
      ...(precision === 'year' ? {} : { month: 'short' }),
      ...(precision === 'day' ? { day: 'numeric' } : {}),
    })

  const weekdayLetter = (value: CalendarDate): string => dateText(value, { weekday: 'narrow' })

  const dayOfMonth = (value: CalendarDate): string => dateText(value, { day: 'numeric' })

  /** "December" of a month `YYYY-MM`. */
  const month = (value: string, length: 'long' | 'short' | 'narrow' = 'long'): string =>
    dateText(`${value}-01` as CalendarDate, { month: length })

  /** "December 2026" of a month `YYYY-MM`. */
  const monthAndYear = (value: string): string =>
    dateText(`${value}-01` as CalendarDate, { month: 'long', year: 'numeric' })

  /**
   * "today", "tomorrow", "in 2 days", "2 days ago". Hindi says कल for both tomorrow and yesterday, so there
   * only today has its own word.
   */
  const days = (count: number): string =>
    kept(
      `${locale} relative ${count === 0}`,
      () =>
        new Intl.RelativeTimeFormat(locale, {
          numeric: language === 'hi' && count !== 0 ? 'always' : 'auto',
        }),
    ).format(count, 'day')

  /** The same, from the household's today; empty while it is not known. */
  const relative = (value: CalendarDate): string => (today === null ? '' : days(daysBetween(today, value)))

  const number = (value: number): string =>
    kept(`${locale} number`, () => new Intl.NumberFormat(locale)).format(value)

  const percent = (share: number): string =>
    kept(
      `${locale} percent`,
      () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
    ).format(share)

  const list = (names: readonly string[]): string =>
    new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(names)

  return {
    locale,
    language,
    country,
    today,
    money,
    currencySign,
    date,
    shortDate,
    longDate,
    wallTime,
    period,
    asOf,
    weekdayLetter,
    dayOfMonth,
    month,
    monthAndYear,
    days,
    relative,
    number,
    percent,
    list,
  }
}

export type Format = ReturnType<typeof createFormat>

const FormatContext = createContext<Format>(createFormat({ language: 'en', country: 'IN', today: null }))

export const FormatProvider = FormatContext.Provider

/** How money and dates are written for the household on screen. */
export const useFormat = (): Format => useContext(FormatContext)

/** Translation key and count of an interval: `{count: 28, unit: 'day'}` is "every 28 days", one month "monthly". */
export const intervalKey = ({ count, unit }: BillingInterval) =>
  count === 1
    ? ({ key: `every.${unit}`, count } as const)
    : unit === 'month' && count === 3
      ? ({ key: 'every.quarter', count } as const)
      : unit === 'month' && count === 6
        ? ({ key: 'every.halfYear', count } as const)
        : ({ key: `everyCount.${unit}`, count } as const)
