import type { CalendarDate } from '@streamline/domain'
import type { SubscriptionDetail } from '../answers.ts'

type Period = Pick<
  SubscriptionDetail['timeline'][number],
  'startsOn' | 'endsOn' | 'expected' | 'state' | 'amount'
>

/**
 * Whether the days on which it can still be used are paid: a bill that is open, or days that cost nothing, are not lost money where
 * somebody ends it today.
 */
export const isPaidToEnd = (
  timeline: readonly Period[],
  { today, usableUntil }: { today: CalendarDate; usableUntil: CalendarDate | null },
): boolean => {
  if (usableUntil === null) return false
  const usable = timeline.filter(
    ({ startsOn, endsOn, expected }) => !expected && startsOn <= usableUntil && endsOn > today,
  )
  return usable.length > 0 && usable.every(({ state, amount }) => state === 'paid' && amount.amount > 0)
}
