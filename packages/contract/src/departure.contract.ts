import * as z from 'zod'
import { inHousehold, memberSchema } from './households.contract.ts'
import { route } from './route.ts'
import { idSchema } from './value.schema.ts'

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
      'What it owes and is owed, its shares, payments to come and guest link go over; what is recorded stays, under the name of its day. There is no way back.',
    access: { household: 'members.merge' },
    idempotent: true,
    errors: ['unknown-member', 'illegal-transition'],
  })
    .input(
      z.strictObject({ ...inHousehold, id: idSchema, into: idSchema.describe('Who they are from now on') }),
    )
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
