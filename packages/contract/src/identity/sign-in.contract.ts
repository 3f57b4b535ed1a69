import * as z from 'zod'
import { route } from '../route.ts'
import { countrySchema, idSchema, instantSchema, nameSchema, timeZoneSchema } from '../value.schema.ts'

/** An address as typed; the account is found by its normalised form (trimmed, lower case). */
export const emailSchema = z.string().trim().max(254).pipe(z.email())

/** Characters as they are hashed: letters that are coded in parts are one (NFC). */
const charactersOf = (text: string) => Array.from(text.normalize('NFC')).length

/**
 * NIST SP 800-63B-4: 8 to 128 characters in NFC, any of them, no composition rules, nothing trimmed. 128 characters are
 * at most 512 UTF-16 units in whatever form.
 */
export const passwordSchema = z
  .string()
  .refine((text) => charactersOf(text) >= 8, 'must have at least 8 characters')
  .refine((text) => text.length <= 512 && charactersOf(text) <= 128, 'must have at most 128 characters')

/** E.164, e.g. `+919876543210`. */
export const phoneSchema = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'must be a number in international form, +91…')

export const userSchema = z.strictObject({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  emailVerified: z.boolean(),
  phoneVerified: z.boolean(),
  demo: z.boolean().describe('A demo visitor: no password, gone after 24 h'),
  createdAt: instantSchema,
})

export const sessionSchema = z.strictObject({
  accessToken: z.string().describe('JWT, 15 minutes'),
  accessTokenExpiresAt: instantSchema,
  refreshToken: z.string().optional().describe('Only with X-Client: mobile; browsers get it as a cookie'),
  user: userSchema,
})

/** Answer to a right password where a second factor is on: the ticket buys a session together with a factor. */
export const secondFactorSchema = z.strictObject({
  secondFactor: z.strictObject({
    ticket: z.string().describe('Ten minutes, five attempts'),
    methods: z.array(z.enum(['totp', 'recoveryCode', 'passkey'])),
  }),
})

export const signedInSchema = z.union([sessionSchema, secondFactorSchema])

/** A token from a link in a mail: opaque, once, short. */
export const linkTokenSchema = z.string().min(20).max(200)

const base64url = (max: number) => z.string().max(max)

/** WebAuthn JSON as the browser gives it, as much of it as is read; whether it is true the verifier finds out. */
export const passkeyResponseSchema = z
  .object({
    id: base64url(1400),
    rawId: base64url(1400),
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url(8000),
      attestationObject: base64url(40_000).optional(),
      authenticatorData: base64url(8000).optional(),
      signature: base64url(8000).optional(),
      userHandle: base64url(200).nullish(),
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  })
  .meta({ description: 'WebAuthn credential as JSON' })

/** WebAuthn options as JSON for `navigator.credentials`. */
export const passkeyOptionsSchema = z.strictObject({ challengeId: z.string(), options: z.looseObject({}) })

export const signInContract = {
  register: route({
    method: 'POST',
    path: '/v1/auth/register',
    tag: 'identity',
    summary: 'Create an account, its first household and a session',
    description: 'With an invitation, no household is made: the account joins the one it was invited to.',
    access: 'public',
    status: 201,
    errors: ['email-taken', 'password-too-common', 'link-expired', 'csrf-refused'],
  })
    .input(
      z.strictObject({
        email: emailSchema,
        password: passwordSchema,
        name: nameSchema,
        phone: phoneSchema.optional(),
        country: countrySchema.optional(),
        timeZone: timeZoneSchema.optional(),
        householdName: nameSchema.optional(),
        invitation: linkTokenSchema.optional().describe('The token of an invitation'),
      }),
    )
    .output(sessionSchema),

  signIn: route({
    method: 'POST',
    path: '/v1/auth/sign-in',
    tag: 'identity',
    summary: 'Start a session with e-mail and password',
    access: 'public',
    errors: ['wrong-credentials', 'csrf-refused'],
  })
    .input(z.strictObject({ email: emailSchema, password: z.string().max(512) }))
    .output(signedInSchema),

  secondFactor: route({
    method: 'POST',
    path: '/v1/auth/second-factor',
    tag: 'identity',
    summary: 'Finish signing in with a code, a recovery code or a passkey',
    access: 'public',
    errors: ['second-factor-failed', 'session-ended', 'csrf-refused'],
  })
    .input(
      z.strictObject({
        ticket: z.string().max(200),
        code: z
          .string()
          .regex(/^\d{6}$/)
          .optional(),
        recoveryCode: z.string().max(40).optional(),
        passkey: z
          .strictObject({ challengeId: z.string().max(200), response: passkeyResponseSchema })
          .optional(),
      }),
    )
    .output(sessionSchema),

  passkeyOptions: route({
    method: 'POST',
    path: '/v1/auth/passkey/options',
    tag: 'identity',
    summary: 'Start signing in with a passkey; with a ticket, as the second factor',
    access: 'public',
    errors: ['csrf-refused', 'session-ended'],
  })
    .input(z.strictObject({ ticket: z.string().max(200).optional() }))
    .output(passkeyOptionsSchema),

  passkeySignIn: route({
    method: 'POST',
    path: '/v1/auth/passkey/verify',
    tag: 'identity',
    summary: 'Sign in with a passkey alone',
    access: 'public',
    errors: ['second-factor-failed', 'csrf-refused'],
  })
    .input(z.strictObject({ challengeId: z.string().max(200), response: passkeyResponseSchema }))
    .output(sessionSchema),

  verifyEmail: route({
    method: 'POST',
    path: '/v1/auth/verify-email',
    tag: 'identity',
    summary: 'Confirm an address, a first one or a changed one, by the token of the mail',
    access: 'public',
    errors: ['link-expired', 'email-taken'],
  })
    .input(z.strictObject({ token: linkTokenSchema }))
    .output(z.strictObject({ email: z.string() })),

  forgotPassword: route({
    method: 'POST',
    path: '/v1/auth/forgot-password',
    tag: 'identity',
    summary: 'Send a reset link, if the account exists; the answer never says whether',
    access: 'public',
    status: 202,
  })
    .input(z.strictObject({ email: emailSchema }))
    .output(z.strictObject({})),

  resetPassword: route({
    method: 'POST',
    path: '/v1/auth/reset-password',
    tag: 'identity',
    summary:
      'Set a new password by the token of the mail; all sessions end and a second factor is still asked for',
    access: 'public',
    status: 204,
    errors: ['link-expired', 'password-too-common'],
  })
    .input(z.strictObject({ token: linkTokenSchema, password: passwordSchema }))
    .output(z.void()),

  refresh: route({
    method: 'POST',
    path: '/v1/auth/refresh',
    tag: 'identity',
    summary: 'Exchange the refresh token for a new pair; each works once',
    access: 'public',
    errors: ['session-ended', 'csrf-refused'],
  })
    .input(z.strictObject({ refreshToken: z.string().max(200).optional() }))
    .output(sessionSchema),

  signOut: route({
    method: 'POST',
    path: '/v1/auth/sign-out',
    tag: 'identity',
    summary: 'End this session; its tokens stop at once',
    access: 'public',
    status: 204,
    errors: ['csrf-refused'],
  })
    .input(z.strictObject({ refreshToken: z.string().max(200).optional() }))
    .output(z.void()),

  demo: route({
    method: 'POST',
    path: '/v1/auth/demo',
    tag: 'identity',
    summary: 'Look around a demo household, private to this visitor, gone after 24 h',
    access: 'public',
    status: 201,
    errors: ['not-found', 'csrf-refused'],
  })
    .input(z.strictObject({}))
    .output(sessionSchema),
}
