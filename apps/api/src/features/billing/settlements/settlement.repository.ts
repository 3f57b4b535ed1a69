import { Injectable } from '@nestjs/common'
import { addDays, referenceKey, SAME_TRANSFER_DAYS, type CalendarDate } from '@streamline/domain'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import { insertRows, selectList } from '../../../platform/postgres/row-columns.ts'
import { settlements } from './settlement.table.ts'

export type SettlementRow = Omit<typeof settlements.$inferSelect, 'settledOn'> & { settledOn: CalendarDate }

const columns = selectList(settlements, 's')

/** Every prepared statement on settlements; a test explains each. */
export const settlementStatements = {
  insert: { name: 'settlements.insert', text: insertRows(settlements, 's') },
  byId: {
    name: 'settlements.by-id',
    text: `select ${columns} from settlements s where s.household_id = $1 and s.id = $2`,
  },
  list: {
    name: 'settlements.list',
    text: `select ${columns} from settlements s
      where s.household_id = $1 and (s.settled_on, s.id) < ($2::date, $3::uuid)
      order by s.settled_on desc, s.id desc limit $4`,
  },
  /** Recorded by the other side, for one of these people, and not told of yet. */
  arriving: {
    name: 'settlements.arriving',
    text: `select ${columns} from settlements s
      where s.household_id = $1 and s.to_member = any($2::uuid[]) and s.confirmed_at is null and s.undone_at is null
      order by s.settled_on, s.id limit $3`,
  },
  ofMember: {
    name: 'settlements.of-member',
    text: `select ${columns} from settlements s
      where s.household_id = $1 and $2::uuid in (s.from_member, s.to_member) order by s.settled_on desc, s.id desc`,
  },
  /** What was said of transfers from one to the other that a new one may be, not undone. */
  alike: {
    name: 'settlements.alike',
    text: `select ${columns} from settlements s
      where s.household_id = $1 and s.from_member = $2 and s.to_member = $3 and s.currency = $4 and s.undone_at is null
        and (((s.amount = $5 or (s.converted->>'amount')::bigint = $9) and s.settled_on between $6::date and $7::date)
          or upper(regexp_replace(s.reference, '\\s', '', 'g')) = $8::text)
      order by s.settled_on desc, s.id desc limit 100`,
  },
  confirm: {
    name: 'settlements.confirm',
    text: `update settlements s set confirmed_by = $3, confirmed_at = $4
      where s.household_id = $1 and s.id = $2 returning ${columns}`,
  },
  undo: {
    name: 'settlements.undo',
    text: `update settlements s set undone_by = $3, undone_at = $4, undo_reason = $5
      where s.household_id = $1 and s.id = $2 returning ${columns}`,
  },
} as const

@Injectable()
export class SettlementRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(tx: Tx, row: SettlementRow): Promise<void> {
    await tx.query(settlementStatements.insert, [JSON.stringify([row])])
  }

  async byId(on: Queries, householdId: string, id: string): Promise<SettlementRow | undefined> {
    const [row] = await on.query<SettlementRow>(settlementStatements.byId, [householdId, id])
    return row
  }

  list(householdId: string, before: { on: string; id: string }, limit: number): Promise<SettlementRow[]> {
    return this.postgres.query<SettlementRow>(settlementStatements.list, [
      householdId,
      before.on,
      before.id,
      limit,
    ])
  }

  /** What waits for one of these to say that it arrived, the oldest first. */
  arriving(householdId: string, memberIds: readonly string[], limit: number): Promise<SettlementRow[]> {
    return this.postgres.query<SettlementRow>(settlementStatements.arriving, [householdId, memberIds, limit])
  }

  /** Everything that a member gave or got, the newest first. */
  ofMember(householdId: string, memberId: string): Promise<SettlementRow[]> {
    return this.postgres.query<SettlementRow>(settlementStatements.ofMember, [householdId, memberId])
  }

  /** Those of the same pair with the amount and about the day, or with the reference; the newest first. */
  alike(tx: Tx, row: SettlementRow): Promise<SettlementRow[]> {
    const { householdId, fromMember, toMember, currency, amount, settledOn, reference } = row
    return tx.query<SettlementRow>(settlementStatements.alike, [
      householdId,
      fromMember,
      toMember,
      currency,
      amount,
      addDays(settledOn, -SAME_TRANSFER_DAYS),
      addDays(settledOn, SAME_TRANSFER_DAYS),
      reference === null ? null : referenceKey(reference),
      row.converted?.amount ?? null,
    ])
  }

  async confirm(
    tx: Tx,
    { householdId, id }: SettlementRow,
    by: string,
    at: string,
  ): Promise<SettlementRow[]> {
    return tx.query<SettlementRow>(settlementStatements.confirm, [householdId, id, by, at])
  }

  async undo(
    tx: Tx,
    { householdId, id }: SettlementRow,
    by: string,
    at: string,
    reason: string | null,
  ): Promise<SettlementRow[]> {
    return tx.query<SettlementRow>(settlementStatements.undo, [householdId, id, by, at, reason])
  }
}
