import * as z from 'zod'
import { deliveryJob } from '../deliveries/delivery.job.ts'
import type { Channel } from '../deliveries/delivery.types.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const mailData = z.record(z.string(), z.string())

/** Tried again after 1, 2, 4 … 60 minutes, for three days. A mail server that is slow holds up nothing but mail. */
export const emailChannel: Channel<Record<string, string>> = {
  name: 'email',
  data: mailData,
  job: deliveryJob('email', { concurrency: 10, attempts: 100, pause: MINUTE, longestPause: 60 * MINUTE }),
  lifetime: 3 * DAY,
}
