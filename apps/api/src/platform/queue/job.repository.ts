import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../postgres/postgres.ts'
import { CLAIMED, type JobKind } from './job.ts'

export interface JobRow {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
  readonly lane: string | null
  /** This one included. */
  readonly attempts: number
}

/** One that has failed for good. */
export interface FailedJob {
  readonly id: string
  readonly kind: string
  readonly attempts: number
  readonly createdAt: string
  readonly failedAt: string
  readonly why: string
}

/** An attempt that failed, and when the next one is: null where it was the last. */
export interface FailedAttempt {
  readonly job: JobRow
  readonly atMs: number
  readonly againMs: number | null
  readonly why: string
}

export interface NewJob {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
  readonly lane: string | null
  readonly createdAt: string
}

/** `$1` is now, `$2` and `$3` the kinds that this process knows, with the lease of each. */
const claim = (which: string) => `with due as (
    select j.id, known.lease from jobs j
      join unnest($2::text[], $3::bigint[]) as known(kind, lease) on known.kind = j.kind
    where ${which}
      and (j.lane is null or not exists (select from jobs before
        where before.lane = j.lane and before.kind = j.kind and before.seq < j.seq and before.due_at is not null))
    order by j.due_at, j.seq limit $4 for update of j skip locked)
  update jobs j set attempts = j.attempts + 1, due_at = $1::timestamptz + due.lease * interval '1 millisecond'
  from due where j.id = due.id
  returning j.id, j.kind, j.payload, j.lane, j.attempts`

/** Every prepared statement on jobs; a test explains each. */
export const jobStatements = {
  insert: {
    name: 'jobs.insert',
    text: `insert into jobs (id, kind, payload, lane, created_at, due_at)
      select (job->>'id')::uuid, job->>'kind', job->'payload', (job->>'lane')::uuid,
          (job->>'createdAt')::timestamptz, (job->>'createdAt')::timestamptz
        from jsonb_array_elements($1::jsonb) with ordinality as each(job, at) order by at`,
  },
  claimDue: { name: 'jobs.claim-due', text: claim('j.due_at <= $1::timestamptz') },
  /** A new one at once, also where this clock is behind that of who made it. */
  claimThese: {
    name: 'jobs.claim-these',
    text: claim(
      'j.id = any($5::uuid[]) and j.due_at is not null and (j.due_at <= $1::timestamptz or j.attempts = 0)',
    ),
  },
  /** A pause that was said meanwhile stays. */
  keep: {
    name: 'jobs.keep',
    text: `update jobs j set due_at = $3::timestamptz from unnest($1::uuid[], $2::int[]) as own(id, attempts)
      where j.id = own.id and j.id = any($1::uuid[]) and j.attempts = own.attempts and j.due_at < $3::timestamptz`,
  },
  done: { name: 'jobs.done', text: 'delete from jobs where id = any($1::uuid[]) returning id' },
  /** Nothing where somebody else has begun the next attempt meanwhile. */
  failed: {
    name: 'jobs.failed',
    text: `update jobs j set due_at = own."dueAt", failed_at = own."failedAt", last_error = own.why
      from jsonb_to_recordset($1::jsonb) as own(id uuid, attempts int, "dueAt" timestamptz, "failedAt" timestamptz, why text)
      where j.id = own.id and j.id = any($2::uuid[]) and j.attempts = own.attempts`,
  },
  due: {
    name: 'jobs.due',
    text: 'select id, kind from jobs where due_at <= $1::timestamptz order by due_at, seq limit $2',
  },
  nextInLane: {
    name: 'jobs.next-in-lane',
    text: `select id, kind from jobs where lane = $1 and kind = $2 and due_at <= $3::timestamptz
      order by seq limit 1`,
  },
  allFailed: {
    name: 'jobs.all-failed',
    text: `select j.id, j.kind, j.attempts, j.created_at as "createdAt", j.failed_at as "failedAt", j.last_error as why
      from jobs j where j.failed_at is not null and j.id < $1 order by j.id desc limit $2`,
  },
  /** From the first attempt on. Nothing where somebody was faster. */
  tryAgain: {
    name: 'jobs.try-again',
    text: `update jobs set due_at = $2, failed_at = null, attempts = 0 where id = $1 and failed_at is not null
      returning kind`,
  },
  forget: { name: 'jobs.forget', text: 'delete from jobs where lane = $1' },
} as const

const instant = (epochMs: number) => new Date(epochMs).toISOString()

@Injectable()
export class JobRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(on: Queries, jobs: readonly NewJob[]): Promise<void> {
    await on.query(jobStatements.insert, [JSON.stringify(jobs)])
  }

  claimDue(nowMs: number, kinds: readonly JobKind[], most: number): Promise<JobRow[]> {
    return this.postgres.query(jobStatements.claimDue, [...claimed(nowMs, kinds), most])
  }

  /** Without those that are done, that somebody does, or whose turn it is not. */
  claimThese(nowMs: number, kinds: readonly JobKind[], ids: readonly string[]): Promise<JobRow[]> {
    return this.postgres.query(jobStatements.claimThese, [...claimed(nowMs, kinds), ids.length, ids])
  }

  /** Claims anew what somebody still does. */
  async keep(jobs: readonly JobRow[], untilMs: number): Promise<void> {
    const values = [jobs.map(({ id }) => id), jobs.map(({ attempts }) => attempts), instant(untilMs)]
    await this.postgres.query(jobStatements.keep, values)
  }

  /** Answers how many nobody else had done. */
  async done(on: Queries, ids: readonly string[]): Promise<number> {
    return ids.length === 0 ? 0 : (await on.query(jobStatements.done, [ids])).length
  }

  async failed(failures: readonly FailedAttempt[]): Promise<void> {
    const rows = failures.map(({ job: { id, attempts }, againMs, atMs, why }) => ({
      id,
      attempts,
      dueAt: againMs === null ? null : instant(againMs),
      failedAt: againMs === null ? instant(atMs) : null,
      why,
    }))
    await this.postgres.query(jobStatements.failed, [JSON.stringify(rows), rows.map(({ id }) => id)])
  }

  due(nowMs: number, most: number): Promise<Pick<JobRow, 'id' | 'kind'>[]> {
    return this.postgres.query(jobStatements.due, [instant(nowMs), most])
  }

  async nextInLane(
    { lane, kind }: Pick<JobRow, 'lane' | 'kind'>,
    nowMs: number,
  ): Promise<Pick<JobRow, 'id' | 'kind'> | undefined> {
    const values = [lane, kind, instant(nowMs)]
    const [next] = await this.postgres.query<Pick<JobRow, 'id' | 'kind'>>(jobStatements.nextInLane, values)
    return next
  }

  allFailed(before: string, limit: number): Promise<FailedJob[]> {
    return this.postgres.query(jobStatements.allFailed, [before, limit])
  }

  /** The kind of the job; undefined where none of that id has failed. */
  async tryAgain(on: Queries, id: string, atMs: number): Promise<string | undefined> {
    const [job] = await on.query<{ kind: string }>(jobStatements.tryAgain, [id, instant(atMs)])
    return job?.kind
  }

  async forget(tx: Tx, lane: string): Promise<void> {
    await tx.query(jobStatements.forget, [lane])
  }
}

const claimed = (nowMs: number, kinds: readonly JobKind[]) => [
  instant(nowMs),
  kinds.map(({ name }) => name),
  kinds.map(({ lease }) => Math.min(lease, CLAIMED)),
]
