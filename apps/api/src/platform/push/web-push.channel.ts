import { deliveryJob } from '../deliveries/delivery.job.ts'
import type { Channel } from '../deliveries/delivery.types.ts'
import { pushMessageSchema, type WaitingPush } from './push-message.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** For a day, and the quiet hours after it: what is older than that has been said anew. */
export const webPushChannel: Channel<WaitingPush> = {
  name: 'webPush',
  data: pushMessageSchema,
  job: deliveryJob('webPush', {
    concurrency: 20,
    attempts: 100,
    pause: 15 * SECOND,
    longestPause: 30 * MINUTE,
  }),
  lifetime: 26 * 60 * MINUTE,
}
