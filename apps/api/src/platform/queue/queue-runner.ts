import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { ImpossibleJob, JobHandlers } from './job-handlers.ts'
import { queueBackend, type Resource } from './queue-backend.ts'
import { tickJob } from './tick.job.ts'

const MINUTE = 60_000

/** After the server listens; nobody waits for a queue. */
const DELAY = 500
const RETRY = 10_000

/** Starts the workers of this process and the one schedule there is, and stops them before the stores go. */
@Injectable()
export class QueueRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(QueueRunner.name)
  private readonly open: Resource[] = []
  private starting: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  private isClosing = false

  constructor(
    private readonly handlers: JobHandlers,
    @Inject(ENV) private readonly env: Env,
  ) {}

  onApplicationBootstrap(): void {
    this.handlers.assertComplete()
    if (this.env.role !== 'api') this.startIn(DELAY)
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true
    clearTimeout(this.timer)
    await this.starting
    await this.closeAll()
  }

  private startIn(ms: number): void {
    this.timer = setTimeout(() => {
      this.starting = this.start().catch(async (error: unknown) => {
        this.log.warn(`Jobs cannot start yet: ${error instanceof Error ? error.message : String(error)}`)
        await this.closeAll()
        if (!this.isClosing) this.startIn(RETRY)
      })
    }, ms)
  }

  private async start(): Promise<void> {
    const backend = await queueBackend(this.env)
    const queue = this.kept(backend.queue(tickJob.queue))
    // The next job is made when the last one starts: a queue of its own keeps ticks from waiting behind other work.
    await queue.upsertJobScheduler('every-minute', { every: MINUTE }, { name: tickJob.name, data: {} })
    const { UnrecoverableError } = await import('bullmq')
    this.kept(
      backend.worker(tickJob.queue, async ({ name, data }) => {
        try {
          await this.handlers.run(name, data)
        } catch (error) {
          throw error instanceof ImpossibleJob ? new UnrecoverableError(error.message) : error
        }
      }),
    )
  }

  /** To be closed with the process; an error that nobody hears would end it. */
  private kept<T extends Resource>(one: T): T {
    one.on('error', (error) => this.log.warn(`Jobs: ${error.message}`))
    this.open.push(one)
    return one
  }

  /** Workers first: each finishes the job it has. */
  private async closeAll(): Promise<void> {
    for (const one of this.open.splice(0).toReversed()) await one.close().catch(() => {})
  }
}
