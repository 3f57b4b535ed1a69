import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import pLimit, { type LimitFunction } from 'p-limit'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import { isOutage } from '../postgres/outage.ts'
import { Postgres } from '../postgres/postgres.ts'
import {
  ImpossibleJob,
  JobHandlers,
  PostponedJob,
  type Ends,
  type Handler,
  type Work,
} from './job-handlers.ts'
import { JobRelay } from './job-relay.ts'
import { JobRepository, type FailedAttempt, type JobRow } from './job.repository.ts'
import { CLAIMED, CLAIMED_ANEW, jittered, pauseAfter, type JobKind, type JobQueue } from './job.ts'

const AT_ONCE = 20
/** A tick does so many batches itself; the rest it hands to the workers. */
const BATCHES = 10
const HANDED_ON = 1000

/**
 * Does jobs, whoever found them: a worker that was woken, a tick, or the request that left the job. The row says who has it, so
 * that it makes no difference how often the queue delivers an id, or whether it loses it.
 */
@Injectable()
export class JobRunner implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs')
  /** What this process has claimed and not finished, with the instant by which it must. */
  private readonly inHand = new Map<JobRow, number>()
  /** By the name of a queue. */
  private readonly bounds = new Map<string, LimitFunction>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly repository: JobRepository,
    private readonly handlers: JobHandlers,
    private readonly relay: JobRelay,
    private readonly postgres: Postgres,
    private readonly clock: Clock,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    this.ticks.register({ name: 'jobs', run: () => this.runDue() })
    // Where the store is away the claim ends, and somebody tries again.
    this.timer = setInterval(() => void this.keepInHand().catch(() => {}), CLAIMED_ANEW).unref()
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  /** Claims anew what this process still does, and may do. */
  async keepInHand(): Promise<void> {
    const now = this.clock.now()
    const kept = [...this.inHand].filter(([, until]) => until > now).map(([job]) => job)
    if (kept.length > 0) await this.repository.keep(kept, now + CLAIMED)
  }

  /** Does those whose turn it is, and answers how many: others are done, or will be later. */
  async run(ids: readonly string[]): Promise<number> {
    const jobs = await this.claimed(ids)
    const done = await this.attemptAll(jobs)
    for (const job of jobs) await this.wakeNext(job)
    return done
  }

  /**
   * For who left a job in a transaction of theirs: what it decided stands, whatever becomes of the rest just now. They wait for it, so it
   * waits for no other.
   */
  async runNow(id: string): Promise<void> {
    try {
      for (const job of await this.claimed([id])) {
        const handler = this.handlers.get(job.kind)
        if (handler !== undefined) await this.attemptNow(handler, [job])
        await this.wakeNext(job)
      }
    } catch (error) {
      this.log.warn({ event: 'job-left', err: error, jobId: id })
    }
  }

  /** Does what is due: new, failed before, or begun by somebody who died. Answers how many were done. */
  async runDue(): Promise<number> {
    let done = 0
    for (let batch = 0; batch < BATCHES; batch++) {
      const claimed = await this.repository.claimDue(this.clock.now(), this.handlers.kinds, AT_ONCE)
      if (claimed.length === 0) return done
      this.take(claimed)
      done += await this.attemptAll(claimed)
    }
    const rest = await this.repository.due(this.clock.now(), HANDED_ON)
    for (const [kind, jobs] of Map.groupBy(rest, (job) => job.kind))
      this.wake(
        kind,
        jobs.map(({ id }) => id),
      )
    return done
  }

  private take(jobs: readonly JobRow[]): void {
    const now = this.clock.now()
    for (const job of jobs) this.inHand.set(job, now + (this.handlers.get(job.kind)?.kind.lease ?? 0))
  }

  private async claimed(ids: readonly string[]): Promise<readonly JobRow[]> {
    const jobs = await this.repository.claimThese(this.clock.now(), this.handlers.kinds, ids)
    this.take(jobs)
    return jobs
  }

  private async attemptAll(jobs: readonly JobRow[]): Promise<number> {
    const attempts = [...Map.groupBy(jobs, ({ kind }) => kind)].flatMap(([kind, own]) => {
      const handler = this.handlers.get(kind)
      return handler === undefined
        ? []
        : chunksOf(own, handler.kind.batch).map((some) => this.attempt(handler, some))
    })
    return (await Promise.all(attempts)).reduce((all, one) => all + one, 0)
  }

  /** A tick and the workers of this process keep the bound of a queue between them. */
  private boundOf({ name, concurrency }: JobQueue): LimitFunction {
    const known = this.bounds.get(name)
    if (known !== undefined) return known
    const bound = pLimit(concurrency)
    this.bounds.set(name, bound)
    return bound
  }

  private attempt(handler: Handler, jobs: readonly JobRow[]): Promise<number> {
    return this.boundOf(handler.kind.queue)(() => this.attemptNow(handler, jobs))
  }

  /** Answers how many were done. */
  private async attemptNow(handler: Handler, jobs: readonly JobRow[]): Promise<number> {
    try {
      const ends = await this.endsOf(handler, jobs)
      for (const job of jobs) this.inHand.delete(job)
      const failures = jobs.flatMap((job, at) => (ends[at] === undefined ? [] : [{ job, error: ends[at] }]))
      await this.failed(handler, failures)
      return jobs.length - failures.length
    } finally {
      for (const job of jobs) this.inHand.delete(job)
    }
  }

  private async endsOf({ kind, ...work }: Handler, jobs: readonly JobRow[]): Promise<Ends> {
    // The attempts before took their process with them, and nobody was left to give up.
    const isLost = ({ attempts }: JobRow) => attempts > kind.attempts
    const begun = jobs.filter((job) => !isLost(job))
    const ends = [
      ...(begun.length === 0
        ? []
        : await this.do(work, begun).catch((error: Error) => begun.map(() => error))),
    ]
    return jobs.map((job) =>
      isLost(job) ? new ImpossibleJob('Every attempt ended without a word') : ends.shift(),
    )
  }

  private async do(work: Work, jobs: readonly JobRow[]): Promise<Ends> {
    if ('runMany' in work) {
      const ends = await work.runMany(jobs.map(({ payload }) => payload))
      await this.repository.done(
        this.postgres,
        jobs.flatMap(({ id }, at) => (ends[at] === undefined ? [id] : [])),
      )
      return ends
    }
    for (const job of jobs)
      if ('run' in work) {
        await work.run(job.payload)
        await this.repository.done(this.postgres, [job.id])
      } else
        await this.postgres.transaction(async (tx) => {
          // First, so that of two who believe that it is theirs the second waits, and finds it done.
          if ((await this.repository.done(tx, [job.id])) > 0) await work.runIn(tx, job.payload)
        })
    return []
  }

  private async failed(
    handler: Handler,
    failures: readonly { readonly job: JobRow; readonly error: unknown }[],
  ): Promise<void> {
    if (failures.length === 0) return
    const attempts = []
    for (const { job, error } of failures) attempts.push(await this.told(handler, job, error))
    // Where the store is away as well, the lease ends and somebody tries again.
    await this.repository.failed(attempts)
  }

  private async told({ kind, givenUp }: Handler, job: JobRow, error: unknown): Promise<FailedAttempt> {
    const isOver = error instanceof ImpossibleJob || job.attempts >= kind.attempts
    const why = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    const { id: jobId, payload, attempts } = job
    const context = { err: error, jobId, kind: kind.name, payload, attempts, most: kind.attempts }
    if (isOver) this.log.error({ event: 'job-given-up', ...context })
    else this.log.warn({ event: 'job-failed', ...context })
    const now = this.clock.now()
    if (isOver)
      await givenUp?.(payload, why).catch((failure: unknown) => this.log.error({ err: failure, jobId }))
    return { job, atMs: now, againMs: isOver ? null : now + waitAfter(kind, attempts, error), why }
  }

  private async wakeNext(job: JobRow): Promise<void> {
    if (job.lane === null) return
    const next = await this.repository.nextInLane(job, this.clock.now())
    if (next !== undefined) this.wake(next.kind, [next.id])
  }

  private wake(kindName: string, ids: readonly string[]): void {
    const kind = this.handlers.get(kindName)?.kind
    if (kind !== undefined) this.relay.wake(kind, ids)
  }
}

const chunksOf = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))

/** Never before the other side said, and not all at the same moment. */
const waitAfter = (kind: JobKind, attempts: number, error: unknown): number => {
  // A store that was away for a moment says nothing of the other side.
  const pause = jittered(isOutage(error) ? CLAIMED_ANEW : pauseAfter(kind, attempts))
  return error instanceof PostponedJob ? Math.max(error.afterMs + pause / 10, pause) : pause
}
