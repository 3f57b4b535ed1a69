import * as z from 'zod'
import {
  passkeyOptionsSchema,
  passkeyResponseSchema,
  passwordSchema,
  phoneSchema,
  emailSchema,
} from './sign-in.contract.ts'
import { pageOf, pageQuery } from '../page.schema.ts'
import { apiKeyScopes, route } from '../route.ts'
import { calendarDateSchema, idSchema, instantSchema, nameSchema } from '../value.schema.ts'

/** How the account is secured, for the security page. */
export const securitySchema = z.strictObject({
  hasPassword: z.boolean(),
  totp: z.boolean(),
  recoveryCodesLeft: z.int(),
  passkeys: z.int(),
  identities: z.array(z.strictObject({ issuer: z.string(), name: z.string(), linkedAt: instantSchema })),
  deletionOn: calendarDateSchema.nullable().describe('The account goes on this day unless it is kept'),
  freshUntil: instantSchema.nullable().describe('Until then no confirmation is asked for'),
})

export const sessionInfoSchema = z.strictObject({
  id: idSchema,
  device: z.string().describe('Browser and system, in words'),
  place: z.string().nullable().describe('Address the last request came from, shortened'),
  startedAt: instantSchema,
  lastUsedAt: instantSchema,
  isCurrent: z.boolean(),
})

export const deviceSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['fcm', 'webPush']),
  name: z.string(),
  registeredAt: instantSchema,
  sessionId: idSchema,
})

export const passkeySchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
  backedUp: z.boolean(),
})

export const apiKeySchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  hint: z.string().describe('Its first characters'),
  scopes: z.array(z.enum(apiKeyScopes)),
  createdAt: instantSchema,
  expiresOn: calendarDateSchema.nullable(),
  lastUsedAt: instantSchema.nullable(),
})

export const auditEntrySchema = z.strictObject({
  id: idSchema,
  at: instantSchema,
  event: z.string(),
  actorId: idSchema.nullable(),
  subjectId: idSchema.nullable(),
  place: z.string().nullable(),
  device: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

const mine = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: `/v1/me/${string}`,
  summary: string,
  more: Partial<Parameters<typeof route>[0]> = {},
) => route({ method, path, tag: 'identity', summary, access: 'user', ...more })

const code = z.string().regex(/^\d{6}$/, 'must be six digits')

export const accountContract = {
  readSecurity: mine('GET', '/v1/me/security', 'How your account is secured')
    .input(z.strictObject({}))
    .output(securitySchema),

  confirm: mine(
    'POST',
    '/v1/me/confirm',
    'Confirm that it is you; changes of security are open for ten minutes',
    {
      errors: ['wrong-credentials', 'second-factor-failed'],
    },
  )
    .input(
      z.strictObject({
        password: z.string().max(512).optional(),
        code: code.optional(),
        passkey: z
          .strictObject({ challengeId: z.string().max(200), response: passkeyResponseSchema })
          .optional(),
      }),
    )
    .output(securitySchema),

  sendVerification: mine('POST', '/v1/me/email/verification', 'Send the verification mail again', {
    status: 202,
  })
    .input(z.strictObject({}))
    .output(z.strictObject({})),

  changeEmail: mine(
    'POST',
    '/v1/me/email',
    'Ask for another e-mail: the new one is confirmed, the old one is told',
    {
      status: 202,
      fresh: true,
    },
  )
    .input(z.strictObject({ email: emailSchema }))
    .output(z.strictObject({})),

  changePhone: mine('POST', '/v1/me/phone', 'Send a code to a phone number', {
    status: 202,
    errors: ['not-offered'],
  })
    .input(z.strictObject({ phone: phoneSchema }))
    .output(z.strictObject({})),

  verifyPhone: mine('POST', '/v1/me/phone/verify', 'Confirm the number by its code', {
    errors: ['link-expired', 'phone-taken'],
  })
    .input(z.strictObject({ code }))
    .output(z.strictObject({ phone: z.string() })),

  changePassword: mine(
    'POST',
    '/v1/me/password',
    'Change the password; the other sessions end unless you keep them',
    {
      fresh: true,
      status: 204,
      errors: ['password-too-common'],
    },
  )
    .input(z.strictObject({ password: passwordSchema, keepOtherSessions: z.boolean().optional() }))
    .output(z.void()),

  startTotp: mine('POST', '/v1/me/totp', 'Start the authenticator app: its secret as text and as a link', {
    fresh: true,
    errors: ['already-on'],
  })
    .input(z.strictObject({}))
    .output(z.strictObject({ secret: z.string(), uri: z.string() })),

  confirmTotp: mine(
    'POST',
    '/v1/me/totp/confirm',
    'Switch it on with its first code; answers the recovery codes, once',
    {
      fresh: true,
      errors: ['second-factor-failed', 'already-on'],
    },
  )
    .input(z.strictObject({ code }))
    .output(z.strictObject({ recoveryCodes: z.array(z.string()) })),

  removeTotp: mine('DELETE', '/v1/me/totp', 'Switch the authenticator app off', { fresh: true, status: 204 })
    .input(z.strictObject({}))
    .output(z.void()),

  renewRecoveryCodes: mine('POST', '/v1/me/recovery-codes', 'New recovery codes; the old ones stop', {
    fresh: true,
    errors: ['illegal-transition'],
  })
    .input(z.strictObject({}))
    .output(z.strictObject({ recoveryCodes: z.array(z.string()) })),

  listPasskeys: mine('GET', '/v1/me/passkeys', 'Your passkeys')
    .input(z.strictObject(pageQuery))
    .output(pageOf(passkeySchema)),

  newPasskeyOptions: mine('POST', '/v1/me/passkeys/options', 'Start adding a passkey', {
    fresh: true,
    errors: ['too-many-kept'],
  })
    .input(z.strictObject({}))
    .output(passkeyOptionsSchema),

  addPasskey: mine('POST', '/v1/me/passkeys', 'Add the passkey the browser made', {
    fresh: true,
    status: 201,
    errors: ['passkey-refused', 'too-many-kept'],
  })
    .input(
      z.strictObject({ challengeId: z.string().max(200), name: nameSchema, response: passkeyResponseSchema }),
    )
    .output(passkeySchema),

  removePasskey: mine('DELETE', '/v1/me/passkeys/{id}', 'Remove a passkey', {
    fresh: true,
    status: 204,
    errors: ['not-found', 'last-way-in'],
  })
    .input(z.strictObject({ id: idSchema }))
    .output(z.void()),

  listSessions: mine('GET', '/v1/me/sessions', 'Where you are signed in')
    .input(z.strictObject(pageQuery))
    .output(pageOf(sessionInfoSchema)),

  endSession: mine('DELETE', '/v1/me/sessions/{id}', 'End one session', {
    status: 204,
    errors: ['not-found'],
  })
    .input(z.strictObject({ id: idSchema }))
    .output(z.void()),

  endOtherSessions: mine('POST', '/v1/me/sessions/end-others', 'End all sessions but this one')
    .input(z.strictObject({}))
    .output(z.strictObject({ ended: z.int() })),

  listDevices: mine('GET', '/v1/me/devices', 'Phones and browsers that get your notifications')
    .input(z.strictObject(pageQuery))
    .output(pageOf(deviceSchema)),

  registerDevice: mine(
    'POST',
    '/v1/me/devices',
    'Register this phone or browser; a token that was somebody else’s moves to you',
    {
      status: 201,
      errors: ['too-many-kept'],
    },
  )
    .input(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('fcm'),
          token: z.string().min(20).max(4096),
          name: nameSchema.optional(),
        }),
        z.strictObject({
          kind: z.literal('webPush'),
          endpoint: z.url({ protocol: /^https$/ }).max(2048),
          p256dh: z.string().max(200),
          auth: z.string().max(100),
          name: nameSchema.optional(),
        }),
      ]),
    )
    .output(deviceSchema),

  pushKey: mine('GET', '/v1/me/push-key', 'The key that browsers subscribe to (VAPID), in base64url')
    .input(z.strictObject({}))
    .output(z.strictObject({ publicKey: z.string() })),

  removeDevice: mine('DELETE', '/v1/me/devices/{id}', 'No more notifications there', {
    status: 204,
    errors: ['not-found'],
  })
    .input(z.strictObject({ id: idSchema }))
    .output(z.void()),

  listApiKeys: mine('GET', '/v1/me/api-keys', 'Keys of your own scripts')
    .input(z.strictObject(pageQuery))
    .output(pageOf(apiKeySchema)),

  createApiKey: mine('POST', '/v1/me/api-keys', 'Create a key; it is shown this once', {
    fresh: true,
    status: 201,
    errors: ['too-many-kept', 'date-out-of-range', 'email-not-verified'],
  })
    .input(
      z.strictObject({
        name: nameSchema,
        scopes: z.array(z.enum(apiKeyScopes)).min(1).max(apiKeyScopes.length),
        expiresOn: calendarDateSchema.optional(),
      }),
    )
    .output(apiKeySchema.extend({ key: z.string() })),

  removeApiKey: mine('DELETE', '/v1/me/api-keys/{id}', 'The key stops at once', {
    status: 204,
    errors: ['not-found'],
  })
    .input(z.strictObject({ id: idSchema }))
    .output(z.void()),

  listAudit: mine('GET', '/v1/me/audit', 'What happened on your account, newest first')
    .input(z.strictObject(pageQuery))
    .output(pageOf(auditEntrySchema)),

  exportData: mine('GET', '/v1/me/export', 'Everything that is kept about you, as JSON', { fresh: true })
    .input(z.strictObject({}))
    .output(z.looseObject({ exportedAt: instantSchema, user: z.looseObject({}) })),

  deleteAccount: mine('POST', '/v1/me/deletion', 'Delete the account in 14 days', {
    fresh: true,
    errors: ['sole-owner', 'illegal-transition'],
  })
    .input(z.strictObject({}))
    .output(securitySchema),

  keepAccount: mine('DELETE', '/v1/me/deletion', 'Keep the account after all')
    .input(z.strictObject({}))
    .output(securitySchema),
}
