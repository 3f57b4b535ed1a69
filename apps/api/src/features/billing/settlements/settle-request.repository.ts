import { Injectable } from '@nestjs/common'
import type { CalendarDate } from '@streamline/domain'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'
import { insertRows, selectList } from '../../../platform/postgres/row-columns.ts'
import { settleRequests } from './settle-request.table.ts'

export type SettleRequestRow = Omit<typeof settleRequests.$inferSelect, 'askedOn'> & { askedOn: CalendarDate }

const columns = selectList(settleRequests, 'r')

/** Every prepared statement on requests; a test explains each. */
export const settleRequestStatements = {
  /** Nothing where they were asked after `$2`. */
  put: {
    name: 'settle-requests.put',
    text: `${insertRows(settleRequests, 'r')} on conflict (household_id, from_member, to_member, currency)
      do update set id = excluded.id, asked_on = excluded.asked_on, asked_at = excluded.asked_at
      where r.asked_at <= $2 returning ${columns}`,
  },
  ofPair: {
    name: 'settle-requests.of-pair',
    text: `select ${columns} from settle_requests r
      where r.household_id = $1 and r.from_member = $2 and r.to_member = $3 and r.currency = $4`,
  },
  from: {
    name: 'settle-requests.from',
    text: `select ${columns} from settle_requests r
      where r.household_id = $1 and r.from_member = $2 and r.asked_on >= $3 order by r.asked_at, r.id`,
  },
  by: {
    name: 'settle-requests.by',
    text: `select ${columns} from settle_requests r
      where r.household_id = $1 and r.to_member = $2 and r.asked_at > $3 order by r.asked_at, r.id`,
  },
  purge: {
    name: 'settle-requests.purge',
    text: 'delete from settle_requests where asked_at < $1 returning id',
  },
} as const

@Injectable()
export class SettleRequestRepository {
  constructor(private readonly postgres: Postgres) {}

  /** The request that stands: this one, or one that was made after an instant. */
  async put(tx: Tx, row: SettleRequestRow, after: string): Promise<SettleRequestRow> {
    const { householdId, fromMember, toMember, currency } = row
    const [made] = await tx.query<SettleRequestRow>(settleRequestStatements.put, [
      JSON.stringify([row]),
      after,
    ])
    if (made !== undefined) return made
    const pair = [householdId, fromMember, toMember, currency]
    const [standing = row] = await tx.query<SettleRequestRow>(settleRequestStatements.ofPair, pair)
    return standing
  }

  /** Those that ask somebody, since a day. */
  from(householdId: string, memberId: string, since: CalendarDate): Promise<SettleRequestRow[]> {
    return this.postgres.query(settleRequestStatements.from, [householdId, memberId, since])
  }

  /** Those that somebody made after an instant. */
  by(householdId: string, memberId: string, after: string): Promise<SettleRequestRow[]> {
    return this.postgres.query(settleRequestStatements.by, [householdId, memberId, after])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(settleRequestStatements.purge, [before])).length
  }
}
