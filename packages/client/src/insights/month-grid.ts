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

/** Lands whose week begins on Sunday or Saturday (CLDR), for an engine that does not know; everywhere else it is Monday. */
const sundayLands =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'
const saturdayLands = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'

/** The same where the engine tells nothing of weeks, as on most phones. */
export const firstWeekdayByLand = (locale: string): number => {
  const land = /-([A-Z]{2})\b/.exec(locale)?.[1] ?? ''
  if (land !== '' && sundayLands.includes(land)) return 6
  return land !== '' && saturdayLands.includes(land) ? 5 : 0
}

/** The day a week begins with where somebody lives: 0 is Monday. */
export const firstWeekdayIn = (locale: string): number => {
  // Not every engine has it.
  const Known = Intl.Locale as typeof Intl.Locale | undefined
  const known =
    Known === undefined
      ? null
      : (new Known(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo })
  const info = known?.getWeekInfo?.() ?? known?.weekInfo
  return info === undefined ? firstWeekdayByLand(locale) : (info.firstDay + 6) % WEEK
}
