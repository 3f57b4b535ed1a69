import * as z from 'zod'
import { emailSchema, linkTokenSchema } from './identity/sign-in.contract.ts'
import { householdSchema, inHousehold } from './households.contract.ts'
import { localeSchema } from './identity/me.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route } from './route.ts'
import { idSchema, instantSchema } from './value.schema.ts'

/** A manager invites up to member, an owner up to manager; owners are made by who is one. */
export const invitedRoleSchema = z.enum(['manager', 'member', 'viewer'])

export const invitationSchema = z.strictObject({
  id: idSchema,
  email: z.string().nullable().describe('Where it was sent; null for a link to hand on'),
  role: invitedRoleSchema,
  memberId: idSchema.nullable().describe('The person without an account whom it is for, history included'),
  memberName: z.string().nullable(),
  invitedBy: idSchema,
  invitedByName: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  maxUses: z.int(),
  uses: z.int(),
})

const byToken = z.strictObject({ token: linkTokenSchema })

export const invitationsContract = {
  list: route({
    method: 'GET',
    path: '/v1/households/{householdId}/invitations',
    tag: 'invitations',
    summary: 'Invitations that still open the household, newest first',
    access: { household: 'invitations.read' },
  })
    .input(z.strictObject({ ...inHousehold, ...pageQuery }))
    .output(pageOf(invitationSchema)),

  create: route({
    method: 'POST',
    path: '/v1/households/{householdId}/invitations',
    tag: 'invitations',
    summary: 'Invite by e-mail, or make a link; the token of a link is shown this once',
    description: 'The page of a link is `/invite#token=…`. One that is sent by e-mail works once.',
    access: { household: 'invitations.create' },
    status: 201,
    idempotent: true,
    errors: ['email-not-verified', 'unknown-member', 'already-member', 'too-many-kept'],
  })
    .input(
      z.strictObject({
        ...inHousehold,
        email: emailSchema.optional(),
        role: invitedRoleSchema,
        memberId: idSchema.optional(),
        maxUses: z.int().min(1).max(20).optional().describe('How many people a link lets in; 1'),
        locale: localeSchema.optional().describe('Language of the letter; en'),
        expiresInDays: z.int().min(1).max(30).optional().describe('7'),
      }),
    )
    .output(
      invitationSchema.extend({ token: z.string().nullable().describe('Null for one sent by e-mail') }),
    ),

  revoke: route({
    method: 'DELETE',
    path: '/v1/households/{householdId}/invitations/{id}',
    tag: 'invitations',
    summary: 'The invitation stops at once; who has joined by it stays',
    access: { household: 'invitations.revoke' },
    status: 204,
  })
    .input(z.strictObject({ ...inHousehold, id: idSchema }))
    .output(z.void()),

  preview: route({
    method: 'POST',
    path: '/v1/invitations/preview',
    tag: 'invitations',
    summary: 'What an invitation is to, before it is accepted',
    access: 'public',
    errors: ['link-expired'],
  })
    .input(byToken)
    .output(
      z.strictObject({
        householdName: z.string(),
        invitedByName: z.string(),
        role: invitedRoleSchema,
        expiresAt: instantSchema,
        isForNamedPerson: z.boolean().describe('Who accepts takes over what is kept under a name there'),
      }),
    ),

  accept: route({
    method: 'POST',
    path: '/v1/invitations/accept',
    tag: 'invitations',
    summary: 'Join the household; who had left comes back as the same person',
    access: 'user',
    errors: ['forbidden', 'link-expired', 'already-member', 'too-many-kept'],
  })
    .input(byToken)
    .output(householdSchema),
}
