import * as z from 'zod'

const GOOGLE = { id: 'google', name: 'Google', issuer: 'https://accounts.google.com' }

const issuerSchema = z.strictObject({
  /** In our addresses; changing it changes the redirect address at the issuer. */
  id: z.string().regex(/^[a-z\d-]{1,30}$/, 'must be small letters, digits and dashes'),
  /** On the button. */
  name: z.string().min(1).max(40),
  /** Exactly as its tokens say it. */
  issuer: z.url({ protocol: /^https?$/ }).max(300),
  clientId: z.string().min(1).max(300),
  clientSecret: z.string().min(1).max(300),
})

/** Somebody else who may say who a person is. */
export type OidcIssuerSettings = z.infer<typeof issuerSchema>

/** `OIDC_ISSUERS`: a JSON list. */
export const issuersSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('must be a JSON list of {id, name, issuer, clientId, clientSecret}')
      return z.NEVER
    }
  })
  .pipe(z.array(issuerSchema).max(10))

export interface GivenIssuers {
  OIDC_ISSUERS?: OidcIssuerSettings[] | undefined
  GOOGLE_CLIENT_ID?: string | undefined
  GOOGLE_CLIENT_SECRET?: string | undefined
}

export function issuersOf(given: GivenIssuers): OidcIssuerSettings[] {
  const { OIDC_ISSUERS = [], GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = given
  if (clientId === undefined || clientSecret === undefined) return OIDC_ISSUERS
  return [{ ...GOOGLE, clientId, clientSecret }, ...OIDC_ISSUERS]
}

/** What is wrong with the issuers; '' when nothing is. */
export function complaintAbout(given: GivenIssuers, isAllowed: (url: URL) => boolean): string {
  if ((given.GOOGLE_CLIENT_ID === undefined) !== (given.GOOGLE_CLIENT_SECRET === undefined))
    return 'GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET belong together: set both or none'
  const issuers = issuersOf(given)
  if (new Set(issuers.map(({ id }) => id)).size < issuers.length)
    return 'OIDC_ISSUERS has two issuers with one id'
  const open = issuers.find(({ issuer }) => !isAllowed(new URL(issuer)))
  return open === undefined ? '' : `OIDC_ISSUERS: ${open.issuer} must be https`
}
