import type { Processor } from 'bullmq'
import type { Env } from '../../env.ts'

/** What of a queue or a worker is used, whichever store it keeps its jobs in. */
export interface Resource {
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}

interface Schedules extends Resource {
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    job: { name: string; data: object },
  ): Promise<unknown>
}

export interface QueueBackend {
  queue(name: string): Schedules
  worker(name: string, process: Processor): Resource
}

/** Finished jobs are kept for a look at what ran, not for history. */
const kept = { removeOnComplete: { count: 50 }, removeOnFail: { count: 200 } }

/**
 * Jobs live in PostgreSQL, in a schema of their own that BullMQ migrates, or in Redis where there is one. Loaded when
 * it is needed: half of a start would otherwise be spent on code that serves no request.
 */
export const queueBackend = async ({ databaseUrl, redisUrl }: Env): Promise<QueueBackend> => {
  const bullmq = await import('bullmq')
  if (redisUrl !== undefined) {
    const connection = { url: redisUrl, maxRetriesPerRequest: null }
    return {
      queue: (name) => new bullmq.Queue(name, { connection, defaultJobOptions: kept }),
      worker: (name, process) => new bullmq.Worker(name, process, { connection, concurrency: 1 }),
    }
  }
  const connection = {
    connectionString: databaseUrl,
    max: 2,
    migrate: true,
    application_name: 'streamline jobs',
  }
  const { createPostgresBackend } = bullmq
  return {
    queue: (name) => new bullmq.Queue(name, { connection, defaultJobOptions: kept }, createPostgresBackend),
    worker: (name, process) =>
      new bullmq.Worker(name, process, { connection, concurrency: 1 }, createPostgresBackend),
  }
}
