import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import type { JobQueue } from './job.ts'
import { QueueStore } from './queue-store.ts'

/** More calls than this do not wait for a store that is away; the tick finds what they were about. */
const MOST_WAITING = 1000

/** Calls a worker, here or elsewhere, to a job that was committed. A call that is lost costs time, never a job. */
@Injectable()
export class JobRelay implements BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs')
  private readonly calls = new Set<Promise<void>>()
  private isClosing = false

  constructor(private readonly store: QueueStore) {}

  wake(queue: JobQueue, id: string): void {
    if (this.isClosing || this.calls.size >= MOST_WAITING) return
    const call = this.call(queue, id)
      .catch((error: unknown) => {
        if (!this.isClosing) this.log.warn({ err: error, jobId: id }, 'Nobody was called to a job yet')
      })
      .finally(() => this.calls.delete(call))
    this.calls.add(call)
  }

  beforeApplicationShutdown(): void {
    this.isClosing = true
  }

  private async call(queue: JobQueue, id: string): Promise<void> {
    const stored = await this.store.queue(queue)
    await stored.add('run', { id }, { jobId: id })
  }
}
