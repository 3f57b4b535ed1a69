import { calendarDateSchema } from '@streamline/contract'
import * as z from 'zod'
import { jobKind, type JobQueue } from '../../platform/queue/job.ts'

const departureQueue: JobQueue = { name: 'departures', concurrency: 2 }

/** What was decided is done in the other store as well, however long that is away. */
const withoutEnd = { queue: departureQueue, attempts: 1_000_000, lease: 5 * 60_000 }

/** Documents of somebody who left: what was private goes, what was shared is taken over by the heir from a day on. */
export const leaverJob = jobKind({
  ...withoutEnd,
  name: 'departure.leaver',
  payload: z.strictObject({
    householdId: z.uuid(),
    memberId: z.uuid(),
    /** Null where they stay in what is shared, as somebody without an account. */
    handover: z.strictObject({ heirId: z.uuid(), on: calendarDateSchema }).nullable(),
  }),
})

/** Documents that name an entry which became another. */
export const mergingJob = jobKind({
  ...withoutEnd,
  name: 'departure.merging',
  payload: z.strictObject({
    /** Absent of one from before it could be taken back. */
    id: z.uuid().optional(),
    householdId: z.uuid(),
    memberId: z.uuid(),
    intoId: z.uuid(),
    on: calendarDateSchema,
  }),
})

/** Documents of an entry that did not become another after all. */
export const unmergingJob = jobKind({
  ...withoutEnd,
  name: 'departure.unmerging',
  payload: z.strictObject({
    id: z.uuid(),
    householdId: z.uuid(),
    memberId: z.uuid(),
    intoId: z.uuid(),
    on: calendarDateSchema,
  }),
})

/** Documents of a household that was deleted. */
export const householdJob = jobKind({
  ...withoutEnd,
  name: 'departure.household',
  payload: z.strictObject({ householdId: z.uuid() }),
})
