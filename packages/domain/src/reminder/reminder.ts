import type { Money } from '../money/money.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'
import type { CalendarDate } from '../time/calendar.ts'

/** What people are told, about subscriptions and, at the end of the list, about each other. */
export const reminderKinds = [
  'renewal',
  'expiry',
  'due',
  'overdue',
  'trialEnding',
  'decideBy',
  'priceChange',
  'claim',
  'assumed',
  'overlap',
  'step',
  'budget',
  'settlement',
  'settleUp',
  'joined',
  'left',
] as const

export type ReminderKind = (typeof reminderKinds)[number]

/** Who must act: who pays it, or who keeps it. */
export type Concerned = 'payer' | 'manager'

/** A step towards the cheapest set, with the names of what it takes up. */
export interface ReminderTask {
  readonly kind: 'cancel' | 'recharge' | 'port' | 'begin' | 'claim'
  readonly plan: string | null
  readonly service: string | null
}

/** What a budget is for, by its kind of subscription or its member's name; both null where it is all of the household. */
export interface BudgetAbout {
  readonly kind: SubscriptionKind | null
  readonly memberName: string | null
}

/** Something of a subscription that somebody may be reminded of, on whatever day and however often. */
export interface Occasion {
  readonly kind: ReminderKind
  /**
   * What it is about: the subscription, a charge that is none of its periods, an accepted step, a transfer, a member, a budget, or the person's household. Never the
   * id of a period's charge, which may be another one tomorrow.
   */
  readonly subjectId: string
  /** Null where it is of no single one. */
  readonly subscriptionId: string | null
  /** The debit, the first day without service, the due date, the last day to decide, the first day of a price, of a pack, of a week. */
  readonly on: CalendarDate
  /** First and last day on which there is something to say; null is unbounded. */
  readonly from: CalendarDate | null
  readonly until: CalendarDate | null
  /** What is debited or owed, minor units with tax. */
  readonly amount: Money | null
  readonly concerned: Concerned
  /** Told as soon as it is known, when messages are sent; a day says nothing about when. */
  readonly isNews: boolean
  /** News that waits for no time of day, only for the end of quiet hours. */
  readonly isAtOnce?: boolean
  /** Who or what else it names. */
  readonly about?: string
  /** What is to be done of an accepted step. */
  readonly task?: ReminderTask | undefined
  /** Whose budget it is. */
  readonly budgetOf?: BudgetAbout | undefined
  /** The debit that a decision avoids, or a trial leads to; the day until which a dearer price can be avoided. */
  readonly nextOn: CalendarDate | null
  /** How many: benefits to claim, debits to check. */
  readonly count: number
}

/**
 * Days before `on`; negative after it. What is told as soon as it is known has this one instead: each reminder is the only one with its
 * recipient, kind, subject, day and lead (law 28).
 */
export const NEWS_LEAD = 1000

/** What makes a reminder that one and no other, for one recipient. */
export interface ReminderKey {
  readonly kind: ReminderKind
  readonly subjectId: string
  readonly on: CalendarDate
  readonly lead: number
}

/** As text, for comparing. */
export const reminderKeyText = ({ kind, subjectId, on, lead }: ReminderKey): string =>
  `${kind} ${subjectId} ${on} ${lead}`
