import type { CalendarDate, UsageDraft } from '@streamline/domain'
import type { Person } from './demo-family.ts'

/** How one subscription of the demo came about, in the words that a person would use to enter it. */
export interface DemoSubscription {
  readonly planId: string
  readonly startsOn: CalendarDate
  readonly name?: string
  readonly usedBy: readonly Person[]
  readonly paidBy: Person
  readonly managedBy?: Person
  /** Who bears it, in equal parts; without it who pays bears it alone. */
  readonly sharedBy?: readonly Person[]
  readonly line?: string
  readonly note?: string
  readonly labels?: readonly string[]
  readonly noticeDays?: number
  readonly billDay?: number
  readonly dueDays?: number
  readonly trialDays?: number
  readonly isPrivate?: boolean
  readonly method?: string
  /** Dates on which a pack was recharged, each paid at once. */
  readonly recharges?: readonly CalendarDate[]
  /** Debits due on or after this date book themselves, and nobody has looked at them yet. */
  readonly bookedFrom?: CalendarDate
  /** Charges due on or after this date are left unpaid. */
  readonly unpaidFrom?: CalendarDate
  /** Who paid instead of the usual payer, by number of the period. */
  readonly paidByOther?: { readonly every: number; readonly person: Person }
  readonly isCancelled?: boolean
  /** What was noted of its use. */
  readonly usage?: readonly UsageDraft[]
}
