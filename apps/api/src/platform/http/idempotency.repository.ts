import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../postgres/postgres.ts'

export interface Claim {
  readonly userId: string
  readonly route: string
  readonly key: string
  readonly hash: string
  readonly workedOnBy: string
}

const where = 'user_id = $1 and route = $2 and key = $3'

const statements = {
  /** Takes a free key, an expired one, or one whose worker died. */
  claim: {
    name: 'idempotency.claim',
    text: `insert into idempotent_answers as a (user_id, route, key, input_hash, worked_on_by, started_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (user_id, route, key) do update
        set input_hash = excluded.input_hash, worked_on_by = excluded.worked_on_by, started_at = excluded.started_at,
          body = null, etag = null
        where a.started_at < $7 or (a.body is null and a.started_at < $8 and a.input_hash = excluded.input_hash)
      returning 1`,
  },
  read: {
    name: 'idempotency.read',
    text: `select input_hash as hash, body, etag from idempotent_answers where ${where}`,
  },
  answer: {
    name: 'idempotency.answer',
    text: `update idempotent_answers set body = $5, etag = $6 where ${where} and worked_on_by = $4`,
  },
  release: {
    name: 'idempotency.release',
    text: `delete from idempotent_answers where ${where} and worked_on_by = $4 and body is null`,
  },
  forget: { name: 'idempotency.forget', text: 'delete from idempotent_answers where user_id = $1' },
  purge: {
    name: 'idempotency.purge',
    text: `delete from idempotent_answers where (user_id, route, key) in (
      select user_id, route, key from idempotent_answers where started_at < $1 limit 1000) returning 1`,
  },
}

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly postgres: Postgres) {}

  /** True when the key is now ours to work on. */
  async claim(
    { userId, route, key, hash, workedOnBy }: Claim,
    { now, expired, abandoned }: { now: string; expired: string; abandoned: string },
  ): Promise<boolean> {
    const values = [userId, route, key, hash, workedOnBy, now, expired, abandoned]
    return (await this.postgres.query(statements.claim, values)).length > 0
  }

  async read({ userId, route, key }: Claim) {
    type Row = { hash: string; body: string | null; etag: string | null }
    const [row] = await this.postgres.query<Row>(statements.read, [userId, route, key])
    return row
  }

  async answer({ userId, route, key, workedOnBy }: Claim, body: string, etag: string | null): Promise<void> {
    await this.postgres.query(statements.answer, [userId, route, key, workedOnBy, body, etag])
  }

  async release({ userId, route, key, workedOnBy }: Claim): Promise<void> {
    await this.postgres.query(statements.release, [userId, route, key, workedOnBy])
  }

  async forget(on: Queries, userId: string): Promise<void> {
    await on.query(statements.forget, [userId])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }
}
