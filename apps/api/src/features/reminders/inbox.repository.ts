import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import type { Said } from '../letters/said.types.ts'

export interface InboxRow {
  readonly id: string
  readonly householdId: string
  readonly householdName: string
  readonly timeZone: string
  readonly memberId: string
  readonly parts: readonly Said[]
  readonly createdAt: string
  readonly readAt: string | null
  readonly snoozedUntil: string | null
}

export interface NewInboxItem extends Pick<
  InboxRow,
  'id' | 'householdId' | 'memberId' | 'parts' | 'createdAt'
> {
  readonly userId: string
}

/** Who has left a household reads no more of it. */
const own = `from inbox_items i
    join households h on h.id = i.household_id
    join household_members m on m.id = i.member_id and m.user_id = i.user_id and m.left_on is null`

const columns = `i.id, i.household_id as "householdId", h.name as "householdName", h.time_zone as "timeZone",
  i.member_id as "memberId", i.parts, i.created_at as "createdAt", i.read_at as "readAt", i.snoozed_until as "snoozedUntil"`

/** Every prepared statement on messages; a test explains each. */
export const inboxStatements = {
  add: {
    name: 'inbox.add',
    text: `insert into inbox_items (id, household_id, member_id, user_id, parts, created_at)
      select added.id, added."householdId", added."memberId", added."userId", added.parts, added."createdAt"
      from jsonb_to_recordset($1::jsonb) as added(
        id uuid, "householdId" uuid, "memberId" uuid, "userId" uuid, parts jsonb, "createdAt" timestamptz)`,
  },
  list: {
    name: 'inbox.list',
    text: `select ${columns} ${own} where i.user_id = $1 and i.id < $2 order by i.id desc limit $3`,
  },
  one: { name: 'inbox.one', text: `select ${columns} ${own} where i.user_id = $1 and i.id = $2` },
  unread: {
    name: 'inbox.unread',
    text: `select count(*)::int as count from (
      select i.id ${own} where i.user_id = $1 and i.read_at is null limit 100) unread`,
  },
  markRead: {
    name: 'inbox.mark-read',
    text: `update inbox_items i set read_at = $3
      where i.user_id = $1 and i.read_at is null and ($2::uuid[] is null or i.id = any($2))`,
  },
  snooze: {
    name: 'inbox.snooze',
    text: `update inbox_items i set snoozed_until = $3, read_at = coalesce(i.read_at, $4)
      where i.user_id = $1 and i.id = $2`,
  },
  purge: {
    name: 'inbox.purge',
    text: `delete from inbox_items i where i.id = any(array(
      select o.id from inbox_items o where o.created_at < $1 limit 1000)) returning i.id`,
  },
} as const

@Injectable()
export class InboxRepository {
  constructor(private readonly postgres: Postgres) {}

  async add(tx: Tx, items: readonly NewInboxItem[]): Promise<void> {
    if (items.length > 0) await tx.query(inboxStatements.add, [JSON.stringify(items)])
  }

  list(userId: string, before: string, limit: number): Promise<InboxRow[]> {
    return this.postgres.query<InboxRow>(inboxStatements.list, [userId, before, limit])
  }

  async one(userId: string, id: string, on: Queries = this.postgres): Promise<InboxRow | undefined> {
    const [row] = await on.query<InboxRow>(inboxStatements.one, [userId, id])
    return row
  }

  /** At most a hundred are counted. */
  async unread(userId: string): Promise<number> {
    const [row] = await this.postgres.query<{ count: number }>(inboxStatements.unread, [userId])
    return row?.count ?? 0
  }

  async markRead(userId: string, ids: readonly string[] | null, at: string): Promise<void> {
    await this.postgres.query(inboxStatements.markRead, [userId, ids, at])
  }

  async snooze(tx: Tx, userId: string, id: string, untilOn: string, at: string): Promise<void> {
    await tx.query(inboxStatements.snooze, [userId, id, untilOn, at])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(inboxStatements.purge, [before])).length
  }
}
