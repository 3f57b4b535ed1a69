import { setTimeout as pause } from 'node:timers/promises'
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Ticks } from '../clock/ticks.ts'
import { JobHandlers } from './job-handlers.ts'
import { JobRunner } from './job-runner.ts'
import type { JobQueue } from './job.ts'
import { QueueStore } from './queue-store.ts'

/** What is due waits no longer than this for the next question; nor does what a killed process had, when its claim is over. */
const EVERY = 15_000
/** A store that was started anew may have forgotten the schedule. */
const LOOK_AGAIN = 10_000
/** A process that heard of no tick for so long asks by itself: a tick whose store was killed in the middle of it may never be followed by another. */
const SILENCE = 2 * EVERY

/** After the server listens; nobody waits for a queue. */
const DELAY = 500
const RETRY = 10_000
/** Milliseconds after which a process that ends waits no longer for its jobs, or for a store that is away: what it claimed is soon another's. */
const LEAVING = 15_000

/** A queue of its own keeps ticks from waiting behind other work; one at a time, because the next asks the same again. */
const tickQueue: JobQueue = { name: 'ticks', concurrency: 1 }
/** Its name in the store, where it once was a minute. */
const SCHEDULE = 'every-minute'

/** Starts the workers of this process and the one schedule there is, and stops them before the stores go. */
@Injectable()
export class QueueRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs')
  private starting: Promise<void> = Promise.resolve()
  private catchingUp: Promise<unknown> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  private isClosing = false
  private isTicking = false
  private heardAt = 0

  constructor(
    private readonly store: QueueStore,
    private readonly handlers: JobHandlers,
    private readonly runner: JobRunner,
    private readonly ticks: Ticks,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onApplicationBootstrap(): void {
    this.handlers.assertComplete()
    if (this.env.role !== 'api') this.startIn(DELAY)
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true
    clearTimeout(this.timer)
    await Promise.race([this.finish(), pause(LEAVING, undefined, { ref: false })])
  }

  private async finish(): Promise<void> {
    await this.starting
    await this.catchingUp
    await this.store.close()
  }

  private startIn(ms: number): void {
    this.timer = setTimeout(() => {
      this.starting = this.start().catch(async (error: unknown) => {
        this.log.warn(`Jobs cannot start yet: ${error instanceof Error ? error.message : String(error)}`)
        await this.store.close()
        if (!this.isClosing) this.startIn(RETRY)
      })
    }, ms)
  }

  private async start(): Promise<void> {
    await this.schedule()
    await this.store.work(tickQueue, () => this.tick())
    for (const queue of new Set(this.handlers.kinds.map((kind) => kind.queue)))
      await this.store.work(queue, (call) => this.runner.run(call.data.ids))
    // What fell due while nobody was there does not wait for the schedule.
    this.catchingUp = this.tick()
    this.timer = setInterval(() => this.lookAgain(), LOOK_AGAIN).unref()
  }

  private async tick(): Promise<number> {
    this.heardAt = performance.now()
    this.isTicking = true
    try {
      return await this.ticks.runAll()
    } finally {
      this.isTicking = false
    }
  }

  private lookAgain(): void {
    const isSilent = !this.isTicking && performance.now() - this.heardAt > SILENCE
    if (isSilent) this.catchingUp = this.tick()
    void this.schedule(isSilent).catch(() => {})
  }

  /** Carries nothing: what is due is asked by the clock. */
  private async schedule(isSilent = false): Promise<void> {
    const queue = await this.store.queue(tickQueue)
    if (isSilent || (await queue.getJobScheduler(SCHEDULE))?.every !== EVERY)
      await queue.upsertJobScheduler(SCHEDULE, { every: EVERY }, { name: 'tick', data: {} })
  }
}
