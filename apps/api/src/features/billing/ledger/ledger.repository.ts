import { Injectable } from '@nestjs/common'
import type { Entry } from '@streamline/domain'
import { v5 } from 'uuid'
import { Events } from '../../../platform/events/events.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import type { ChargeRow } from '../charges/charge.repository.ts'
import { ledgerStatements as statements } from './ledger.statements.ts'
import type { BalanceRow } from './ledger.table.ts'
import {
  creditsIn,
  currenciesTooLarge,
  isOfMember,
  withoutCredits,
  type Credit,
  type CreditHolder,
} from '../balances/member-balance.ts'
import type { Posted, Posting } from './posting.ts'

/** Balances of members without what providers owe back, and that. */
export interface Between {
  readonly members: readonly BalanceRow[]
  readonly credits: readonly Credit[]
  /** Currencies whose accounts hold more than can be counted exactly: credits are not taken off there. */
  readonly tooLarge: ReadonlySet<string>
}

interface PostedRow extends Entry {
  chargeId: string
  isPayer: boolean
}

const eventOf = ({ transaction, charge }: Posting) => ({
  id: v5('event', transaction.id),
  householdId: transaction.householdId,
  kind: `money.${transaction.kind}`,
  subjectId: transaction.paymentId ?? transaction.settlementId ?? charge?.id ?? transaction.id,
  recordedAt: transaction.recordedAt,
})

type Told = ReturnType<typeof eventOf>

const parametersOf = (postings: readonly Posting[], told: readonly Told[]): unknown[] => {
  const charges = postings.flatMap(({ charge }) => charge ?? [])
  const rows = [
    postings.flatMap(({ payment }) => payment ?? []),
    postings.flatMap(({ correction }) => correction ?? []),
    postings.map(({ transaction }) => transaction),
    postings.flatMap(({ entries }) => entries),
    told,
    charges,
  ]
  return [...rows.map((values) => JSON.stringify(values)), charges.map(({ id }) => id)]
}

@Injectable()
export class LedgerRepository {
  constructor(
    private readonly postgres: Postgres,
    private readonly events: Events,
  ) {}

  /** Causes, transactions, entries, events and charges: one statement for any number of postings, after who waits for the events. */
  async post(tx: Tx, postings: readonly Posting[]): Promise<ChargeRow[]> {
    const told = postings.map(eventOf)
    await this.events.tell(tx, told)
    return tx.query<ChargeRow>(statements.post, parametersOf(postings, told))
  }

  /** The same with the commit, where what the charges are then is known already. */
  async postAtEnd(tx: Tx, postings: readonly Posting[]): Promise<void> {
    const told = postings.map(eventOf)
    await this.events.tell(tx, told)
    tx.atEnd(statements.post, parametersOf(postings, told))
  }

  /** What stands in the ledger for each of the charges. */
  async posted(tx: Tx, chargeIds: readonly string[]): Promise<Map<string, Posted>> {
    if (chargeIds.length === 0) return new Map()
    const rows = await tx.query<PostedRow>(statements.posted, [chargeIds])
    return new Map(
      chargeIds.map((id) => {
        const own = rows.filter(({ chargeId }) => chargeId === id)
        return [
          id,
          { payers: own.filter(({ isPayer }) => isPayer), entries: own.filter(({ isPayer }) => !isPayer) },
        ]
      }),
    )
  }

  /** Accounts that are not even. */
  balances(on: Queries, householdId: string): Promise<BalanceRow[]> {
    return on.query<BalanceRow>(statements.balances, [householdId])
  }

  /**
   * What members owe each other: where a provider still owes an overpayment back, nobody else does, so that much of the claim of
   * whoever overpaid waits there. Sums to zero per currency
   * that is not too large.
   */
  async between(householdId: string, on: Queries = this.postgres): Promise<Between> {
    const rows = await this.balances(on, householdId)
    const credits = creditsIn(rows)
    const tooLarge = currenciesTooLarge(rows)
    const members = rows.filter(isOfMember)
    const counted = credits.filter(({ currency }) => !tooLarge.has(currency))
    if (counted.length === 0) return { members, credits, tooLarge }
    const ids = [...new Set(counted.map(({ subscriptionId }) => subscriptionId))]
    const holders = await on.query<CreditHolder>(statements.creditHolders, [ids])
    return { members: withoutCredits(members, counted, holders), credits, tooLarge }
  }

  /** From now on what is posted to the one account is posted to the other. Answers accounts that had become the one before. */
  async merge(tx: Tx, householdId: string, account: string, into: string): Promise<string[]> {
    const rows = await tx.query<{ account: string }>(statements.merge, [householdId, account, into])
    return rows.map((row) => row.account)
  }

  /** The way back, also of those that had become the one before. */
  async unmerge(tx: Tx, householdId: string, account: string, accounts: readonly string[]): Promise<void> {
    await tx.query(statements.unmerge, [householdId, account, accounts])
  }

  /** Whether money has moved since on any of the charges, or between an account and others but one. */
  async hasMovedSince(
    tx: Tx,
    asked: {
      readonly householdId: string
      readonly account: string
      readonly chargeIds: readonly string[]
      readonly since: string
      readonly but: string
    },
  ): Promise<boolean> {
    const { householdId, account, chargeIds, since, but } = asked
    const values = [householdId, account, chargeIds, since, but]
    const [row] = await tx.query<{ isMoved: boolean }>(statements.movedSince, values)
    return row?.isMoved ?? false
  }

  /** Allows the rows of a household to go; what stands between other people there is not touched by it. */
  async allowErasure(tx: Tx, householdId: string): Promise<void> {
    await tx.query(statements.allowErasure, [householdId])
  }

  /** The rows are append-only again. */
  async endErasure(tx: Tx): Promise<void> {
    await tx.query(statements.allowErasure, [''])
  }

  async eraseHousehold(tx: Tx, householdId: string): Promise<void> {
    await this.allowErasure(tx, householdId)
    await tx.query(statements.eraseSettlements, [householdId])
    await tx.query(statements.eraseBalances, [householdId])
  }
}
