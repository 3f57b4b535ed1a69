import { daysBetween, type CalendarDate } from '@streamline/domain'
import { localeTag } from '../../platform/format/money-text.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import type { Moment } from './said.types.ts'

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

/** Thu, 3 Dec; with its year where that is not the one in which it is read. */
export const dateText = (date: CalendarDate, { readOn }: Moment, locale: Locale): string => {
  const { short, withYear } = formats[locale]
  const format = date.slice(0, 4) === readOn.slice(0, 4) ? short : withYear
  return format.format(Date.parse(`${date}T00:00:00Z`))
}

const near: Record<Locale, Readonly<Record<number, string>>> = {
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
  hi: { [-1]: 'कल', 0: 'आज', 1: 'कल' },
}

/** today, tomorrow, in 3 days; null where only its date says when it is. */
const nearText = (date: CalendarDate, { saidOn, readOn }: Moment, locale: Locale): string | null => {
  if (saidOn !== readOn) return null
  const days = daysBetween(saidOn, date)
  const word = near[locale][days]
  if (word !== undefined) return word
  if (days <= 1 || days > 7) return null
  return locale === 'hi' ? `${days} दिन में` : `in ${days} days`
}

/** today, tomorrow, in 3 days, on Thu, 3 Dec. */
export const dayText = (date: CalendarDate, moment: Moment, locale: Locale): string => {
  const text = dateText(date, moment, locale)
  return nearText(date, moment, locale) ?? (locale === 'hi' ? `${text} को` : `on ${text}`)
}

/** The same before a Hindi word that means until: a date stands there without one of its own. */
export const dayUntilText = (date: CalendarDate, moment: Moment): string =>
  nearText(date, moment, 'hi') ?? dateText(date, moment, 'hi')
