import { reminderKinds, reminderWays } from '@streamline/domain'
import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import {
  calendarDateSchema,
  idSchema,
  instantSchema,
  timeZoneSchema,
  wallTimeSchema,
} from './value.schema.ts'

export const reminderKindSchema = z.enum(reminderKinds)

const leadDaysSchema = z
  .array(z.int().min(0).max(30))
  .max(8)
  .describe(
    'How many days ahead; for `overdue` how many days after. Nothing for what is told as soon as it is known, and for `assumed`',
  )

/** By letter, in the application, on phones and browsers, and at addresses of one's own. */
export const reminderWaySchema = z.enum(reminderWays)

const ruleSchema = z.strictObject({
  kind: reminderKindSchema,
  email: z.boolean(),
  inbox: z.boolean(),
  push: z.boolean(),
  webhook: z.boolean(),
  leadDays: leadDaysSchema,
})

const quietSchema = z
  .strictObject({ from: wallTimeSchema, until: wallTimeSchema })
  .describe('Nothing is sent in them; over midnight where `until` is earlier')

/** How somebody wants to be reminded. */
export const notificationPreferencesSchema = z.strictObject({
  revision: z.int(),
  rules: z.array(ruleSchema).describe('One for each kind'),
  sendAt: wallTimeSchema,
  quiet: quietSchema.nullable(),
  timeZone: timeZoneSchema.nullable().describe('Null: that of the household'),
  digest: z.boolean().describe('All of a day in one message'),
})

/** What somebody wants to hear of one subscription. */
export const subscriptionWishesSchema = z.strictObject({
  muted: z.boolean().describe('Nothing at all'),
  leadDays: leadDaysSchema
    .nullable()
    .describe('Instead of those of each kind that has days ahead; null: as of the others'),
})

const namedSchema = z.strictObject({ subscriptionId: idSchema, name: z.string() })

/** A message as it will be sent if nothing changes until then. */
export const nextMessageSchema = z.strictObject({
  at: instantSchema,
  on: calendarDateSchema.describe('Its day where the person is'),
  time: wallTimeSchema,
  channels: z.array(reminderWaySchema),
  title: z.string(),
  text: z.string(),
  about: z.array(namedSchema).describe('The subscriptions it is about'),
  push: z
    .strictObject({
      tag: z
        .string()
        .describe('Of each one is shown: the next word about the same takes the place of the one before'),
      kind: reminderKindSchema,
      title: z.string(),
      body: z.string(),
      path: z.string().describe('The page that it opens'),
      about: z
        .strictObject({ householdId: idSchema, subscriptionId: idSchema.nullable(), on: calendarDateSchema })
        .nullable()
        .describe('The one thing it is about; null where there are several'),
    })
    .nullable()
    .describe('What a phone shows of it, which it may plan by itself; null where none is wanted'),
})

/** A message on its way to one place. */
export const deliverySchema = z.strictObject({
  id: idSchema,
  channel: z.enum(['email', 'sms', 'webPush', 'fcm', 'webhook']),
  recipient: z.string().describe('An address, or the name of a device'),
  title: z.string(),
  state: z.enum(['waiting', 'sent', 'failed']),
  createdAt: instantSchema,
  sentAt: instantSchema.nullable(),
  seenAt: instantSchema.nullable().describe('When the message was read in the application'),
  attempts: z.int(),
  answer: z.string().nullable().describe('What the provider said last'),
})

export const notificationsContract = {
  read: route({
    method: 'GET',
    path: '/v1/me/notifications',
    tag: 'notifications',
    summary: 'What you are reminded of, how and when',
    access: 'user',
  })
    .input(z.strictObject({}))
    .output(notificationPreferencesSchema),

  update: route({
    method: 'PATCH',
    path: '/v1/me/notifications',
    tag: 'notifications',
    summary: 'Change what you are reminded of; a rule that is not named stays',
    access: 'user',
    idempotent: true,
    ifMatch: true,
  })
    .input(
      z.strictObject({
        rules: z
          .array(
            z.strictObject({
              kind: reminderKindSchema,
              email: z.boolean().optional(),
              inbox: z.boolean().optional(),
              push: z.boolean().optional(),
              webhook: z.boolean().optional(),
              leadDays: leadDaysSchema.optional(),
            }),
          )
          .max(reminderKinds.length)
          .optional(),
        sendAt: wallTimeSchema.optional(),
        quiet: quietSchema.nullable().optional(),
        timeZone: timeZoneSchema.nullable().optional(),
        digest: z.boolean().optional(),
      }),
    )
    .output(notificationPreferencesSchema),

  next: route({
    method: 'GET',
    path: '/v1/households/{householdId}/reminders/next',
    tag: 'notifications',
    summary: 'The next ten messages that you will get of this household',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(
      z.strictObject({
        timeZone: timeZoneSchema,
        isMailed: z.boolean().describe('Your address is proved, so that letters reach you'),
        messages: z.array(nextMessageSchema),
        muted: z.array(namedSchema).describe('Subscriptions of which you want to hear nothing'),
      }),
    ),

  readWishes: route({
    method: 'GET',
    path: '/v1/households/{householdId}/reminders/subscriptions/{id}',
    tag: 'notifications',
    summary: 'What you want to hear of one subscription',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(subscriptionWishesSchema),

  wish: route({
    method: 'PATCH',
    path: '/v1/households/{householdId}/reminders/subscriptions/{id}',
    tag: 'notifications',
    summary: 'Hear nothing of a subscription or hear of it again, and so many days ahead',
    access: { household: 'overview.read' },
  })
    .input(
      z.strictObject({
        ...inHousehold,
        id: idSchema,
        muted: z.boolean().optional(),
        leadDays: leadDaysSchema.nullable().optional().describe('Null: as of the others'),
      }),
    )
    .output(subscriptionWishesSchema),

  deliveries: route({
    method: 'GET',
    path: '/v1/me/deliveries',
    tag: 'notifications',
    summary: 'What was sent to you, where, and what became of it; the newest first, of 30 days',
    access: 'user',
  })
    .input(z.strictObject(pageQuery))
    .output(pageOf(deliverySchema)),

  test: route({
    method: 'POST',
    path: '/v1/me/notifications/test',
    tag: 'notifications',
    summary: 'Send yourself a message now, and see what the provider says',
    access: 'user',
    errors: ['forbidden', 'email-not-verified'],
  })
    .input(z.strictObject({ way: z.enum(['email', 'push', 'webhook']) }))
    .output(z.strictObject({ deliveries: z.array(deliverySchema) })),
}
