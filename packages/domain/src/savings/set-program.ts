import type { CalendarDate } from '../time/calendar.ts'
import type { Apart } from './apart.ts'
import type { CashDebit, Year } from './cash.ts'
import type { Cell, Cover } from './cover.ts'
import type { Holding } from './holding.ts'
import type { Leave } from './leave.ts'
import type { HeldPlan, LineNeed, Needs, ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import type { Amount, Choice, Program } from './program.ts'

/** All that the cheapest set is worked out of. */
export interface SavingsInput {
  readonly today: CalendarDate
  readonly currency: string
  readonly memberIds: readonly string[]
  readonly held: readonly HeldPlan[]
  readonly needs: Needs
  /** Who wants which service from an account of their own. */
  readonly apart: readonly Apart[]
  readonly offers: readonly OfferedPlan[]
}

/** A run of months `[from, until)` in which a service that may rotate is held. */
export interface HeldMonths {
  readonly need: ServiceNeed
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** What can be done about one subscription, or a plan that could be new. */
export interface Draft {
  readonly slot: string
  /** The subscription that the slot has now; null for something new. */
  readonly subscriptionId: string | null
  /** The first day without that; null where it stays, or there is none. */
  readonly leaveOn: CalendarDate | null
  /** The plan that begins, and its first day. */
  readonly plan: OfferedPlan | null
  readonly from: CalendarDate | null
  /** The first day without what begins, where it is held for some months only. */
  readonly until?: CalendarDate | undefined
  /** The months in which a service is held: a choice of days, and no plan by itself. */
  readonly months?: HeldMonths | undefined
  /** It runs whatever is chosen, and is paid or cancelled already: no plan to decide about. */
  readonly isFixed?: true | undefined
  readonly debits: readonly CashDebit[]
  readonly covers: readonly Cover[]
  readonly gives: readonly Amount[]
  readonly uses: readonly Amount[]
}

/** Of what takes nothing from others and leaves nothing to them. */
export const FREE = { gives: [], uses: [] } as const

export interface Option extends Draft, Choice {}

/** A run of months is no plan, nor is what runs whatever is chosen: neither stays nor goes. */
export const isPlan = ({ months, isFixed }: Draft): boolean => months === undefined && isFixed !== true

/** What is used of the seats of a family plan. */
export const seatsOf = (tag: string): string => `${tag} seats`

/** True of a line that takes a seat of the plan that another line holds. */
export const isSeat = ({ uses }: Draft): boolean => uses.some(({ of }) => of.endsWith(' seats'))

export interface SetProgram extends Program {
  readonly choices: readonly Option[]
  readonly year: Year
  /** What is paid whatever is chosen. */
  readonly fixed: readonly CashDebit[]
  /** What is paid today for what has a slot. */
  readonly now: readonly CashDebit[]
  /** Stretches of days on which nothing there is gives what is needed: they are not asked for. */
  readonly unmet: readonly Cell[]
}

/** A line that has to go on, with the days from which another plan can serve it. */
export interface Line {
  readonly need: LineNeed
  readonly held: HeldPlan
  readonly holding: Holding
  readonly leaves: readonly Leave[]
}

/** What is worked out once for all options. */
export interface Outlook {
  readonly input: SavingsInput
  readonly year: Year
  readonly offers: readonly OfferedPlan[]
  readonly lines: readonly Line[]
  /** Subscriptions that give services and nothing else. */
  readonly streams: readonly { readonly held: HeldPlan; readonly holding: Holding }[]
  /** The debits of a plan from a day on. */
  readonly cashOf: (plan: OfferedPlan, from: CalendarDate, withFee: boolean) => readonly CashDebit[]
}
