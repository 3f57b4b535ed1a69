import type { CalendarDate, PlannedReminder } from '@streamline/domain'

/** Late is good enough for what is still to come, not for what is over. */
export const isOver = ({ occasion: { until, from } }: PlannedReminder, today: CalendarDate): boolean =>
  (until !== null && until < today) || (from !== null && from > today)
