import type { Processor } from 'bullmq'
import { Client, type ClientConfig } from 'pg'
import type { Env } from '../../env.ts'
import type { JobQueue } from './job.ts'

/** What of a queue or a worker is used, whichever store it keeps its jobs in. */
export interface Resource {
  /** Rejects where its store went away while it was prepared: it never is ready then. */
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}

interface AddOptions {
  /** One of an id is there at a time. */
  jobId: string
}

export interface StoredQueue extends Resource {
  add(name: string, data: { ids: readonly string[] }, options: AddOptions): Promise<unknown>
  getJobScheduler(id: string): Promise<{ every?: number } | undefined>
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    job: { name: string; data: object },
  ): Promise<unknown>
}

export interface StoredWorker extends Resource {
  /** Until it is closed. */
  run(): Promise<void>
}

export interface QueueBackend {
  queue(name: string): StoredQueue
  /** Does nothing until it is run. */
  worker(queue: JobQueue, process: Processor): StoredWorker
  /** Lets a worker begin; rejects where it never could. */
  begin(worker: StoredWorker): Promise<void>
}

/** A tick that a killed worker had is nobody's for so long (milliseconds), and looked for so often. It asks once it is ready. */
const patience = { lockDuration: 15_000, stalledInterval: 5000, autorun: false }

/** BullMQ prepares its schema on a connection to whose end nobody listens: a server that is killed meanwhile would take the process with it. */
class HeardClient extends Client {
  constructor(config?: ClientConfig) {
    super(config)
    this.on('error', () => {})
  }
}

const run = (worker: StoredWorker): void => void worker.run().catch(() => {})

/** What the queue carries is a call to look at a row; once it was heard there is nothing to keep. */
const kept = { removeOnComplete: true, removeOnFail: true }

/**
 * Calls live in PostgreSQL, in a schema of their own that BullMQ migrates, or in Redis where there is one. Loaded when
 * it is needed: half of a start would otherwise be spent on code that serves no request.
 */
export const queueBackend = async ({ databaseUrl, redisUrl }: Env): Promise<QueueBackend> => {
  const bullmq = await import('bullmq')
  if (redisUrl !== undefined) {
    const connection = { url: redisUrl, maxRetriesPerRequest: null }
    return {
      queue: (name) => new bullmq.Queue(name, { connection, defaultJobOptions: kept }),
      worker: ({ name, concurrency }, process) =>
        new bullmq.Worker(name, process, { connection, concurrency, ...patience }),
      begin: async (worker) => run(worker),
    }
  }
  const connection = {
    connectionString: databaseUrl,
    Client: HeardClient,
    max: 2,
    migrate: true,
    application_name: 'streamline jobs',
  }
  const { createPostgresBackend } = bullmq
  return {
    queue: (name) => new bullmq.Queue(name, { connection, defaultJobOptions: kept }, createPostgresBackend),
    worker: ({ name, concurrency }, process) =>
      new bullmq.Worker(name, process, { connection, concurrency, ...patience }, createPostgresBackend),
    // One whose server went away meanwhile never is ready: it would ask without a pause, and leave nobody else a turn.
    begin: async (worker) => {
      await worker.waitUntilReady()
      run(worker)
    },
  }
}
