import * as z from 'zod'
import { jobKind } from '../../platform/queue/job.ts'

/** A household lives in another time zone now: its day may be another one. */
export const householdMovedJob = jobKind({
  name: 'households.moved',
  queue: { name: 'households', concurrency: 2 },
  payload: z.strictObject({ householdId: z.uuid() }),
})
