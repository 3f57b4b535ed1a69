import { reminderKinds } from '@streamline/domain'
import * as z from 'zod'
import { deliveryJob } from '../../platform/deliveries/delivery.job.ts'
import type { Channel } from '../../platform/deliveries/delivery.types.ts'
import { aboutSchema } from '../../platform/deliveries/told.ts'

/** What a webhook says. */
export const webhookMessageSchema = z.strictObject({
  /** The same for what is sent again. */
  id: z.uuid(),
  kind: z.enum([...reminderKinds, 'test']),
  title: z.string(),
  body: z.string(),
  /** Where it is acted on. */
  url: z.url(),
  household: z.string().nullable(),
  /** Stays here. */
  about: aboutSchema.optional(),
})

/** A message as it waits. */
export type WaitingWebhook = z.infer<typeof webhookMessageSchema>

export type WebhookMessage = Omit<WaitingWebhook, 'about'>

const SECOND = 1000
const MINUTE = 60 * SECOND

export const webhookChannel: Channel<WaitingWebhook> = {
  name: 'webhook',
  data: webhookMessageSchema,
  job: deliveryJob('webhook', {
    concurrency: 10,
    attempts: 100,
    pause: 30 * SECOND,
    longestPause: 60 * MINUTE,
  }),
  lifetime: 26 * 60 * MINUTE,
}
