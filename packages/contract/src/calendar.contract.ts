import { agendaKinds } from '@streamline/domain'
import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { route } from './route.ts'
import { idSchema, instantSchema } from './value.schema.ts'

export const agendaKindSchema = z.enum(agendaKinds)

const wishes = {
  scope: z
    .enum(['own', 'household'])
    .describe('What you pay, keep or use; or all that you may see of the household'),
  kinds: z.array(agendaKindSchema).min(1).max(agendaKinds.length),
}

/** The calendar of one person, as it is set up. Its address is not in it: it is told once. */
export const calendarFeedSchema = z.strictObject({
  ...wishes,
  createdAt: instantSchema,
  readAt: instantSchema.nullable().describe('When a calendar fetched it last, to the hour'),
})

export const calendarContract = {
  read: route({
    method: 'GET',
    path: '/v1/households/{householdId}/calendar-feed',
    tag: 'notifications',
    summary: 'Your calendar of this household, where you have one',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(z.strictObject({ feed: calendarFeedSchema.nullable() })),

  make: route({
    method: 'POST',
    path: '/v1/households/{householdId}/calendar-feed',
    tag: 'notifications',
    summary: 'A secret address at which calendars find your dates; shown this once, the former one stops',
    description:
      'It answers `text/calendar` (RFC 5545), for a year ahead, and is fetched again by calendars.',
    access: { household: 'overview.read' },
    idempotent: true,
    status: 201,
  })
    .input(z.strictObject({ ...inHousehold, ...wishes }))
    .output(z.strictObject({ url: z.string(), feed: calendarFeedSchema })),

  change: route({
    method: 'PUT',
    path: '/v1/households/{householdId}/calendar-feed',
    tag: 'notifications',
    summary: 'What your calendar has; its address stays',
    access: { household: 'overview.read' },
  })
    .input(z.strictObject({ ...inHousehold, ...wishes }))
    .output(calendarFeedSchema),

  end: route({
    method: 'DELETE',
    path: '/v1/households/{householdId}/calendar-feed',
    tag: 'notifications',
    summary: 'The address stops at once',
    access: { household: 'overview.read' },
    status: 204,
  })
    .input(z.strictObject(inHousehold))
    .output(z.void()),

  ofSubscription: route({
    method: 'GET',
    path: '/v1/households/{householdId}/subscriptions/{id}/calendar.ics',
    tag: 'subscriptions',
    summary: 'The dates of one subscription for a year ahead, to be added to a calendar',
    access: { household: 'subscriptions.read' },
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(z.string().describe('text/calendar; charset=utf-8')),
}
