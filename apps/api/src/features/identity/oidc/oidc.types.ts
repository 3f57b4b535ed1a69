import type { OidcStateRow } from './oidc.repository.ts'

/** What is remembered until the browser comes back. */
export type Errand = Pick<OidcStateRow, 'next' | 'country' | 'timeZone' | 'userId' | 'sessionId'>

/** What the issuer sent the browser back with. */
export interface IssuerAnswer {
  state?: string | undefined
  code?: string | undefined
  error?: string | undefined
  iss?: string | undefined
}
