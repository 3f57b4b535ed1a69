import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Postgres, type Queries, type Statement, type Tx } from '../postgres/postgres.ts'
import { UNHURRIED } from '../postgres/queries.ts'

/** A request with a key. */
export interface Asked {
  readonly userId: string
  /** Hash of route and key. */
  readonly question: Buffer
  readonly inputHash: Buffer
}

/** An act on more than one store, by the request that works on it. */
export interface Claim extends Asked {
  readonly act: string
  readonly workedOnBy: string
}

export interface KeptAnswer {
  readonly body: Buffer
  readonly sealed: boolean
  readonly revision: number | null
}

interface Known {
  readonly inputHash: Buffer
  readonly body: Buffer | null
  readonly sealed: boolean
  readonly revision: number | null
}

const PURGED_AT_ONCE = 5000

const where = 'user_id = $1 and question = $2'
/** Takes a free key, one that is forgotten, or carries on with an act that nobody works on. */
const claim = (name: string, more: string) => ({
  name,
  text: `insert into idempotent_answers as a (user_id, question, input_hash, act, worked_on_by, started_at)
    select $1::uuid, $2::bytea, $3::bytea, $4::uuid, $5::uuid, $6::timestamptz ${more}
    on conflict (user_id, question) do update
      set input_hash = excluded.input_hash, worked_on_by = excluded.worked_on_by, started_at = excluded.started_at,
        act = case when a.started_at < $7 then excluded.act else a.act end,
        body = null, sealed = false, revision = null
      where a.started_at < $7 or (a.body is null and a.input_hash = excluded.input_hash
        and (a.worked_on_by is null or a.started_at < $8))
    returning a.act`,
})

const statements = {
  claim: claim('idempotency.claim', ''),
  /** What the act writes next is in the same log behind it: when that is on the disk, so is the claim. */
  claimUnhurried: claim('idempotency.claim-unhurried', `where ${UNHURRIED}`),
  read: {
    name: 'idempotency.read',
    text: `select input_hash as "inputHash", body, sealed, revision from idempotent_answers
      where ${where} and started_at >= $3`,
  },
  /** Refused where the key is known: that takes the whole act back. */
  keep: {
    name: 'idempotency.keep',
    text: `insert into idempotent_answers (user_id, question, input_hash, act, started_at, body, sealed, revision)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  },
  /** Lost with the server, an answer only makes a retry do the rest of its act. */
  answer: {
    name: 'idempotency.answer',
    text: `update idempotent_answers set body = $4, revision = $5, worked_on_by = null
      where ${where} and worked_on_by = $3 and ${UNHURRIED}`,
  },
  release: {
    name: 'idempotency.release',
    text: `update idempotent_answers set worked_on_by = null where ${where} and worked_on_by = $3`,
  },
  drop: {
    name: 'idempotency.drop',
    text: `delete from idempotent_answers where ${where} and worked_on_by = $3`,
  },
  dropForgotten: {
    name: 'idempotency.drop-forgotten',
    text: `delete from idempotent_answers where ${where} and started_at < $3`,
  },
  forget: { name: 'idempotency.forget', text: 'delete from idempotent_answers where user_id = $1' },
  purge: {
    name: 'idempotency.purge',
    text: `with gone as (delete from idempotent_answers where ctid = any(array(
        select ctid from idempotent_answers where started_at < $1 limit ${PURGED_AT_ONCE})) returning 1)
      select count(*)::int as count from gone where ${UNHURRIED}`,
  },
}

@Injectable()
export class IdempotencyRepository {
  private readonly claiming: Statement

  constructor(
    private readonly postgres: Postgres,
    @Inject(ENV) { mongodbUrl }: Env,
  ) {
    this.claiming = mongodbUrl === undefined ? statements.claimUnhurried : statements.claim
  }

  /** The id of the act that is now ours to do; undefined where somebody does it, or has. */
  async claim(
    { userId, question, inputHash, act, workedOnBy }: Claim,
    { now, forgotten, abandoned }: { now: string; forgotten: string; abandoned: string },
  ): Promise<string | undefined> {
    const values = [userId, question, inputHash, act, workedOnBy, now, forgotten, abandoned]
    const [row] = await this.postgres.query<{ act: string }>(this.claiming, values)
    return row?.act
  }

  async read({ userId, question }: Asked, since: string): Promise<Known | undefined> {
    const [row] = await this.postgres.query<Known>(statements.read, [userId, question, since])
    return row
  }

  /** Part of the act's own transaction, which fails where the key is known. */
  keep(tx: Tx, { userId, question, inputHash }: Asked, act: string, at: string, answer: KeptAnswer): void {
    const { body, sealed, revision } = answer
    tx.atEnd(statements.keep, [userId, question, inputHash, act, at, body, sealed, revision])
  }

  async answer(
    { userId, question, workedOnBy }: Claim,
    { body, revision }: Pick<KeptAnswer, 'body' | 'revision'>,
  ): Promise<void> {
    await this.postgres.query(statements.answer, [userId, question, workedOnBy, body, revision])
  }

  /** Somebody else may carry on with the act. */
  async release({ userId, question, workedOnBy }: Claim): Promise<void> {
    await this.postgres.query(statements.release, [userId, question, workedOnBy])
  }

  /** Nothing was done: the key is free. */
  async drop({ userId, question, workedOnBy }: Claim): Promise<void> {
    await this.postgres.query(statements.drop, [userId, question, workedOnBy])
  }

  async dropForgotten({ userId, question }: Asked, forgotten: string): Promise<void> {
    await this.postgres.query(statements.dropForgotten, [userId, question, forgotten])
  }

  async forget(on: Queries, userId: string): Promise<void> {
    await on.query(statements.forget, [userId])
  }

  /** All that is older, in pieces that hold no lock for long. Answers how many there were. */
  async purge(before: string): Promise<number> {
    for (let purged = 0; ;) {
      const [row] = await this.postgres.query<{ count: number }>(statements.purge, [before])
      const count = row?.count ?? 0
      purged += count
      if (count < PURGED_AT_ONCE) return purged
    }
  }
}
