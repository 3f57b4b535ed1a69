import { deliveryJob } from '../deliveries/delivery.job.ts'
import type { Channel } from '../deliveries/delivery.types.ts'
import { pushMessageSchema, type PushMessage } from './push-message.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Given up after an hour, as FCM asks of who sends; what was not sent by then waits in the inbox, and to be tried by hand. */
export const fcmChannel: Channel<PushMessage> = {
  name: 'fcm',
  data: pushMessageSchema,
  job: deliveryJob('fcm', { concurrency: 50, attempts: 100, pause: 10 * SECOND, longestPause: 15 * MINUTE }),
  lifetime: 60 * MINUTE,
}
