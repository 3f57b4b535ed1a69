import * as z from 'zod'
import { jobKind, type JobKind } from '../queue/job.ts'
import type { ChannelName } from './delivery.types.ts'

const MINUTE = 60_000

interface Patience {
  /** So many at once in one process. */
  readonly concurrency: number
  /** So many of them in one go, where the provider takes them beside each other. */
  readonly batch?: number
  readonly attempts: number
  readonly pause: number
  readonly longestPause: number
}

/** One queue for each channel: a provider that is slow holds up nothing but its own messages. */
export const deliveryJob = (
  channel: ChannelName,
  { concurrency, ...patience }: Patience,
): JobKind<{ deliveryId: string }> =>
  jobKind({
    name: `deliver.${channel}`,
    queue: { name: channel, concurrency },
    payload: z.strictObject({ deliveryId: z.uuid() }),
    lease: 5 * MINUTE,
    ...patience,
  })
