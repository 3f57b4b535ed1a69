import { deliveryJob } from '../deliveries/delivery.job.ts'
import type { Channel } from '../deliveries/delivery.types.ts'
import { pushMessageSchema, type WaitingPush } from './push-message.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * For a day, and the quiet hours after it: a project of Firebase that is away for so long loses nothing. FCM asks of who sends to give up
 * within the hour where the message would be stale by then; what ours says is asked anew (`LateMessages`).
 */
export const fcmChannel: Channel<WaitingPush> = {
  name: 'fcm',
  data: pushMessageSchema,
  job: deliveryJob('fcm', {
    concurrency: 3,
    batch: 50,
    attempts: 200,
    pause: 10 * SECOND,
    longestPause: 15 * MINUTE,
  }),
  lifetime: 26 * 60 * MINUTE,
}
