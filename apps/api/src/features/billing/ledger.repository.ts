import { Injectable } from '@nestjs/common'
import type { Entry } from '@streamline/domain'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'
import type { balances } from './ledger.table.ts'
import type { EntryRow, Posted, Posting } from './posting.ts'
import { paymentStatements as statements } from './payment.statements.ts'

export type BalanceRow = typeof balances.$inferSelect

type PostedRow = Entry & { chargeId: string }

/** Any number of rows as one parameter. */
const asRows = (values: readonly unknown[]) => [JSON.stringify(values)]

@Injectable()
export class LedgerRepository {
  constructor(private readonly postgres: Postgres) {}

  /** Payments, their transactions, entries and balances: four statements for any number of payments. */
  async post(tx: Tx, postings: readonly Posting[]): Promise<void> {
    const entries = asRows(postings.flatMap((posting) => posting.entries))
    await tx.query(statements.insert, asRows(postings.map(({ payment }) => payment)))
    await tx.query(statements.insertTransactions, asRows(postings.map(({ transaction }) => transaction)))
    await tx.query(statements.insertEntries, entries)
    await tx.query(statements.addToBalances, entries)
  }

  entriesOfPayment(tx: Tx, paymentId: string): Promise<EntryRow[]> {
    return tx.query<EntryRow>(statements.entriesOfPayment, [paymentId])
  }

  /** What stands in the ledger for each of the charges. */
  async posted(tx: Tx, chargeIds: readonly string[]): Promise<Map<string, Posted>> {
    if (chargeIds.length === 0) return new Map()
    const payers = await tx.query<PostedRow>(statements.payersOfCharges, [chargeIds])
    const entries = await tx.query<PostedRow>(statements.entriesOfCharges, [chargeIds])
    const payersOf = Map.groupBy(payers, ({ chargeId }) => chargeId)
    const entriesOf = Map.groupBy(entries, ({ chargeId }) => chargeId)
    return new Map(
      chargeIds.map((id) => [id, { payers: payersOf.get(id) ?? [], entries: entriesOf.get(id) ?? [] }]),
    )
  }

  /** Accounts that are not even. */
  balances(householdId: string): Promise<BalanceRow[]> {
    return this.postgres.query<BalanceRow>(statements.balances, [householdId])
  }

  /**
   * Takes the private money of one person off the balances, and allows its rows to go. It stands between that person
   * and providers only, so that nobody else's balance changes.
   */
  async releasePrivate(tx: Tx, householdId: string, ownerId: string): Promise<void> {
    await tx.query(statements.allowErasure, [householdId])
    await tx.query(statements.releasePrivate, [householdId, ownerId])
  }

  /** The rows are append-only again. */
  async endErasure(tx: Tx): Promise<void> {
    await tx.query(statements.allowErasure, [''])
  }

  async eraseHousehold(tx: Tx, householdId: string): Promise<void> {
    await tx.query(statements.allowErasure, [householdId])
    await tx.query(statements.eraseBalances, [householdId])
  }
}
