import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import type { JobKind, JobQueue } from './job.ts'
import { QueueStore } from './queue-store.ts'

/** More calls than this do not wait for a store that is away; the tick finds what they were about. */
const MOST_WAITING = 1000

/** Calls a worker, here or elsewhere, to jobs of one kind that were committed. A call that is lost costs time, never a job. */
@Injectable()
export class JobRelay implements BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs')
  private readonly calls = new Set<Promise<void>>()
  private isClosing = false

  constructor(private readonly store: QueueStore) {}

  /** As many at once as their kind takes. */
  wake({ queue, batch }: Pick<JobKind, 'queue' | 'batch'>, ids: readonly string[]): void {
    for (let at = 0; at < ids.length; at += batch) this.wakeOne(queue, ids.slice(at, at + batch))
  }

  private wakeOne(queue: JobQueue, ids: readonly string[]): void {
    if (this.isClosing || this.calls.size >= MOST_WAITING) return
    const call = this.call(queue, ids)
      .catch((error: unknown) => {
        if (!this.isClosing) this.log.warn({ err: error, jobIds: ids }, 'Nobody was called to a job yet')
      })
      .finally(() => this.calls.delete(call))
    this.calls.add(call)
  }

  beforeApplicationShutdown(): void {
    this.isClosing = true
  }

  private async call(queue: JobQueue, ids: readonly string[]): Promise<void> {
    const stored = await this.store.queue(queue)
    await stored.add('run', { ids }, { jobId: ids[0] ?? '' })
  }
}
