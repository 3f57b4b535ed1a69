import { maxDate, type PlannedReminder } from '@streamline/domain'
import { calendarDateIn } from '@streamline/domain/zone'
import type { Reminded } from './reminder-reader.service.ts'

/** Late is good enough for what is still to come, not for what is over, for the person or in the household. */
export function isOver(
  { occasion: { until, from } }: PlannedReminder,
  { timeZone, householdZone }: Pick<Reminded, 'timeZone' | 'householdZone'>,
  nowMs: number,
): boolean {
  const today = calendarDateIn(nowMs, timeZone)
  if (from !== null && from > today) return true
  return until !== null && until < maxDate(today, calendarDateIn(nowMs, householdZone))
}
