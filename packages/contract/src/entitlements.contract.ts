import * as z from 'zod'
import { inHousehold } from './households.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema } from './value.schema.ts'

const namedSchema = z.strictObject({ id: z.string(), name: z.string() })

/** A right of people of the household to use a service, on the days `[from, until)`. */
export const entitlementSchema = z.strictObject({
  service: namedSchema.describe('The service at its tier'),
  memberIds: z.array(idSchema).min(1).describe('Those who may use it'),
  isForEverybody: z.boolean(),
  maxResolution: z.string().nullable().describe('"4K"; null where the catalogue does not know'),
  screens: z.int().min(1).nullable().describe('At the same time'),
  devices: z.string().nullable().describe('"mobile-only", "all"'),
  hasAds: z.boolean().nullable(),
  subscription: namedSchema.describe('What gives it'),
  isIncluded: z.boolean().describe('It comes along with that; else that is the service itself'),
  state: z.enum(['running', 'toClaim']),
  from: calendarDateSchema,
  until: calendarDateSchema
    .nullable()
    .describe('First day without it, as far as it is known; null: none is known'),
  goesOn: z.boolean().describe('It goes on then, by itself or with the next recharge'),
})

export const entitlementsContract = {
  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/savings/entitlements',
    tag: 'savings',
    summary: 'Who may watch what, on which screen, until when: what is there today, and what begins later',
    access: { household: 'overview.read' },
  })
    .input(
      z.strictObject({
        ...inHousehold,
        memberId: idSchema.optional().describe('Only what this member may use'),
        ...pageQuery,
      }),
    )
    .output(pageOf(entitlementSchema).extend({ on: calendarDateSchema })),
}
