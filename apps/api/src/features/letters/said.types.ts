import type { BudgetAbout, CalendarDate, Money, ReminderKind, ReminderTask } from '@streamline/domain'

/** What a message says, without words: these come when it is known who reads it, in which language and when. */
export interface Said {
  readonly kind: ReminderKind
  readonly subjectId: string
  readonly subscriptionId: string | null
  readonly name: string
  /** The end of its number, where it has one. */
  readonly line: string | null
  readonly on: CalendarDate
  readonly nextOn: CalendarDate | null
  readonly until: CalendarDate | null
  readonly amount: Money | null
  readonly count: number
  /** Who pays, where that is somebody else than who is told. */
  readonly payer: string | null
  /** Who or what else it names. */
  readonly about?: string | undefined
  /** What is to be done of an accepted step. */
  readonly task?: ReminderTask | undefined
  /** Whose budget it is. */
  readonly budgetOf?: BudgetAbout | undefined
}

export interface Told {
  readonly title: string
  readonly text: string
}

/** A day is called tomorrow only by who reads it on the day on which that was said. */
export interface Moment {
  readonly saidOn: CalendarDate
  readonly readOn: CalendarDate
}

/** What is said of each kind in one language. */
export type Words = Readonly<Record<ReminderKind, (said: Said, moment: Moment) => Told>>

/** What became of it since: it still asks something, was settled, or its day went by. */
export type Standing = 'open' | 'settled' | 'over'
