import { Inject, Injectable, Logger } from '@nestjs/common'
import type { Processor } from 'bullmq'
import { ENV, type Env } from '../../env.ts'
import type { JobQueue } from './job.ts'
import { queueBackend, type QueueBackend, type Resource, type StoredQueue } from './queue-backend.ts'

/** Milliseconds: trouble that comes and goes within them is one. Attempts to reach a store that is away lie closer. */
const QUIET = 60_000

/** The queues and workers that this process has open in their store. */
@Injectable()
export class QueueStore {
  private readonly log = new Logger('Jobs')
  private backend: Promise<QueueBackend> | undefined
  private readonly queues = new Map<string, StoredQueue>()
  private readonly workers: Resource[] = []
  private troubledAt = Number.NEGATIVE_INFINITY

  constructor(@Inject(ENV) private readonly env: Env) {}

  async queue({ name }: JobQueue): Promise<StoredQueue> {
    const backend = await this.opened()
    const known = this.queues.get(name)
    if (known !== undefined) return known
    const queue = this.heard(backend.queue(name))
    this.queues.set(name, queue)
    void queue.waitUntilReady().catch(() => this.forget(name, queue))
    return queue
  }

  async work(queue: JobQueue, process: Processor): Promise<void> {
    const backend = await this.opened()
    const worker = this.heard(backend.worker(queue, process))
    this.workers.push(worker)
    await backend.begin(worker)
  }

  /** Workers first: each finishes the job it has. */
  async close(): Promise<void> {
    const open = [...this.workers.splice(0).toReversed(), ...this.queues.values()]
    this.queues.clear()
    for (const one of open) await one.close().catch(() => {})
  }

  /** The next call makes one anew. */
  private async forget(name: string, queue: StoredQueue): Promise<void> {
    if (this.queues.get(name) === queue) this.queues.delete(name)
    await queue.close().catch(() => {})
  }

  private opened(): Promise<QueueBackend> {
    return (this.backend ??= queueBackend(this.env))
  }

  /** An error that nobody hears would end the process. */
  private heard<T extends Resource>(one: T): T {
    one.on('error', ({ message }) => {
      // A store that is away says so at every attempt to reach it, on every connection, in words that change as it comes back.
      const now = performance.now()
      const isNew = now - this.troubledAt > QUIET
      this.troubledAt = now
      if (isNew) this.log.warn(`The store of the queues: ${message}`)
    })
    return one
  }
}
