import type { HouseholdRight } from '@streamline/contract'
import type { Actor } from './actor.ts'

export interface AccessQuestion {
  /** The `Authorization` header. */
  readonly authorization: string | undefined
  /** The right that a `{householdId}` route asks for; null where being signed in is enough. */
  readonly right: HouseholdRight | null
  readonly householdId: string | null
}

/** Who may call a route. The identity feature answers. */
export abstract class AccessControl {
  /** The caller, or a refusal: 401 not signed in, 404 not a member, 403 a member without the right. */
  abstract admit(question: AccessQuestion): Promise<Actor>
}
