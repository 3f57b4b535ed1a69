import * as z from 'zod'
import type { Channel } from '../deliveries/delivery.types.ts'

/** Text messages; an installation that can send them brings its own sender. */
export const smsChannel: Channel<{ text: string }> = {
  name: 'sms',
  data: z.strictObject({ text: z.string() }),
  job: null,
  lifetime: 0,
}
