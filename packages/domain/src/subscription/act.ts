import type { Money } from '../money/money.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { BillingInterval } from '../time/interval.ts'
import type { PlanChange } from './change.ts'
import type { Extra } from './extra.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import type { Draft, RenewalPolicy } from './draft.ts'

/** What was said when it was added. */
export interface Started {
  readonly kind: 'started'
  readonly draft: Draft
}

/** What was known when acts began to be kept: all that had happened until then, as one. */
export interface TakenOver {
  readonly kind: 'takenOver'
  readonly facts: SubscriptionFacts
}

/** A pack was bought, or something that was over was started again. */
export interface Recharged extends PlanChange {
  readonly kind: 'recharged'
  readonly renewedOn: CalendarDate
  readonly policy?: RenewalPolicy | undefined
  /** What the provider gave on top of this one period. */
  readonly bonus?: BillingInterval | undefined
}

/** Another plan, interval or price from a day on. */
export interface PlanChanged {
  readonly kind: 'planChanged'
  readonly fromOn: CalendarDate
  readonly change: PlanChange
}

/** Another price from the first period that was not billed when it was said and does not begin before a day. */
export interface PriceChanged extends Pick<PlanChange, 'tax' | 'priceVersionId'> {
  readonly kind: 'priceChanged'
  readonly price: NonNullable<PlanChange['price']>
  /** The day for which the provider announced it; default as soon as it can be. */
  readonly fromOn?: CalendarDate | undefined
  /** Bills until this day were settled when it was said, and keep their price. */
  readonly settledUntil?: CalendarDate | undefined
}

/** The first day on which another price can hold; undefined where nothing puts it off. */
export const priceHoldsFrom = ({ fromOn, settledUntil }: PriceChanged): CalendarDate | undefined =>
  fromOn === undefined || (settledUntil !== undefined && settledUntil > fromOn) ? settledUntil : fromOn

/** Once an earlier act is other than was said, so are the bills that were settled when a price was said. */
export interface SettledOtherwise {
  /** The act that changed the price. */
  readonly act: string
  readonly settledUntil?: CalendarDate | undefined
}

/** Another rate by the day, from a day on: what is recharged lasts longer or shorter. */
export interface DayRateChanged {
  readonly kind: 'dayRateChanged'
  readonly fromOn: CalendarDate
  readonly rate: Money
}

export interface Paused {
  readonly kind: 'paused'
  readonly fromOn: CalendarDate
  readonly untilOn: CalendarDate | null
}

export interface Resumed {
  readonly kind: 'resumed'
  readonly resumedOn: CalendarDate
}

/**
 * What becomes of money on charges that go, where it is not the credit of the subscription: it came back to who had paid it, or to
 * one of them for all, or it pays a charge of another subscription.
 */
export type MoneyGoes =
  | {
      readonly to: 'refund'
      /** Member; default who had paid it. */
      readonly receivedBy?: string | undefined
      readonly method?: string | undefined
    }
  | { readonly to: 'charge'; readonly chargeId: string }

export interface Cancelled {
  readonly kind: 'cancelled'
  readonly mode: 'atPeriodEnd' | 'now'
  readonly money?: MoneyGoes | undefined
  /** What leaving before the end of a minimum term costs; it goes with the cancellation. */
  readonly exitFee?: Extra | undefined
}

export interface Reactivated {
  readonly kind: 'reactivated'
}

/** A stopped pack that nobody goes on with. */
export interface Ended {
  readonly kind: 'ended'
}

/** A fee, a deposit, a booster: a charge beside the periods. */
export interface Charged {
  readonly kind: 'charged'
  readonly extra: Extra
}

/** An included service was claimed at the provider, or nobody wants it. */
export interface Claimed {
  readonly kind: 'claimed'
  readonly serviceId: string
  readonly state: 'claimed' | 'dismissed'
}

/** What may happen to a subscription. Its facts are a fold over these. */
export type LifeAct =
  | Started
  | TakenOver
  | Recharged
  | PlanChanged
  | PriceChanged
  | DayRateChanged
  | Paused
  | Resumed
  | Cancelled
  | Reactivated
  | Ended
  | Charged
  | Claimed

/** An act was said wrongly: what it should have been, from the beginning. The wrong one is kept in the list. */
export interface Corrected {
  readonly kind: 'corrected'
  readonly of: string
  readonly to: LifeAct
  readonly reason: string | null
  readonly money?: MoneyGoes | undefined
  readonly settled?: readonly SettledOtherwise[] | undefined
}

/** An act did not happen after all; of another undo: it counts again. */
export interface Undone {
  readonly kind: 'undone'
  readonly of: string
  readonly settled?: readonly SettledOtherwise[] | undefined
}

/** All of it was added by mistake. */
export interface Withdrawn {
  readonly kind: 'withdrawn'
  readonly reason: string | null
  readonly money?: MoneyGoes | undefined
}

export type Act = LifeAct | Corrected | Undone | Withdrawn
export type ActKind = Act['kind']

/** One line of the history: an act, when it was said and by whom. Lines are only added. */
export interface ActRecord {
  readonly id: string
  /** The household's date on which it was said. */
  readonly on: CalendarDate
  /** Instant. */
  readonly at: string
  /** Member; null for the house itself. */
  readonly by: string | null
  readonly act: Act
}

/** An act that stands, as it was said or as it was corrected since. */
export interface StandingAct extends Omit<ActRecord, 'act'> {
  readonly act: LifeAct
}

export interface ActsThatStand {
  /** In the order in which they count: by the day on which they happened, those of one day as they were said. */
  readonly acts: readonly StandingAct[]
  readonly isWithdrawn: boolean
}

/** The records that no later one undoes; an undo that is undone itself undoes nothing. */
export function standingRecords(records: readonly ActRecord[]): ActRecord[] {
  const undone = new Set<string>()
  for (const { id, act } of records.toReversed())
    if (act.kind === 'undone' && !undone.has(id)) undone.add(act.of)
  return records.filter(({ id }) => !undone.has(id))
}

/** What an act said of the money that it frees; undefined where that stays as credit. */
export const moneyOf = ({ act }: Pick<ActRecord, 'act'>): MoneyGoes | undefined =>
  'money' in act ? act.money : undefined

/** The day on which an act happened, which may lie before the day on which it was said. */
export function dayOfAct({ act, on }: StandingAct): CalendarDate {
  switch (act.kind) {
    case 'recharged':
      return act.renewedOn
    case 'resumed':
      return act.resumedOn
    case 'paused':
      return act.fromOn < on ? act.fromOn : on
    case 'started':
    case 'takenOver':
    case 'planChanged':
    case 'priceChanged':
    case 'dayRateChanged':
    case 'cancelled':
    case 'reactivated':
    case 'ended':
    case 'charged':
    case 'claimed':
      return on
  }
}

/** What everything else follows: it is corrected or withdrawn, never taken back alone. */
export const isBeginning = ({ act }: Pick<ActRecord, 'act'>): boolean =>
  act.kind === 'started' || act.kind === 'takenOver'

/** What of a list of records counts: without what was undone, with what was corrected as it should have been. */
export function actsThatStand(records: readonly ActRecord[]): ActsThatStand {
  const left = standingRecords(records)
  const corrections = new Map<string, LifeAct>()
  const settled = new Map<string, SettledOtherwise>()
  const said: StandingAct[] = []
  let isWithdrawn = false
  for (const record of left) {
    const { act } = record
    if (act.kind === 'corrected' || act.kind === 'undone')
      for (const otherwise of act.settled ?? []) settled.set(otherwise.act, otherwise)
    if (act.kind === 'corrected') corrections.set(act.of, act.to)
    else if (act.kind === 'withdrawn') isWithdrawn = true
    else if (act.kind !== 'undone') said.push({ ...record, act })
  }
  const counted = said.map((record) => {
    const act = corrections.get(record.id) ?? record.act
    const otherwise = settled.get(record.id)
    if (otherwise === undefined || act.kind !== 'priceChanged') return { ...record, act }
    return { ...record, act: { ...act, settledUntil: otherwise.settledUntil } }
  })
  const rank = (record: StandingAct) => (isBeginning(record) ? '' : dayOfAct(record))
  const acts = counted
    .map((record, position) => ({ record, position }))
    .toSorted((a, b) =>
      rank(a.record) === rank(b.record) ? a.position - b.position : rank(a.record) < rank(b.record) ? -1 : 1,
    )
    .map(({ record }) => record)
  return { acts, isWithdrawn }
}

/**
 * The record that an undo would take back now: the last one that stands and is more than the beginning. A withdrawal is undone as any
 * other; undefined when there is only the beginning.
 */
export function lastUndoable(records: readonly ActRecord[]): ActRecord | undefined {
  return standingRecords(records)
    .filter(({ act }) => act.kind !== 'undone')
    .findLast((record) => !isBeginning(record))
}

const planNamedBy = (act: Act): string | null => {
  if (act.kind === 'corrected') return planNamedBy(act.to)
  if (act.kind === 'started') return act.draft.planId ?? null
  if (act.kind === 'recharged') return act.planId ?? null
  if (act.kind === 'planChanged') return act.change.planId ?? null
  return act.kind === 'takenOver' ? (act.facts.terms.segments.at(-1)?.planId ?? null) : null
}

/** Every plan of the catalogue that anything ever named, what was corrected or taken back too; each once. */
export function plansNamed(records: readonly ActRecord[]): string[] {
  const ids = records.map(({ act }) => planNamedBy(act))
  return [...new Set(ids)].filter((id) => id !== null)
}

/**
 * The plan of the catalogue that anything named last; null where nothing did. What was undone was not said, but what was corrected
 * was: with terms of one's own since, it is still of that provider.
 */
export function lastPlanNamed(records: readonly ActRecord[]): string | null {
  return standingRecords(records).reduce<string | null>((plan, { act }) => planNamedBy(act) ?? plan, null)
}
