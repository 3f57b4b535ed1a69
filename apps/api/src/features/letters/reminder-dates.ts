import { daysBetween, type CalendarDate } from '@streamline/domain'
import { localeTag } from '../../platform/format/money-text.ts'
import type { Locale } from '../../platform/mail/letter.ts'

const formatOf = (locale: Locale, year: 'numeric' | undefined) =>
  new Intl.DateTimeFormat(localeTag(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year,
    timeZone: 'UTC',
  })

const formats = {
  en: { short: formatOf('en', undefined), withYear: formatOf('en', 'numeric') },
  hi: { short: formatOf('hi', undefined), withYear: formatOf('hi', 'numeric') },
} satisfies Record<Locale, unknown>

/** Thu, 3 Dec; with its year where that is not the one of today. */
export const dateText = (date: CalendarDate, today: CalendarDate, locale: Locale): string => {
  const { short, withYear } = formats[locale]
  const format = date.slice(0, 4) === today.slice(0, 4) ? short : withYear
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

const near: Record<Locale, Readonly<Record<number, string>>> = {
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
  hi: { [-1]: 'कल', 0: 'आज', 1: 'कल' },
}

/** today, tomorrow, in 3 days, on Thu, 3 Dec. */
export const dayText = (date: CalendarDate, today: CalendarDate, locale: Locale): string => {
  const days = daysBetween(today, date)
  const word = near[locale][days]
  if (word !== undefined) return word
  if (days > 1 && days <= 7) return locale === 'hi' ? `${days} दिन में` : `in ${days} days`
  return locale === 'hi' ? `${dateText(date, today, locale)} को` : `on ${dateText(date, today, locale)}`
}
