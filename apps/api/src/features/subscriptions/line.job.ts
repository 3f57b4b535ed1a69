import * as z from 'zod'
import { jobKind, type JobQueue } from '../../platform/queue/job.ts'

const lineQueue: JobQueue = { name: 'lines', concurrency: 2 }

/** Documents of a number that was put right or taken away: they follow, however long their store is away. */
export const lineJob = jobKind({
  queue: lineQueue,
  attempts: 1_000_000,
  lease: 5 * 60_000,
  name: 'lines.follow',
  payload: z.strictObject({ householdId: z.uuid(), lineId: z.uuid() }),
})
