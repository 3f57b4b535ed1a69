import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'

export type SplitRule =
  | { readonly kind: 'payer'; readonly memberId: string }
  | { readonly kind: 'equal'; readonly memberIds: readonly string[] }
  | {
      readonly kind: 'shares'
      readonly weights: readonly { readonly memberId: string; readonly weight: number }[]
    }
  | {
      readonly kind: 'percent'
      readonly parts: readonly { readonly memberId: string; readonly basisPoints: number }[]
    }
  | {
      readonly kind: 'exact'
      readonly parts: readonly { readonly memberId: string; readonly amount: number }[]
    }

/** What one member owes of a charge, in minor units. */
export interface Share {
  readonly memberId: string
  readonly amount: number
}
export interface DayShare extends Share {
  /** Days of the period on which a rule with this member was in force: "Ravi, 11 of 30 days". */
  readonly days: number
  readonly ofDays: number
}
export interface SplitFrom {
  readonly fromOn: CalendarDate
  readonly rule: SplitRule
}
export function sharesOf(_amount: number, _rule: SplitRule, _occurrence: number): Share[] {
  throw new DomainError('invalid-terms', 'pending')
}
export function sharesByDay(
  _amount: number,
  _period: { readonly startsOn: CalendarDate; readonly endsOn: CalendarDate },
  _rules: readonly SplitFrom[],
  _occurrence: number,
): DayShare[] {
  throw new DomainError('invalid-terms', 'pending')
}
