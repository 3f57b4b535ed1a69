import * as z from 'zod'
import { userSchema } from './identity/sign-in.contract.ts'
import { pageOf, pageQuery } from './page.schema.ts'
import { route, type PlatformPermission } from './route.ts'
import { auditEntrySchema } from './identity/account.contract.ts'
import { idSchema, instantSchema, textSchema } from './value.schema.ts'

export const platformRoleSchema = z.enum(['user', 'support', 'catalogueEditor', 'administrator'])

export const administeredUserSchema = userSchema.extend({
  status: z.enum(['ACTIVE', 'BLOCKED', 'DELETED']),
  roles: z.array(platformRoleSchema),
  lastLoginAt: instantSchema.nullable(),
  sessions: z.int(),
})

const admin = (
  method: 'GET' | 'POST' | 'PUT',
  path: `/v1/admin/${string}`,
  summary: string,
  platform: PlatformPermission,
  more: Partial<Parameters<typeof route>[0]> = {},
) => route({ method, path, tag: 'administration', summary, access: { platform }, ...more })

/** Something that was to be done and has failed for good. */
export const failedJobSchema = z.strictObject({
  id: idSchema,
  kind: z.string(),
  attempts: z.int(),
  createdAt: instantSchema,
  failedAt: instantSchema,
  why: z.string().describe('What the last attempt said: of a delivery, the answer of the provider'),
})

const byUser = z.strictObject({ id: idSchema })

export const administrationContract = {
  listUsers: admin('GET', '/v1/admin/users', 'Accounts, by e-mail or name', 'users.read')
    .input(
      z.strictObject({
        q: z.string().max(100).optional(),
        status: z.enum(['ACTIVE', 'BLOCKED', 'DELETED']).optional(),
        ...pageQuery,
      }),
    )
    .output(pageOf(administeredUserSchema)),

  readUser: admin('GET', '/v1/admin/users/{id}', 'One account', 'users.read')
    .input(byUser)
    .output(administeredUserSchema),

  blockUser: admin(
    'POST',
    '/v1/admin/users/{id}/block',
    'No sign-in, and every session ends at once',
    'users.block',
    {
      errors: ['illegal-transition'],
    },
  )
    .input(z.strictObject({ id: idSchema, reason: textSchema(500).min(1) }))
    .output(administeredUserSchema),

  unblockUser: admin('POST', '/v1/admin/users/{id}/unblock', 'Sign-in works again', 'users.block', {
    errors: ['illegal-transition'],
  })
    .input(byUser)
    .output(administeredUserSchema),

  setRoles: admin('PUT', '/v1/admin/users/{id}/roles', 'Grant and take roles; works at once', 'roles.grant', {
    fresh: true,
    errors: ['last-way-in'],
  })
    .input(z.strictObject({ id: idSchema, roles: z.array(platformRoleSchema).max(4) }))
    .output(administeredUserSchema),

  listAudit: admin('GET', '/v1/admin/audit', 'The audit log, newest first', 'audit.read')
    .input(
      z.strictObject({
        userId: idSchema.optional(),
        event: z.string().max(60).optional(),
        ...pageQuery,
      }),
    )
    .output(pageOf(auditEntrySchema)),

  listFailedJobs: admin('GET', '/v1/admin/jobs/failed', 'What was given up, the newest first', 'jobs.read')
    .input(z.strictObject(pageQuery))
    .output(pageOf(failedJobSchema)),

  retryJob: admin(
    'POST',
    '/v1/admin/jobs/{id}/retry',
    'Try once more, from the first attempt on',
    'jobs.retry',
    {
      status: 204,
      errors: ['not-found'],
    },
  )
    .input(z.strictObject({ id: idSchema }))
    .output(z.void()),
}
