import * as z from 'zod'
import { route } from './route.ts'
import { countrySchema, idSchema, instantSchema, nameSchema, timeZoneSchema } from './value.schema.ts'

/** An address as typed; the account is found by its normalised form (trimmed, lower case). */
export const emailSchema = z.string().trim().max(254).pipe(z.email())

/** NIST SP 800-63B-4: 8 to 128 characters, any of them, no composition rules, nothing trimmed. */
export const passwordSchema = z
  .string()
  .refine((text) => Array.from(text).length >= 8, 'must have at least 8 characters')
  .refine((text) => text.length <= 512 && Array.from(text).length <= 128, 'must have at most 128 characters')

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

export const authContract = {
  register: route({
    method: 'POST',
    path: '/v1/auth/register',
    tag: 'auth',
    summary: 'Create an account, its first household and a session',
    access: 'public',
    status: 201,
    errors: ['email-taken', 'phone-taken', 'csrf-refused'],
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
      }),
    )
    .output(sessionSchema),

  signIn: route({
    method: 'POST',
    path: '/v1/auth/sign-in',
    tag: 'auth',
    summary: 'Start a session with e-mail and password',
    access: 'public',
    errors: ['wrong-credentials', 'csrf-refused'],
  })
    .input(z.strictObject({ email: emailSchema, password: z.string().max(512) }))
    .output(sessionSchema),

  refresh: route({
    method: 'POST',
    path: '/v1/auth/refresh',
    tag: 'auth',
    summary: 'Exchange the refresh token for a new pair; each works once',
    access: 'public',
    errors: ['session-ended', 'csrf-refused'],
  })
    .input(z.strictObject({ refreshToken: z.string().max(200).optional() }))
    .output(sessionSchema),

  signOut: route({
    method: 'POST',
    path: '/v1/auth/sign-out',
    tag: 'auth',
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
    tag: 'auth',
    summary: 'Look around a demo household, private to this visitor, gone after 24 h',
    access: 'public',
    status: 201,
    errors: ['not-found', 'csrf-refused'],
  })
    .input(z.strictObject({}))
    .output(sessionSchema),
}
