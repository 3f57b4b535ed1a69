import type { Access, ApiKeyScope } from '@streamline/contract'
import type { Actor, RequestOrigin } from './actor.ts'

export interface AccessQuestion {
  /** The `Authorization` header. */
  readonly authorization: string | undefined
  readonly access: Exclude<Access, 'public'>
  readonly householdId: string | null
  /** Signed in or confirmed a moment ago. */
  readonly fresh: boolean
  /** What an API key must be allowed; null takes no key. */
  readonly scope: ApiKeyScope | null
  readonly origin: RequestOrigin
  /** `GET /v1/me`, for the record of what was refused. */
  readonly route: string
}

/** Who may call a route. The identity feature answers. */
export abstract class AccessControl {
  /**
   * The caller, or a refusal: 401 not signed in, 404 not a member, 403 without the right, without the scope or not
   * confirmed lately.
   */
  abstract admit(question: AccessQuestion): Promise<Actor>

  /** Told when a service refuses what the route alone would have let through. */
  abstract refused(actor: Actor, route: string): Promise<void>
}
