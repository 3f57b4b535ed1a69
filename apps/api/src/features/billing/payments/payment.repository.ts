import { Injectable } from '@nestjs/common'
import { sumOfTotal, type CalendarDate, type Money, type Sum } from '@streamline/domain'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import type { ChargeRow, Viewer } from '../charges/charge.repository.ts'
import { paymentStatements as statements } from './payment.statements.ts'
import type { payments } from './payment.table.ts'
import type { CorrectionRow } from '../corrections/correction.table.ts'

export type NewPayment = Omit<typeof payments.$inferSelect, 'paidOn'> & { paidOn: CalendarDate }
export type PaymentRow = NewPayment & { reversedBy: string | null }
export type ListedPayment = PaymentRow &
  Pick<ChargeRow, 'subscriptionName' | 'kind' | 'brandColor' | 'look' | 'startsOn' | 'endsOn'>

export interface PaymentQuery {
  subscriptionId: string | undefined
  /** The last payment of the page before. */
  before: { paidOn: string; id: string }
  limit: number
}

@Injectable()
export class PaymentRepository {
  constructor(private readonly postgres: Postgres) {}

  async existing(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(statements.existing, [ids])
    return new Set(rows.map(({ id }) => id))
  }

  async byId(on: Queries, viewer: Viewer, id: string): Promise<PaymentRow | undefined> {
    const [row] = await on.query<PaymentRow>(statements.byId, [viewer.householdId, id, viewer.memberId])
    return row
  }

  list(
    { householdId, memberId }: Viewer,
    { subscriptionId, before, limit }: PaymentQuery,
  ): Promise<ListedPayment[]> {
    const statement = subscriptionId === undefined ? statements.list : statements.listOfSubscription
    const values = [householdId, memberId, before.paidOn, before.id, limit, subscriptionId ?? null]
    return this.postgres.query<ListedPayment>(statement, values)
  }

  /** Oldest first. */
  ofCharges(on: Queries, ids: readonly string[]): Promise<PaymentRow[]> {
    return on.query<PaymentRow>(statements.ofCharges, [ids])
  }

  /** Oldest first. */
  ofSubscriptions(ids: readonly string[], on: Queries = this.postgres): Promise<PaymentRow[]> {
    return on.query<PaymentRow>(statements.ofSubscriptions, [ids])
  }

  /** What one move of credit wrote and nobody took back. */
  ofMove(tx: Tx, householdId: string, moveId: string): Promise<PaymentRow[]> {
    return tx.query<PaymentRow>(statements.ofMove, [householdId, moveId])
  }

  /** What one move of credit ever wrote, and what took that back; oldest first. */
  everOfMove(on: Queries, householdId: string, moveId: string): Promise<PaymentRow[]> {
    return on.query<PaymentRow>(statements.everOfMove, [householdId, moveId])
  }

  /** Uses of a provider's credit that nobody took back, the latest first. */
  creditsUsed(tx: Tx, subscriptionId: string, currency: string, limit: number): Promise<PaymentRow[]> {
    return tx.query<PaymentRow>(statements.creditsUsed, [subscriptionId, currency, limit])
  }

  /** Uses of a provider's credit that were there at an instant and were taken back since, oldest first. */
  creditsGone(tx: Tx, subscriptionId: string, since: string): Promise<PaymentRow[]> {
    return tx.query<PaymentRow>(statements.creditsGone, [subscriptionId, since])
  }

  /** Whether money came back of what a use of credit paid that nobody took back. */
  async isCreditRefunded(subscriptionId: string): Promise<boolean> {
    const [row] = await this.postgres.query<{ isRefunded: boolean }>(statements.creditRefunded, [
      subscriptionId,
    ])
    return row?.isRefunded ?? false
  }

  async lifetime(subscriptionId: string): Promise<Sum[]> {
    const rows = await this.postgres.query<Money>(statements.lifetime, [subscriptionId])
    return rows.map(({ amount, currency }) => sumOfTotal(amount, currency))
  }

  /** Every change of the amount of a charge, oldest first. */
  corrections(on: Queries, chargeId: string): Promise<CorrectionRow[]> {
    return on.query<CorrectionRow>(statements.correctionsOfCharge, [chargeId])
  }

  /** What a refund changed of the amount of its charge. */
  async correctionOfPayment(tx: Tx, paymentId: string): Promise<CorrectionRow | undefined> {
    return (await this.correctionsOfPayments(tx, [paymentId])).get(paymentId)
  }

  /** What refunds changed of the amounts of their charges, by the refund. */
  async correctionsOfPayments(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, CorrectionRow>> {
    const rows = await tx.query<CorrectionRow>(statements.correctionsOfPayments, [paymentIds])
    return new Map(rows.flatMap((row) => (row.paymentId === null ? [] : [[row.paymentId, row]])))
  }
}
