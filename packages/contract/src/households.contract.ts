import { isUpiId } from '@streamline/domain'
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

/** What somebody with an account may be in a household. */
export const householdRoleSchema = z.enum(['owner', 'manager', 'member', 'viewer'])

/** A guest has neither account nor rights: somebody outside who owes a share, reached by a private link. */
export const memberRoleSchema = z.enum([...householdRoleSchema.options, 'guest'])

/** A UPI address, `name@bank`. */
export const upiIdSchema = z
  .string()
  .trim()
  .max(255)
  .refine(isUpiId, 'must be a UPI ID like name@bank')
  .meta({ description: 'UPI address (VPA), e.g. asha@okbank' })

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
  role: memberRoleSchema,
  hasAccount: z.boolean(),
  isYou: z.boolean(),
  joinedOn: calendarDateSchema,
  leftOn: calendarDateSchema.nullable().describe('Who left stays in the history by name'),
  upiId: z.string().nullable().describe('Your own; of everybody else it is null'),
  hasUpiId: z.boolean(),
  hasGuestLink: z.boolean().describe('A private link shows this person their share'),
})

export const inHousehold = { householdId: idSchema }

/** As of what a screen shows a household. */
const markFields = {
  revision: z.coerce.number().int().min(0).optional().describe('Rises with every change of anything in it'),
  today: calendarDateSchema.optional().describe('The calendar date there'),
}

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
    idempotent: true,
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
    summary: 'The people of the household, with or without an account; `include=former` adds who left',
    access: { household: 'members.read' },
  })
    .input(z.strictObject({ ...inHousehold, include: z.enum(['former']).optional(), ...pageQuery }))
    .output(pageOf(memberSchema)),

  addMember: route({
    method: 'POST',
    path: '/v1/households/{householdId}/members',
    tag: 'households',
    summary: 'Add a person without an account: a child, a grandparent, or a guest who only owes a share',
    access: { household: 'members.add' },
    status: 201,
    idempotent: true,
    errors: ['too-many-kept'],
  })
    .input(z.strictObject({ ...inHousehold, name: nameSchema, role: z.enum(['member', 'guest']).optional() }))
    .output(memberSchema),

  updateMember: route({
    method: 'PATCH',
    path: '/v1/households/{householdId}/members/{id}',
    tag: 'households',
    summary: 'Change a name, a UPI ID or a role',
    description:
      'Name and UPI ID: your own, or as a manager those of people without an account. Roles are the owner’s to give; what makes or unmakes an owner needs a fresh sign-in.',
    access: { household: 'members.update' },
    errors: ['sole-owner', 'illegal-transition', 'fresh-sign-in-needed'],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        id: idSchema,
        name: nameSchema.optional(),
        role: householdRoleSchema.optional(),
        upiId: upiIdSchema.nullable().optional(),
      }),
    )
    .output(memberSchema),

  transferOwnership: route({
    method: 'POST',
    path: '/v1/households/{householdId}/transfer-ownership',
    tag: 'households',
    summary: 'Make somebody with an account the owner; you become a manager',
    access: { household: 'household.transfer' },
    fresh: true,
    errors: ['unknown-member', 'illegal-transition'],
  })
    .input(z.strictObject({ ...inHousehold, memberId: idSchema }))
    .output(householdSchema),

  changes: route({
    method: 'GET',
    path: '/v1/households/{householdId}/changes',
    tag: 'households',
    summary: 'Waits until something changes, or a new day begins',
    description:
      'Answers as soon as the household is not as it was seen, at the latest after 25 seconds: ask again with what was answered. Who says nothing is answered at once.',
    access: { household: 'household.read' },
  })
    .input(z.strictObject({ ...inHousehold, ...markFields }))
    .output(z.strictObject({ revision: z.int(), today: calendarDateSchema })),
}
