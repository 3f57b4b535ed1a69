import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import pLimit, { type LimitFunction } from 'p-limit'
import { Clock } from '../clock/clock.ts'
import { Ticks } from '../clock/ticks.ts'
import { isOutage } from '../postgres/outage.ts'
import { Postgres } from '../postgres/postgres.ts'
import { ImpossibleJob, JobHandlers, PostponedJob, type Handler } from './job-handlers.ts'
import { JobRelay } from './job-relay.ts'
import { JobRepository, type JobRow } from './job.repository.ts'
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

  /** Does one job if it is its turn. False when it was not done here: it is done, or will be later. */
  async run(id: string): Promise<boolean> {
    return this.claimed(id, (handler, job) => this.attempt(handler, job))
  }

  /**
   * For who left a job in a transaction of theirs: what it decided stands, whatever becomes of the rest just now. They wait for it, so it
   * waits for no other.
   */
  async runNow(id: string): Promise<void> {
    await this.claimed(id, (handler, job) => this.attemptNow(handler, job)).catch((error: unknown) => {
      this.log.warn({ event: 'job-left', err: error, jobId: id })
    })
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
    for (const { id, kind } of await this.repository.due(this.clock.now(), HANDED_ON)) this.wake(kind, id)
    return done
  }

  private take(jobs: readonly JobRow[]): void {
    const now = this.clock.now()
    for (const job of jobs) this.inHand.set(job, now + (this.handlers.get(job.kind)?.kind.lease ?? 0))
  }

  private async claimed(
    id: string,
    attempt: (handler: Handler, job: JobRow) => Promise<boolean>,
  ): Promise<boolean> {
    const job = await this.repository.claimOne(this.clock.now(), this.handlers.kinds, id)
    if (job === undefined) return false
    const handler = this.handlers.get(job.kind)
    if (handler === undefined) return false
    this.take([job])
    const isDone = await attempt(handler, job)
    await this.wakeNext(job)
    return isDone
  }

  private async attemptAll(jobs: readonly JobRow[]): Promise<number> {
    const attempts = jobs.flatMap((job) => {
      const handler = this.handlers.get(job.kind)
      return handler === undefined ? [] : [this.attempt(handler, job)]
    })
    return (await Promise.all(attempts)).filter(Boolean).length
  }

  /** A tick and the workers of this process keep the bound of a queue between them. */
  private boundOf({ name, concurrency }: JobQueue): LimitFunction {
    const known = this.bounds.get(name)
    if (known !== undefined) return known
    const bound = pLimit(concurrency)
    this.bounds.set(name, bound)
    return bound
  }

  private attempt(handler: Handler, job: JobRow): Promise<boolean> {
    return this.boundOf(handler.kind.queue)(() => this.attemptNow(handler, job))
  }

  private async attemptNow(handler: Handler, job: JobRow): Promise<boolean> {
    const { kind } = handler
    try {
      // The attempts before took their process with them, and nobody was left to give up.
      if (job.attempts > kind.attempts) throw new ImpossibleJob('Every attempt ended without a word')
      await this.do(handler, job)
      return true
    } catch (error) {
      this.inHand.delete(job)
      await this.failed(handler, job, error)
      return false
    } finally {
      this.inHand.delete(job)
    }
  }

  private async do(handler: Handler, job: JobRow): Promise<void> {
    if ('run' in handler) {
      await handler.run(job.payload)
      await this.repository.done(this.postgres, job.id)
    } else
      await this.postgres.transaction(async (tx) => {
        // First, so that of two who believe that it is theirs the second waits, and finds it done.
        if (await this.repository.done(tx, job.id)) await handler.runIn(tx, job.payload)
      })
  }

  private async failed({ kind, givenUp }: Handler, job: JobRow, error: unknown): Promise<void> {
    const isOver = error instanceof ImpossibleJob || job.attempts >= kind.attempts
    const why = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    const { id: jobId, payload, attempts } = job
    const context = { err: error, jobId, kind: kind.name, payload, attempts, most: kind.attempts }
    if (isOver) this.log.error({ event: 'job-given-up', ...context })
    else this.log.warn({ event: 'job-failed', ...context })
    const now = this.clock.now()
    if (isOver)
      await givenUp?.(payload, why).catch((failure: unknown) => this.log.error({ err: failure, jobId }))
    // Where the store is away as well, the lease ends and somebody tries again.
    await (isOver
      ? this.repository.giveUp(job, now, why)
      : this.repository.retry(job, now + waitAfter(kind, attempts, error), why))
  }

  private async wakeNext(job: JobRow): Promise<void> {
    if (job.lane === null) return
    const next = await this.repository.nextInLane(job, this.clock.now())
    if (next !== undefined) this.wake(next.kind, next.id)
  }

  private wake(kindName: string, id: string): void {
    const queue = this.handlers.get(kindName)?.kind.queue
    if (queue !== undefined) this.relay.wake(queue, id)
  }
}

/** Never before the other side said, and not all at the same moment. */
const waitAfter = (kind: JobKind, attempts: number, error: unknown): number => {
  // A store that was away for a moment says nothing of the other side.
  const pause = jittered(isOutage(error) ? CLAIMED_ANEW : pauseAfter(kind, attempts))
  return error instanceof PostponedJob ? Math.max(error.afterMs + pause / 10, pause) : pause
}
