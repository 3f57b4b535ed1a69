import { Injectable } from '@nestjs/common'
import type { CalendarDate, OverviewCharge } from '@streamline/domain'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import type { billedSubscriptions } from './billed-subscription.table.ts'
import { chargeListing, type ListingFilter } from './charge-listing.ts'
import { chargeStatements as statements } from './charge.statements.ts'
import type { charges } from './charge.table.ts'

type DateKey = 'startsOn' | 'endsOn' | 'billedOn' | 'dueOn'
type Shown = Pick<
  typeof billedSubscriptions.$inferSelect,
  'kind' | 'providerId' | 'brandColor' | 'look' | 'visibility' | 'ownerId'
> & {
  subscriptionName: string
  /** What of an overpayment the provider still owes, minor units. */
  creditLeft: number
}
/** A charge with what its subscription is called and whose it is. */
export type ChargeRow = Omit<typeof charges.$inferSelect, DateKey> & Record<DateKey, CalendarDate> & Shown

/** Whose eyes look, and on which date. */
export interface Viewer {
  householdId: string
  memberId: string
  today: CalendarDate
  /** Which charges they may correct, waive and refund; default none. */
  changes?: 'all' | 'own' | 'none'
}

export interface MonthTotal {
  /** YYYY-MM. */
  month: string
  kind: ChargeRow['kind']
  currency: string
  total: number
}

export interface OverviewRange {
  /** Exclusive end of what is looked ahead. */
  until: CalendarDate
  monthsFrom: CalendarDate
  monthsUntil: CalendarDate
}

export interface OverviewFacts {
  charges: OverviewCharge[]
  /** Paid or not. */
  months: MonthTotal[]
}

/** A charge whose debit goes through, and how often that was assumed and taken back before. */
export interface ChargeToBook extends ChargeRow {
  assumedBefore: number
}

/** As the statement builds it. */
type ChargeFound = readonly [
  id: string,
  subscriptionId: string,
  index: number,
  currency: string,
  billedOn: CalendarDate,
  dueOn: CalendarDate,
  amount: number,
  paid: number,
  waived: boolean,
  voided: boolean,
  booked: boolean,
]

interface OverviewFound {
  charges: ChargeFound[]
  months: MonthTotal[]
}

const overviewChargeOf = ([
  id,
  subscriptionId,
  index,
  currency,
  billedOn,
  dueOn,
  amount,
  paid,
  waived,
  voided,
  booked,
]: ChargeFound): OverviewCharge => ({
  id,
  subscriptionId,
  index,
  currency,
  billedOn,
  dueOn,
  amount,
  paid,
  waived,
  voided,
  booked,
})

export interface ChargeQuery {
  filter: ListingFilter
  subscriptionId: string | undefined
  /** The last charge of the page before. */
  after: { dueOn: string; id: string }
  limit: number
}

export interface OpenChargeRow {
  subscriptionId: string
  index: number
  dueOn: CalendarDate
  amount: number
  currency: string
}

/** A bill as somebody was told of it: of a period by its subscription, of what is beside the periods by its own id. */
export interface ToldBill {
  readonly householdId: string
  readonly subjectId: string
  readonly on: CalendarDate
}

@Injectable()
export class ChargeRepository {
  constructor(private readonly postgres: Postgres) {}

  async raise(tx: Tx, rows: readonly ChargeRow[]): Promise<void> {
    if (rows.length > 0) await tx.query(statements.raise, [JSON.stringify(rows)])
  }

  /** Dates, amounts, people, and whether it is void; who asks knows that no money is touched by it. */
  async change(tx: Tx, rows: readonly ChargeRow[]): Promise<void> {
    if (rows.length > 0) await tx.query(statements.change, [JSON.stringify(rows), rows.map(({ id }) => id)])
  }

  /** Unpaid charges of a subscription in a currency, the earliest first. */
  openOfSubscription(tx: Tx, subscriptionId: string, currency: string, limit: number): Promise<ChargeRow[]> {
    return tx.query<ChargeRow>(statements.openOfSubscription, [subscriptionId, currency, limit])
  }

  /** Charges of a subscription that the viewer may see and that hold credit, the latest first. */
  async withCredit(
    tx: Tx,
    { householdId, memberId }: Viewer,
    { subscriptionId, currency, limit }: { subscriptionId: string; currency: string; limit: number },
  ): Promise<ChargeRow[]> {
    const values = [householdId, subscriptionId, currency, memberId, limit]
    const rows = await tx.query<ChargeRow>(statements.overpaidOf, values)
    return rows.filter(({ creditLeft }) => creditLeft > 0)
  }

  /** Bills that are open of those that somebody was told of. */
  openOfTold(told: readonly ToldBill[]): Promise<{ id: string; subjectId: string; on: CalendarDate }[]> {
    return this.postgres.query(statements.openOfTold, [
      told.map(({ householdId }) => householdId),
      told.map(({ subjectId }) => subjectId),
      told.map(({ on }) => on),
    ])
  }

  /** What is not paid in full of shared periods that have begun before a day, the earliest due first. */
  openBefore(tx: Tx, householdId: string, day: CalendarDate): Promise<ChargeRow[]> {
    return tx.query<ChargeRow>(statements.openBefore, [householdId, day])
  }

  /** Shared charges that name a member, are paid in part at least and go on after a day. */
  paidBeyond(tx: Tx, householdId: string, memberId: string, day: CalendarDate): Promise<ChargeRow[]> {
    return tx.query<ChargeRow>(statements.paidBeyond, [householdId, memberId, day])
  }

  /** The day on which a subscription began, as far as it was charged. */
  async firstDay(tx: Tx, subscriptionId: string): Promise<CalendarDate | undefined> {
    const [row] = await tx.query<{ startsOn: CalendarDate }>(statements.firstDay, [subscriptionId])
    return row?.startsOn
  }

  /** The charge in force of each period that has one. */
  ofPeriods(tx: Tx, periods: readonly { subscriptionId: string; index: number }[]): Promise<ChargeRow[]> {
    return tx.query<ChargeRow>(statements.ofPeriods, [
      periods.map(({ subscriptionId }) => subscriptionId),
      periods.map(({ index }) => index),
    ])
  }

  /** Charges of each subscription, due from a day on until another, that a debit is still to be booked for. */
  async toBook(
    tx: Tx,
    asked: readonly { id: string; from: CalendarDate; until: CalendarDate; amends: boolean }[],
  ): Promise<ChargeToBook[]> {
    if (asked.length === 0) return []
    return tx.query<ChargeToBook>(statements.toBook, [JSON.stringify(asked), asked.map(({ id }) => id)])
  }

  byIds(on: Queries, ids: readonly string[]): Promise<ChargeRow[]> {
    return on.query<ChargeRow>(statements.byIds, [ids])
  }

  async byId(on: Queries, viewer: Viewer, id: string): Promise<ChargeRow | undefined> {
    const [row] = await on.query<ChargeRow>(statements.byId, [viewer.householdId, id, viewer.memberId])
    return row
  }

  /** Those of the charges that the viewer may see, by id. */
  async visible(on: Queries, viewer: Viewer, ids: readonly string[]): Promise<Map<string, ChargeRow>> {
    const rows = await on.query<ChargeRow>(statements.visible, [viewer.householdId, ids, viewer.memberId])
    return new Map(rows.map((row) => [row.id, row]))
  }

  list(viewer: Viewer, { filter, subscriptionId, after, limit }: ChargeQuery): Promise<ChargeRow[]> {
    const { householdId, today, memberId } = viewer
    return this.postgres.query<ChargeRow>(chargeListing(filter, subscriptionId !== undefined), [
      householdId,
      today,
      memberId,
      after.dueOn,
      after.id,
      limit,
      subscriptionId ?? null,
    ])
  }

  /** Shared charges that name a member on any of their days, the latest due first. */
  namingMember(householdId: string, memberId: string, from: number, limit: number): Promise<ChargeRow[]> {
    return this.postgres.query<ChargeRow>(statements.namingMember, [householdId, memberId, from, limit])
  }

  /** All that name a member as who pays or who bears it, void ones too. */
  mentioning(tx: Tx, householdId: string, memberId: string): Promise<ChargeRow[]> {
    return tx.query<ChargeRow>(statements.mentioning, [householdId, memberId])
  }

  /** Names of those of the subscriptions that a member may see. */
  async visibleNames(
    householdId: string,
    memberId: string,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map()
    const rows = await this.postgres.query<{ id: string; name: string }>(statements.visibleNames, [
      householdId,
      memberId,
      ids,
    ])
    return new Map(rows.map(({ id, name }) => [id, name]))
  }

  ofSubscriptions(ids: readonly string[], on: Queries = this.postgres): Promise<ChargeRow[]> {
    return on.query<ChargeRow>(statements.ofSubscriptions, [ids])
  }

  /** The unpaid charges due on or after a date, the earliest first. */
  openAhead(ids: readonly string[], from: CalendarDate): Promise<OpenChargeRow[]> {
    return this.postgres.query(statements.openAhead, [ids, from])
  }

  async settledUntil(householdId: string, id: string): Promise<CalendarDate | null> {
    const [row] = await this.postgres.query<{ endsOn: CalendarDate | null }>(statements.settledUntil, [
      householdId,
      id,
    ])
    return row?.endsOn ?? null
  }

  /** Everything unpaid and every charge due in `[today, until)` that the viewer may see, and what was due per month, kind and currency. */
  async ofOverview(
    { householdId, memberId, today }: Viewer,
    { until, monthsFrom, monthsUntil }: OverviewRange,
  ): Promise<OverviewFacts> {
    const values = [householdId, memberId, today, until, monthsFrom, monthsUntil]
    const [row] = await this.postgres.query<OverviewFound>(statements.ofOverview, values)
    if (row === undefined) return { charges: [], months: [] }
    return { charges: row.charges.map(overviewChargeOf), months: row.months }
  }
}
