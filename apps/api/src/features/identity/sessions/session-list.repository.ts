import { Injectable } from '@nestjs/common'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'

export interface SessionInfoRow {
  id: string
  userAgent: string | null
  address: string | null
  startedAt: string
  lastUsedAt: string
}

const isLive = (now: string) =>
  `ended_at is null and idle_until > ${now}::timestamptz and absolute_until > ${now}::timestamptz`

const statements = {
  ofUser: {
    name: 'session-list.of-user',
    text: `select id, user_agent as "userAgent", address, created_at as "startedAt", last_seen_at as "lastUsedAt"
      from sessions where user_id = $1 and ${isLive('$2')} and id < $3 order by id desc limit $4`,
  },
  lockOwn: {
    name: 'session-list.lock-own',
    text: `select id from sessions where id = $1 and user_id = $2 and ${isLive('$3')} for update`,
  },
}

@Injectable()
export class SessionListRepository {
  constructor(private readonly postgres: Postgres) {}

  ofUser(userId: string, now: string, before: string, limit: number): Promise<SessionInfoRow[]> {
    return this.postgres.query(statements.ofUser, [userId, now, before, limit])
  }

  /** Whether the session lives and is that person's; nobody else ends it until the transaction does. */
  async lockOwn(tx: Tx, id: string, userId: string, now: string): Promise<boolean> {
    return (await tx.query(statements.lockOwn, [id, userId, now])).length > 0
  }
}
