import type {
  CalendarDate,
  Departure,
  MoneyGoes,
  Period,
  SplitHistory,
  StandingExtra,
  SubscriptionKind,
} from '@streamline/domain'

/** What billing must know of a subscription; the subscription hands it over with each write. */
export interface BilledSubscription {
  readonly id: string
  readonly householdId: string
  /** Of the document. What is older than billing knows changes nothing. */
  readonly revision: number
  /** Periods below this index have their charge once the plan is applied; it grows with time while the revision stays. */
  readonly raised: number
  readonly name: string
  readonly kind: SubscriptionKind
  readonly providerId: string | null
  readonly brandColor: string | null
  readonly look: string | null
  readonly visibility: 'shared' | 'private'
  readonly ownerId: string
  readonly paidBy: string
  readonly splits: SplitHistory
  /** Who left since, the first of them first. */
  readonly departures: readonly Departure[]
}

/** What is charged beside the periods, and who bears it where that is not as with the subscription. */
export interface BilledExtra extends StandingExtra {
  readonly splits?: SplitHistory
}

/** An act that is taken back. */
export interface UndoneAct {
  readonly id: string
  readonly at: string
  readonly on: CalendarDate
  /** What stands now is what stood before it: nothing was said since that still holds. */
  readonly isLast: boolean
}

/** What a subscription owes billing: the charges that should be from a period on. Applying it again changes nothing. */
export interface ChargePlan {
  readonly subscription: BilledSubscription
  /** Charges from this period on are compared with the periods. */
  readonly fromIndex: number
  /** Every period from that one on that should have a charge. */
  readonly periods: readonly Period[]
  /** What is charged beside the periods, all that stands. */
  readonly extras?: readonly BilledExtra[] | undefined
  /** The household's date. */
  readonly today: CalendarDate
  /** A charge billed on or before this day keeps its amount; default today. */
  readonly billedUntil?: CalendarDate | undefined
  /** From this day on who bears what has changed, also of what is paid; default today. */
  readonly splitFrom?: CalendarDate | undefined
  /** What happened was put right: what was billed or paid follows too; default false. */
  readonly amends?: boolean | undefined
  /** Acts that do not count any more: what was paid along with them was not. */
  readonly takesBack?: readonly string[] | undefined
  /** Acts that count again: so does that. */
  readonly bringsBack?: readonly string[] | undefined
  /** The number of the period that an act opens now, where it opens one: what was paid along with it is for that. Seldom asked. */
  readonly opens?: ((act: string) => number | undefined) | undefined
  /** Debits that were only assumed and due before this day had gone through when it happened: they stay. Default: they follow. */
  readonly assumedStandBefore?: CalendarDate | undefined
  /** Periods, by number and first day, that are what they were before the act that is taken back: what comes back costs what it did. */
  readonly asBefore?: ReadonlySet<string> | undefined
  /** The act that is taken back: what was assumed because of it, of charges that stood then, is assumed anew. */
  readonly undone?: UndoneAct | undefined
  /** The act that this brings, where it is one alone: what it does to the charges is remembered, for its undo. */
  readonly act?: string | undefined
  /** It begins anew after it was over: nothing that somebody said of an old charge is said of a new one. Default false. */
  readonly startsAnew?: boolean | undefined
  /** What becomes of money that this frees, by the act that says so; default it is credit. */
  readonly money?: readonly FreedMoney[] | undefined
  /** Acts that do not count any more: what they did with money that they freed is taken back. */
  readonly moneyBack?: readonly string[] | undefined
  /** Acts that count again: so does that. */
  readonly moneyAgain?: readonly string[] | undefined
  /** Charges raised now for periods before this one count as paid by the usual payer on their due date, marked assumed. */
  readonly assumePaidBeforeIndex?: number | undefined
  /** Debits of charges due from this day on, and by today, book themselves, each at most once ever; default none do. */
  readonly bookedFrom?: CalendarDate | undefined
  /** What came with the same writes, such as a recharge. */
  readonly payments?: readonly PlannedPayment[] | undefined
}

/** What an act says of the money that it frees. */
export interface FreedMoney {
  /** UUID of the act; names what is written because of it. */
  readonly act: string
  readonly goes: MoneyGoes
  /** Member who says so. */
  readonly recordedBy: string | null
}

/** What became of a plan: applied, older than what billing knows, or of somebody who was erased meanwhile. */
export type PlanOutcome = 'applied' | 'older' | 'erased'

/** A payment that came with another write; its id makes it happen once. */
export interface PlannedPayment {
  /** UUID, derived from what caused it. */
  readonly id: string
  readonly householdId: string
  readonly subscriptionId: string
  readonly index: number
  /** Default: what the period costs. */
  readonly amount?: number | undefined
  /** Default: who usually pays. */
  readonly paidBy?: string | undefined
  readonly paidOn: CalendarDate
  readonly method?: string | undefined
  readonly note?: string | undefined
  readonly recordedBy?: string | null | undefined
}
