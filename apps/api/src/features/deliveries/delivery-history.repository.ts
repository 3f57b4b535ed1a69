import { Injectable } from '@nestjs/common'
import type { ChannelName } from '../../platform/deliveries/delivery.types.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'

export interface HistoryRow {
  readonly id: string
  readonly channel: ChannelName
  readonly recipient: string
  readonly title: string
  readonly createdAt: string
  readonly sentAt: string | null
  readonly failedAt: string | null
  readonly seenAt: string | null
  readonly attempts: number
  readonly answer: string | null
}

/** Who has left a household reads no more of it. */
const own = `from deliveries d left join inbox_items i on i.id = d.message_id
  where d.user_id = $1 and (d.household_id is null or exists (select from household_members m
    where m.household_id = d.household_id and m.user_id = $1 and m.left_on is null))`

const columns = `d.id, d.channel, d.recipient, d.title, d.created_at as "createdAt", d.sent_at as "sentAt",
  d.failed_at as "failedAt", i.read_at as "seenAt", d.attempts, d.answer`

/** Every prepared statement on what was sent to somebody; a test explains each. */
export const historyStatements = {
  ofUser: {
    name: 'delivery-history.of-user',
    text: `select ${columns} ${own} and d.id < $2 order by d.id desc limit $3`,
  },
  some: { name: 'delivery-history.some', text: `select ${columns} ${own} and d.id = any($2::uuid[])` },
  someOfHousehold: {
    name: 'delivery-history.some-of-household',
    text: `select ${columns} from deliveries d left join inbox_items i on i.id = d.message_id
      where d.household_id = $1 and d.user_id is null and d.id = any($2::uuid[])`,
  },
} as const

@Injectable()
export class DeliveryHistoryRepository {
  constructor(private readonly postgres: Postgres) {}

  ofUser(userId: string, before: string, limit: number): Promise<HistoryRow[]> {
    return this.postgres.query(historyStatements.ofUser, [userId, before, limit])
  }

  some(userId: string, ids: readonly string[]): Promise<HistoryRow[]> {
    return this.postgres.query(historyStatements.some, [userId, ids])
  }

  someOfHousehold(householdId: string, ids: readonly string[]): Promise<HistoryRow[]> {
    return this.postgres.query(historyStatements.someOfHousehold, [householdId, ids])
  }
}
