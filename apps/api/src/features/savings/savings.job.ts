import * as z from 'zod'
import { jobKind, type JobQueue } from '../../platform/queue/job.ts'

/** An integer program keeps a core busy: one at a time in each process. */
const savingsQueue: JobQueue = { name: 'savings', concurrency: 1 }

/** What one person of a household could save is worked out. */
export const savingsJob = jobKind({
  queue: savingsQueue,
  attempts: 3,
  name: 'savings.work',
  payload: z.strictObject({ householdId: z.uuid(), memberId: z.uuid() }),
})
