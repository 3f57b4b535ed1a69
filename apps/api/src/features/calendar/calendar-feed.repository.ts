import { Injectable } from '@nestjs/common'
import type { AgendaKind } from '@streamline/domain'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'

export interface FeedWishes {
  readonly scope: 'own' | 'household'
  readonly kinds: readonly AgendaKind[]
}

export interface FeedRow extends FeedWishes {
  readonly householdId: string
  readonly userId: string
  readonly createdAt: string
  readonly readAt: string | null
}

const columns = `f.household_id as "householdId", f.user_id as "userId", f.scope, f.kinds, f.created_at as "createdAt",
  f.read_at as "readAt"`

/** Every prepared statement on calendars; a test explains each. */
export const calendarFeedStatements = {
  of: {
    name: 'calendar-feeds.of',
    text: `select ${columns} from calendar_feeds f where f.household_id = $1 and f.user_id = $2`,
  },
  byToken: {
    name: 'calendar-feeds.by-token',
    text: `select ${columns} from calendar_feeds f where f.token_hash = $1`,
  },
  make: {
    name: 'calendar-feeds.make',
    text: `insert into calendar_feeds as f (household_id, user_id, token_hash, scope, kinds, created_at)
      values ($1, $2, $3, $4, $5::jsonb, $6)
      on conflict (household_id, user_id) do update set token_hash = excluded.token_hash, scope = excluded.scope,
        kinds = excluded.kinds, created_at = excluded.created_at, read_at = null
      returning ${columns}`,
  },
  change: {
    name: 'calendar-feeds.change',
    text: `update calendar_feeds f set scope = $3, kinds = $4::jsonb
      where f.household_id = $1 and f.user_id = $2 returning ${columns}`,
  },
  end: {
    name: 'calendar-feeds.end',
    text: 'delete from calendar_feeds where household_id = $1 and user_id = $2',
  },
  wasRead: {
    name: 'calendar-feeds.was-read',
    text: `update calendar_feeds set read_at = $3
      where household_id = $1 and user_id = $2 and (read_at is null or read_at < $3)`,
  },
} as const

@Injectable()
export class CalendarFeedRepository {
  constructor(private readonly postgres: Postgres) {}

  async of(householdId: string, userId: string): Promise<FeedRow | undefined> {
    return (await this.postgres.query<FeedRow>(calendarFeedStatements.of, [householdId, userId]))[0]
  }

  async byToken(tokenHash: Buffer): Promise<FeedRow | undefined> {
    return (await this.postgres.query<FeedRow>(calendarFeedStatements.byToken, [tokenHash]))[0]
  }

  async make(
    tx: Tx,
    { householdId, userId, scope, kinds, createdAt }: Omit<FeedRow, 'readAt'>,
    tokenHash: Buffer,
  ): Promise<FeedRow> {
    const values = [householdId, userId, tokenHash, scope, JSON.stringify(kinds), createdAt]
    const [row] = await tx.query<FeedRow>(calendarFeedStatements.make, values)
    if (row === undefined) throw new Error('An insert answered nothing')
    return row
  }

  async change(
    householdId: string,
    userId: string,
    { scope, kinds }: FeedWishes,
  ): Promise<FeedRow | undefined> {
    const values = [householdId, userId, scope, JSON.stringify(kinds)]
    return (await this.postgres.query<FeedRow>(calendarFeedStatements.change, values))[0]
  }

  async end(householdId: string, userId: string): Promise<void> {
    await this.postgres.query(calendarFeedStatements.end, [householdId, userId])
  }

  async wasRead({ householdId, userId }: FeedRow, at: string): Promise<void> {
    await this.postgres.query(calendarFeedStatements.wasRead, [householdId, userId, at])
  }
}
