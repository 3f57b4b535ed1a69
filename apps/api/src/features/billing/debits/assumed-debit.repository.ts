import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import type { Viewer } from '../charges/charge.repository.ts'
import { assumedDebitStatements as statements } from './assumed-debit.statements.ts'

/** A debit that was booked by itself and that nobody has confirmed or denied. */
interface OpenDebit {
  readonly id: string
  readonly chargeId: string
  readonly subscriptionId: string
  readonly paidBy: string | null
  readonly paidOn: CalendarDate
  readonly amount: number
  readonly currency: string
}

interface DebitTotal {
  readonly currency: string
  readonly count: number
  readonly amount: number
}

/** Debits that booked themselves and that nobody has confirmed or denied: how many, their sums, and the latest of them, latest first. */
export interface OpenDebits {
  readonly totals: readonly DebitTotal[]
  readonly debits: readonly OpenDebit[]
}

type Looks = Pick<Viewer, 'householdId' | 'memberId'>

@Injectable()
export class AssumedDebitRepository {
  constructor(private readonly postgres: Postgres) {}

  async add(tx: Tx, debits: readonly { paymentId: string; householdId: string }[]): Promise<void> {
    await tx.query(statements.add, [JSON.stringify(debits)])
  }

  /** The same behind payments that are sent with the commit. */
  addAtEnd(tx: Tx, debits: readonly { paymentId: string; householdId: string }[]): void {
    tx.atEnd(statements.add, [JSON.stringify(debits)])
  }

  async open({ householdId, memberId }: Looks, paidBy: string | null, limit: number): Promise<OpenDebits> {
    const values = [householdId, memberId, paidBy, limit]
    const [row] = await this.postgres.query<OpenDebits>(statements.open, values)
    return row ?? { totals: [], debits: [] }
  }

  /** Those of the payments that somebody may see, whatever they are. */
  asked(
    tx: Tx,
    { householdId, memberId }: Looks,
    ids: readonly string[],
  ): Promise<{ id: string; paidBy: string | null }[]> {
    return tx.query(statements.asked, [householdId, memberId, ids])
  }

  /** Which of these payments booked themselves, and whether somebody said that they went through. */
  async among(
    on: Queries,
    payments: readonly { readonly id: string }[],
  ): Promise<{ paymentId: string; isConfirmed: boolean }[]> {
    if (payments.length === 0) return []
    return on.query(statements.among, [payments.map(({ id }) => id)])
  }

  /** Answers those that were open. */
  async confirm(
    tx: Tx,
    { householdId, memberId }: Looks,
    which: { readonly paidBy: string | null; readonly ids: readonly string[] | null },
    at: string,
  ): Promise<string[]> {
    const values = [householdId, memberId, which.paidBy, which.ids, memberId, at]
    return (await tx.query<{ id: string }>(statements.confirm, values)).map(({ id }) => id)
  }
}
