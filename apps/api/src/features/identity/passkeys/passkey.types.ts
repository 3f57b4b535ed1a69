import type { passkeyResponseSchema } from '@streamline/contract'
import type * as z from 'zod'

/** What an authenticator answered to a challenge. */
export interface PasskeyAnswer {
  challengeId: string
  response: z.infer<typeof passkeyResponseSchema>
}
