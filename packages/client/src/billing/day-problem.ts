import { addMonths, isCalendarDate, type CalendarDate } from '@streamline/domain'

/** Money that moved longer ago is not recorded any more. */
const OLDEST_MONTHS = 240

/** What is wrong with the day on which money moved; by the words for it. */
export const dayProblemOf = (day: string, today: CalendarDate): 'paidOn' | 'ahead' | 'longAgo' | null => {
  if (!isCalendarDate(day)) return 'paidOn'
  if (day > today) return 'ahead'
  return day < addMonths(today, -OLDEST_MONTHS) ? 'longAgo' : null
}
