import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import type { Period } from '../subscription/periods.ts'

export type ChargeState = 'upcoming' | 'due' | 'overdue' | 'partlyPaid' | 'paid' | 'waived' | 'void'

/** What the state of a charge is derived from; amounts in minor units. */
export interface ChargeFacts {
  readonly billedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly amount: number
  readonly paid: number
  readonly waived: boolean
  readonly voided: boolean
}
export function chargeStateOf(_charge: ChargeFacts, _today: CalendarDate): ChargeState {
  throw new DomainError('invalid-terms', 'pending')
}
export function chargesToRaise(
  _facts: SubscriptionFacts,
  _today: CalendarDate,
  _options: { readonly fromIndex?: number | undefined } = {},
): Period[] {
  throw new DomainError('invalid-terms', 'pending')
}
