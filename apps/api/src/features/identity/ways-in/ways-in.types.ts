import type { secondFactorSchema, securitySchema } from '@streamline/contract'
import type * as z from 'zod'
import type { PasskeyAnswer } from '../passkeys/passkey.types.ts'

export type SecondFactorTicket = z.infer<typeof secondFactorSchema>['secondFactor']
export type WaysInSummary = Pick<
  z.infer<typeof securitySchema>,
  'totp' | 'recoveryCodesLeft' | 'passkeys' | 'identities'
>

/** What a person shows to confirm that it is them, besides a password. */
export interface Proof {
  code?: string | undefined
  passkey?: PasskeyAnswer | undefined
}
