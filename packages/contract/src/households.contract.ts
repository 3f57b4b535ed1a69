import * as z from 'zod'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import {
  calendarDateSchema,
  countrySchema,
  currencySchema,
  idSchema,
  nameSchema,
  timeZoneSchema,
} from './value.schema.ts'

export const householdRoleSchema = z.enum(['owner', 'manager', 'member', 'viewer'])

export const householdSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  country: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  role: householdRoleSchema,
  memberId: idSchema.describe('You, in this household'),
  today: calendarDateSchema.describe('The calendar date there, by the server clock'),
  revision: z.int(),
})

export const memberSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  role: householdRoleSchema,
  hasAccount: z.boolean(),
  isYou: z.boolean(),
  joinedOn: calendarDateSchema,
})

export const inHousehold = { householdId: idSchema }

export const householdsContract = {
  list: route({
    method: 'GET',
    path: '/v1/households',
    tag: 'households',
    summary: 'Your households',
    access: 'user',
    scope: 'households.read',
  })
    .input(z.strictObject(pageQuery))
    .output(pageOf(householdSchema)),

  create: route({
    method: 'POST',
    path: '/v1/households',
    tag: 'households',
    summary: 'Create a household; you become its owner',
    access: 'user',
    status: 201,
    idempotent: true,
  })
    .input(
      z.strictObject({
        name: nameSchema,
        country: countrySchema.optional(),
        currency: currencySchema.optional(),
        timeZone: timeZoneSchema.optional(),
      }),
    )
    .output(householdSchema),

  read: route({
    method: 'GET',
    path: '/v1/households/{householdId}',
    tag: 'households',
    summary: 'One household',
    access: { household: 'household.read' },
  })
    .input(z.strictObject(inHousehold))
    .output(householdSchema),

  update: route({
    method: 'PATCH',
    path: '/v1/households/{householdId}',
    tag: 'households',
    summary: 'Rename, or change country, currency or time zone; no stored date moves',
    access: { household: 'household.update' },
    ifMatch: true,
  })
    .input(
      z.strictObject({
        ...inHousehold,
        name: nameSchema.optional(),
        country: countrySchema.optional(),
        currency: currencySchema.optional(),
        timeZone: timeZoneSchema.optional(),
      }),
    )
    .output(householdSchema),

  listMembers: route({
    method: 'GET',
    path: '/v1/households/{householdId}/members',
    tag: 'households',
    summary: 'The people of the household, with or without an account',
    access: { household: 'members.read' },
  })
    .input(z.strictObject({ ...inHousehold, ...pageQuery }))
    .output(pageOf(memberSchema)),

  addMember: route({
    method: 'POST',
    path: '/v1/households/{householdId}/members',
    tag: 'households',
    summary: 'Add a person without an account (a child, a grandparent)',
    access: { household: 'members.add' },
    status: 201,
    idempotent: true,
  })
    .input(z.strictObject({ ...inHousehold, name: nameSchema }))
    .output(memberSchema),
}
