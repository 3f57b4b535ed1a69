import { Injectable } from '@nestjs/common'
import type { secondFactorSchema, securitySchema } from '@streamline/contract'
import type * as z from 'zod'
import type { Actor } from '../../platform/http/actor.ts'
import type { Queries } from '../../platform/postgres/postgres.ts'
import type { ClientContext } from './sessions.service.ts'

export type SecondFactorTicket = z.infer<typeof secondFactorSchema>['secondFactor']
export type WaysInSummary = Pick<
  z.infer<typeof securitySchema>,
  'totp' | 'recoveryCodesLeft' | 'passkeys' | 'identities'
>

/** What a person shows to confirm that it is them, besides a password. */
export interface Proof {
  code?: string | undefined
  passkey?: { challengeId: string; response: Record<string, unknown> } | undefined
}

/** What lets a person in besides a password: authenticator apps, passkeys, other issuers. */
export abstract class WaysIn {
  abstract summary(userId: string): Promise<WaysInSummary>

  /** After a right password: the ticket that buys a session together with a factor; null where no factor is on. */
  abstract challenge(on: Queries, userId: string, client: ClientContext): Promise<SecondFactorTicket | null>

  /** Whether a code or a passkey of the person proves that it is them; false without one. */
  abstract proves(actor: Actor, proof: Proof): Promise<boolean>
}

@Injectable()
export class OnlyPasswords extends WaysIn {
  async summary(_userId: string): Promise<WaysInSummary> {
    return { totp: false, recoveryCodesLeft: 0, passkeys: 0, identities: [] }
  }

  async challenge(_on: Queries, _userId: string, _client: ClientContext): Promise<null> {
    return null
  }

  async proves(_actor: Actor, _proof: Proof): Promise<boolean> {
    return false
  }
}
