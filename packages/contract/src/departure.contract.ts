import * as z from 'zod'
import { inHousehold, memberSchema } from './households.contract.ts'
import { route } from './route.ts'
import { calendarDateSchema, idSchema } from './value.schema.ts'

const acceptOpenBalance = z
  .boolean()
  .optional()
  .describe('Go although something is owed, or a share is not paid yet: it stays by name')

export const departureContract = {
  removeMember: route({
    method: 'POST',
    path: '/v1/households/{householdId}/members/{id}/remove',
    tag: 'households',
    summary: 'Remove a person; their access ends with the next request, their history stays',
    description: 'An owner removes anybody but the last owner; a manager whoever is neither of the two.',
    access: { household: 'members.remove' },
    errors: ['sole-owner', 'open-balance'],
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema, acceptOpenBalance }))
    .output(memberSchema),

  mergeMember: route({
    method: 'POST',
    path: '/v1/households/{householdId}/members/{id}/merge',
    tag: 'households',
    summary: 'Two entries are one person: this one, without an account, becomes the other with all its money',
    description:
      'What it owes and is owed, its shares and payments to come go over, a guest link stops; what is recorded stays, under the name of its day. `unmerge` is the way back.',
    access: { household: 'members.merge' },
    idempotent: true,
    errors: ['unknown-member', 'illegal-transition'],
  })
    .input(
      z.strictObject({ ...inHousehold, id: idSchema, into: idSchema.describe('Who they are from now on') }),
    )
    .output(memberSchema),

  readMergings: route({
    method: 'GET',
    path: '/v1/households/{householdId}/mergings',
    tag: 'households',
    summary: 'Entries that are one person with another',
    access: { household: 'members.merge' },
  })
    .input(z.strictObject(inHousehold))
    .output(
      z.strictObject({
        mergings: z
          .array(
            z.strictObject({
              memberId: idSchema.describe('The entry that went'),
              intoId: idSchema,
              on: calendarDateSchema,
            }),
          )
          .describe('The newest first, at most 100'),
      }),
    ),

  unmergeMember: route({
    method: 'POST',
    path: '/v1/households/{householdId}/members/{id}/unmerge',
    tag: 'households',
    summary:
      'They were two after all: this entry, which became another, is one of its own again, with exactly its money',
    description:
      'Until something rests on it: money that moved since on what the two had, or who pays, uses or shares that somebody changed since, is taken back first. A guest link that stopped does not come back.',
    access: { household: 'members.merge' },
    idempotent: true,
    errors: ['illegal-transition', 'rests-on-it'],
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(memberSchema),

  deleteHousehold: route({
    method: 'DELETE',
    path: '/v1/households/{householdId}',
    tag: 'households',
    summary: 'Delete the household with all its history, once nobody else with an account is in it',
    access: { household: 'household.delete' },
    fresh: true,
    status: 204,
    errors: ['others-remain'],
  })
    .input(z.strictObject(inHousehold))
    .output(z.void()),

  leave: route({
    method: 'POST',
    path: '/v1/households/{householdId}/leave',
    tag: 'households',
    summary: 'Leave the household; what is yours alone goes, what you shared stays by name',
    access: { household: 'household.leave' },
    status: 204,
    errors: ['sole-owner', 'open-balance'],
  })
    .input(z.strictObject({ ...inHousehold, acceptOpenBalance }))
    .output(z.void()),
}
