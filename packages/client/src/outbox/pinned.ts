import type { CalendarDate } from '@streamline/domain'
import type { KeptKind } from './kept-act.ts'

const dayOf: Partial<Record<KeptKind, string>> = {
  payment: 'paidOn',
  payments: 'paidOn',
  recharge: 'renewedOn',
  usage: 'on',
}

/** The same with the day on which it was entered: sent tomorrow, "today" would be another day. */
export const pinned = <Input extends object>(kind: KeptKind, input: Input, today: CalendarDate): Input => {
  const day = dayOf[kind]
  if (day === undefined || day in input || 'onDueDays' in input) return input
  return { ...input, [day]: today }
}
