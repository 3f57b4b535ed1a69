import type { passkeyResponseSchema, secondFactorSchema, securitySchema } from '@streamline/contract'
import type * as z from 'zod'
import type { Actor } from '../../../platform/http/actor.ts'
import type { Queries, Tx } from '../../../platform/postgres/postgres.ts'
import type { ClientContext } from '../sessions/sessions.service.ts'

export type SecondFactorTicket = z.infer<typeof secondFactorSchema>['secondFactor']
export type WaysInSummary = Pick<
  z.infer<typeof securitySchema>,
  'totp' | 'recoveryCodesLeft' | 'passkeys' | 'identities'
>

/** What an authenticator answered to a challenge. */
export interface PasskeyAnswer {
  challengeId: string
  response: z.infer<typeof passkeyResponseSchema>
}

/** What a person shows to confirm that it is them, besides a password. */
export interface Proof {
  code?: string | undefined
  passkey?: PasskeyAnswer | undefined
}

/** What lets a person in besides a password: authenticator apps, passkeys, other issuers. */
export abstract class WaysIn {
  abstract summary(userId: string): Promise<WaysInSummary>

  /** After a right password: the ticket that buys a session together with a factor; null where no factor is on. */
  abstract challenge(on: Queries, userId: string, client: ClientContext): Promise<SecondFactorTicket | null>

  /** Tickets that an old password bought are worth nothing under a new one. */
  abstract withdrawTickets(tx: Tx, userId: string): Promise<void>

  /** Whoever made the account without proving its address keeps no way into it once its owner comes. */
  abstract forget(tx: Tx, userId: string): Promise<void>

  /** Whether a code or a passkey of the person proves that it is them; false without one. */
  abstract proves(actor: Actor, proof: Proof): Promise<boolean>
}
