import * as z from 'zod'
import { reminderKindSchema } from './notifications.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema, instantSchema } from './value.schema.ts'

const inboxPartSchema = z.strictObject({
  kind: reminderKindSchema,
  title: z.string(),
  text: z.string(),
  standing: z
    .enum(['open', 'settled', 'over'])
    .describe('Whether it still asks something, was settled since, or its day went by'),
  subscriptionId: idSchema.nullable(),
  name: z.string().describe('Of the subscription; empty where it is of none'),
  chargeId: idSchema.nullable().describe('Its bill, for as long as something of it is open'),
  on: calendarDateSchema.describe('The day it is about'),
})

/** A message in the application. */
export const inboxItemSchema = z.strictObject({
  id: idSchema,
  householdId: idSchema,
  householdName: z.string(),
  title: z
    .string()
    .describe('In the words of the day on which it was sent, with dates where that was another'),
  parts: z.array(inboxPartSchema).describe('What it says: one thing, or all of a day'),
  createdAt: instantSchema,
  readAt: instantSchema.nullable(),
  snoozedUntil: calendarDateSchema.nullable().describe('It comes again on this day if it still holds'),
})

const unreadSchema = z.strictObject({ unread: z.int().describe('Of all, at most 100') })

export const inboxContract = {
  list: route({
    method: 'GET',
    path: '/v1/inbox',
    tag: 'inbox',
    summary: 'Messages to you, the newest first',
    access: 'user',
  })
    .input(z.strictObject(pageQuery))
    .output(pageOf(inboxItemSchema).extend(unreadSchema.shape)),

  markRead: route({
    method: 'POST',
    path: '/v1/inbox/read',
    tag: 'inbox',
    summary: 'Mark messages as read; without ids all there are',
    access: 'user',
  })
    .input(z.strictObject({ ids: z.array(idSchema).min(1).max(100).optional() }))
    .output(unreadSchema),

  snooze: route({
    method: 'POST',
    path: '/v1/inbox/{id}/snooze',
    tag: 'inbox',
    summary: 'Hear nothing more of it for some days, then once again if it still holds',
    access: 'user',
  })
    .input(z.strictObject({ id: idSchema, days: z.union([z.literal(1), z.literal(3), z.literal(7)]) }))
    .output(inboxItemSchema),
}
