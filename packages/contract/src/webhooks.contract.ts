import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { deliverySchema } from './notifications.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { idSchema, instantSchema, nameSchema } from './value.schema.ts'

/** Services that want to be called in their own way; `generic` is signed JSON for a program of one's own. */
export const webhookPresetSchema = z.enum([
  'generic',
  'ntfy',
  'gotify',
  'telegram',
  'discord',
  'slack',
  'matrix',
  'homeAssistant',
])

export type WebhookPreset = z.infer<typeof webhookPresetSchema>

export const webhookSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  preset: webhookPresetSchema,
  host: z.string().nullable().describe('Where it goes; null where the secret that sealed it is lost'),
  createdAt: instantSchema,
})

const draft = {
  name: nameSchema,
  preset: webhookPresetSchema,
  url: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .describe('Of the service, or the whole address where that is what the service gives'),
  token: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[\x21-\x7E]+$/, 'must be printable ASCII')
    .optional()
    .describe('Of a bot, an application or a user there'),
  target: z.string().min(1).max(200).optional().describe('Chat or room'),
  template: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe('Body of a generic call, with {{title}}, {{body}}, {{url}}, {{kind}}, {{household}}'),
}

export const webhooksContract = {
  list: route({
    method: 'GET',
    path: '/v1/me/webhooks',
    tag: 'webhooks',
    summary: 'Where your messages are sent besides',
    access: 'user',
  })
    .input(z.strictObject(pageQuery))
    .output(pageOf(webhookSchema)),

  create: route({
    method: 'POST',
    path: '/v1/me/webhooks',
    tag: 'webhooks',
    summary: 'Have your messages sent to an address as well; the secret of its signatures is shown this once',
    access: 'user',
    status: 201,
    errors: ['forbidden', 'too-many-kept'],
  })
    .input(z.strictObject(draft))
    .output(webhookSchema.extend({ secret: z.string() })),

  remove: route({
    method: 'DELETE',
    path: '/v1/me/webhooks/{id}',
    tag: 'webhooks',
    summary: 'Send nothing there any more',
    access: 'user',
    status: 204,
    errors: ['not-found'],
  })
    .input(z.strictObject({ id: idSchema }))
    .output(z.void()),
}

/** Of a household: what everybody there may know, whoever is told. */
export const householdWebhooksContract = {
  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/webhooks',
    tag: 'webhooks',
    summary: 'Where messages of the household are sent besides',
    access: { household: 'webhooks.change' },
  })
    .input(z.strictObject({ ...inHousehold, ...pageQuery }))
    .output(pageOf(webhookSchema)),

  create: route({
    method: 'POST',
    path: '/v1/households/{householdId}/webhooks',
    tag: 'webhooks',
    summary: 'Have what is told of shared subscriptions sent to an address as well',
    description:
      'Nothing of a private subscription, and nothing of what two people owe each other, ever goes there. The secret of its signatures is shown this once.',
    access: { household: 'webhooks.change' },
    status: 201,
    errors: ['forbidden', 'too-many-kept'],
  })
    .input(z.strictObject({ ...inHousehold, ...draft }))
    .output(webhookSchema.extend({ secret: z.string() })),

  remove: route({
    method: 'DELETE',
    path: '/v1/households/{householdId}/webhooks/{id}',
    tag: 'webhooks',
    summary: 'Send nothing of the household there any more',
    access: { household: 'webhooks.change' },
    status: 204,
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(z.void()),

  test: route({
    method: 'POST',
    path: '/v1/households/{householdId}/webhooks/test',
    tag: 'webhooks',
    summary: 'Send a message to the webhooks of the household now, and see what the other side says',
    access: { household: 'webhooks.change' },
    errors: ['forbidden'],
  })
    .input(z.strictObject(inHousehold))
    .output(z.strictObject({ deliveries: z.array(deliverySchema) })),
}
