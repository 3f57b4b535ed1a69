import * as z from 'zod'
import { route } from '../route.ts'
import { countrySchema, timeZoneSchema } from '../value.schema.ts'

const issuerId = z.string().regex(/^[a-z\d-]{1,30}$/)

/** Where the app goes on afterwards: a path of its own. */
const nextSchema = z.string().max(500).optional().describe('A path of this site')

/** Signing in with another issuer (OpenID Connect), and linking one to an account. */
export const oidcContract = {
  startOidc: route({
    method: 'GET',
    path: '/v1/auth/oidc/{issuer}/start',
    tag: 'identity',
    summary: 'Go to the issuer to sign in; a page navigates here, it is no call',
    access: 'public',
    status: 303,
    errors: ['not-offered'],
  })
    .input(
      z.strictObject({
        issuer: issuerId,
        next: nextSchema,
        country: countrySchema.optional(),
        timeZone: timeZoneSchema.optional(),
      }),
    )
    .output(z.void()),

  finishOidc: route({
    method: 'GET',
    path: '/v1/auth/oidc/{issuer}/callback',
    tag: 'identity',
    summary:
      'Come back from the issuer, with a session cookie to `next`, else to /sign-in with ?problem=code',
    description:
      'Where a second factor is on it goes to /sign-in#ticket=…&methods=totp,… instead: the fragment never leaves the browser.',
    access: 'public',
    status: 303,
    errors: ['not-offered'],
  })
    // Issuers add parameters of their own.
    .input(
      z.looseObject({
        issuer: issuerId,
        state: z.string().max(200).optional(),
        code: z.string().max(4000).optional(),
        error: z.string().max(500).optional(),
        iss: z.string().max(500).optional(),
      }),
    )
    .output(z.void()),

  linkIdentity: route({
    method: 'POST',
    path: '/v1/me/identities/{issuer}/link',
    tag: 'identity',
    summary: 'Start linking an issuer to your account; the page navigates to the answered address',
    access: 'user',
    fresh: true,
    errors: ['not-offered', 'email-not-verified', 'already-on'],
  })
    .input(z.strictObject({ issuer: issuerId, next: nextSchema }))
    .output(z.strictObject({ url: z.string() })),

  unlinkIdentity: route({
    method: 'DELETE',
    path: '/v1/me/identities/{issuer}',
    tag: 'identity',
    summary: 'No longer sign in with this issuer',
    access: 'user',
    fresh: true,
    status: 204,
    errors: ['not-found', 'last-way-in'],
  })
    .input(z.strictObject({ issuer: issuerId }))
    .output(z.void()),
}
