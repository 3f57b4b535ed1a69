import * as z from 'zod'
import { jobKind, type JobQueue } from '../queue/job.ts'

/** A mail server that is slow holds up nothing but mail. */
const mailQueue: JobQueue = { name: 'mail', concurrency: 10 }

const MINUTE = 60_000

/** Tried again after 1, 2, 4 … 60 minutes, for three days. */
export const mailJob = jobKind({
  name: 'mail.deliver',
  queue: mailQueue,
  payload: z.strictObject({ mailId: z.uuid() }),
  attempts: 78,
  pause: MINUTE,
  longestPause: 60 * MINUTE,
  lease: 5 * MINUTE,
})
