import type {
  ActRecord,
  Allowance,
  CalendarDate,
  Departure,
  SplitHistory,
  SubscriptionFacts,
  SubscriptionKind,
} from '@streamline/domain'
import type { StoredDocument } from '../../platform/documents/document-store.ts'

/** A payment that came with a write, such as a recharge. */
export interface OwedPayment {
  readonly id: string
  readonly on: CalendarDate
  /** Number of the period. */
  readonly index: number
  /** Minor units; null for what is outstanding. */
  readonly amount: number | null
  readonly paidBy: string
  readonly method: string | null
  readonly recordedBy: string
}

/**
 * What a document still owes to billing: its charges are to be compared with its facts from a period on. It says which periods,
 * not what they cost: that is a fold over the facts at the time, so that what waited never brings back an older price. Several
 * writes owe what the widest of them does.
 */
export interface Owed {
  readonly fromIndex: number
  /** Instant of the first write that is owed. */
  readonly since: string
  /** The household's date of that write: a charge billed by then keeps its amount. */
  readonly billedUntil: CalendarDate
  /** The household's date of the last write. */
  readonly on: CalendarDate
  /** From this day on who bears what has changed. */
  readonly splitFrom: CalendarDate
  /** Charges raised for periods before this one count as paid. */
  readonly assumePaidBeforeIndex: number | null
  /** What happened was put right: charges that were billed or paid follow too. */
  readonly amends: boolean
  readonly payments: readonly OwedPayment[]
  /** Acts that do not count any more, with what was paid along with them. */
  readonly takesBack: readonly string[]
  /** Such acts that count again. */
  readonly bringsBack?: readonly string[]
  /** Acts that say what becomes of money that they free. */
  readonly money?: readonly string[]
  /** Such acts that do not count any more, and those that count again. */
  readonly moneyBack?: readonly string[]
  readonly moneyAgain?: readonly string[]
  /** It happened on this day: debits due before it that were only assumed had gone through. */
  readonly assumedStandBefore?: CalendarDate
  /** It begins anew after it was over: its charges are new ones. */
  readonly startsAnew?: true
  /** The record that the only write takes back: what comes back with it is as it was. */
  readonly undoes?: string
  /** The record that the only write made. */
  readonly act?: string
}

/**
 * Debits of this subscription book themselves on their due day, from a day on. False: somebody said no. Null: it was there before
 * this could be said, and nobody was asked yet.
 */
export type RecordsItself = { readonly from: CalendarDate } | false | null

/** A split of one charge beside the periods. */
export interface OwnSplit {
  /** The act that added the charge. */
  readonly act: string
  readonly splits: SplitHistory
}

/** How an act changed who bears it: taken back, it is as before where nobody said something else since. */
export interface SplitsOfAct {
  readonly act: string
  readonly before: SplitHistory
  readonly after: SplitHistory
}

/** Everybody who is named in a subscription. */
export type PeopleOfSubscription = Pick<
  SubscriptionDocument,
  'paidBy' | 'managedBy' | 'ownerId' | 'usedBy' | 'splits' | 'ownSplits' | 'departures'
>

/** Two entries became one person, and how it named them before and after. */
export interface MergingOfSubscription {
  /** Of the act. */
  readonly id: string
  readonly before: PeopleOfSubscription
  readonly after: PeopleOfSubscription
}

/** How an act changed whether debits book themselves: taken back, it is as before where nobody said something else since. */
export interface RecordsItselfOfAct {
  readonly act: string
  readonly before: RecordsItself
  readonly after: RecordsItself
}

/** One aggregate: a household's use of a plan or of its own terms, with all that its charges derive from. */
export interface SubscriptionDocument extends StoredDocument {
  readonly householdId: string
  readonly name: string
  readonly kind: SubscriptionKind
  readonly providerId: string | null
  readonly providerName: string | null
  readonly brandColor: string | null
  /** The emoji or colour that somebody gave it instead. */
  readonly look?: string | null
  readonly planId: string | null
  /** The published price it began with; null with a price of its own. */
  readonly priceVersionId: string | null
  /** The last price of the provider about which somebody said that this one stays. */
  readonly keptBesideId: string | null
  readonly visibility: 'shared' | 'private'
  readonly ownerId: string
  readonly managedBy: string
  readonly usedBy: readonly string[]
  readonly paidBy: string
  readonly splits: SplitHistory
  /** Of the last acts that changed them. */
  readonly splitsOfActs?: readonly SplitsOfAct[]
  /** Who bears what is charged beside the periods, where that was said. */
  readonly ownSplits?: readonly OwnSplit[]
  /** Who left while it was borne by its payer alone, the first of them first. */
  readonly departures?: readonly Departure[]
  /** Those that are not taken back. */
  readonly mergings?: readonly MergingOfSubscription[]
  /** The number it is on, in full, as a copy for finding and showing; every answer masks it. */
  readonly line: string | null
  /** The number as a thing of the household; null without one, and where nobody has made one of the text yet. */
  readonly lineId: string | null
  readonly labels: readonly string[]
  readonly note: string | null
  readonly noticeDays: number
  /** Wall time `HH:MM` on its last usable day; none: the whole day. */
  readonly stopsAt?: string | null
  /** What the household knows better than the plan, at most one of a kind. */
  readonly allowances: readonly Allowance[]
  readonly recordsItself: RecordsItself
  /** Of the last acts that changed it. */
  readonly recordsItselfOfActs?: readonly RecordsItselfOfAct[]
  /** What happened to it, and what was said wrongly; only added to. */
  readonly records: readonly ActRecord[]
  /** What the records come to. */
  readonly facts: SubscriptionFacts
  /** Added by mistake: it is nowhere to be seen, and no charge of it is in force. */
  readonly withdrawn: boolean
  /** Periods below this index have their charge. */
  readonly raised: number
  /** The household's date on which the next charge is due to be raised; null when none will be by itself. */
  readonly nextEffectOn: CalendarDate | null
  /** The instant at which that date begins in the household: for finding what is due, never for deciding. */
  readonly nextLookAt: string | null
  /** Null when billing knows it all. */
  readonly owed: Owed | null
  /** The last writes that were applied: one that is sent again after a crash changes nothing more. */
  readonly writes: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
}
