import type { householdRoleSchema, memberRoleSchema } from '@streamline/contract'
import type * as z from 'zod'
import { ProblemError } from './problem.ts'

export type HouseholdRole = z.infer<typeof householdRoleSchema>
export type MemberRole = z.infer<typeof memberRoleSchema>

/** The household of a `{householdId}` route, and who the caller is in it. */
export interface HouseholdActor {
  readonly id: string
  readonly memberId: string
  readonly role: HouseholdRole
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly timeZone: string
  /** Of everything the household's screens show: changes with each write in it. */
  readonly revision: number
}

/** Where a request came from, as the connection says; forwarded addresses count only from trusted proxies. */
export interface RequestOrigin {
  readonly address: string
  readonly userAgent: string | null
}

/** Who calls: loaded fresh for each request, so that a removed member or an ended session stops at once. */
export interface Actor {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  /** Null for a script with an API key. */
  readonly sessionId: string | null
  readonly apiKeyId: string | null
  /** When the person last proved who they are in this session. */
  readonly confirmedAt: string | null
  readonly origin: RequestOrigin
  /** Rights on the installation, by platform roles; most people have none. */
  readonly permissions: ReadonlySet<string>
  readonly demo: boolean
  readonly household: HouseholdActor | null
}

/** The household of the route; a route without one asks in vain. */
export function householdOf(actor: Actor): HouseholdActor {
  if (actor.household === null) throw new ProblemError('not-found')
  return actor.household
}

/** The session of the route; a script has none. */
export function sessionOf(actor: Actor): string {
  if (actor.sessionId === null) throw new ProblemError('forbidden')
  return actor.sessionId
}
