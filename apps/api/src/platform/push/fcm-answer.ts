import * as z from 'zod'
import type { Outcome } from '../deliveries/delivery.types.ts'
import type { OutgoingAnswer } from '../outgoing/outgoing.ts'
import { retryAfter } from '../outgoing/retry-after.ts'
import { jsonOf } from './fcm-token.ts'

const FCM_ERROR = 'type.googleapis.com/google.firebase.fcm.v1.FcmError'
const MINUTE = 60_000

const errorSchema = z.object({
  error: z.object({
    status: z.string().optional(),
    details: z
      .array(
        z.looseObject({
          '@type': z.string(),
          errorCode: z.string().optional(),
          fieldViolations: z.array(z.object({ field: z.string().optional() })).optional(),
        }),
      )
      .optional()
      .default([]),
  }),
})

/** What FCM said, and whether it is about the account instead of the message: then all of them stop. */
export interface FcmAnswer {
  readonly outcome: Outcome
  readonly isMisconfigured: boolean
  /** Nobody asks again before. */
  readonly quietMs: number
}

const plain = (outcome: Outcome): FcmAnswer => ({ outcome, isMisconfigured: false, quietMs: 0 })

/** By the rules that FCM gives for each of its errors. */
export function fcmAnswerOf(answer: OutgoingAnswer, nowMs: number): FcmAnswer {
  const { status, headers } = answer
  if (status === 200) return plain({ is: 'sent', answer: '200' })
  const parsed = errorSchema.safeParse(jsonOf(answer))
  const { details = [], status: said } = parsed.data?.error ?? {}
  const code = details.find((one) => one['@type'] === FCM_ERROR)?.errorCode
  const text = [status, code ?? said].filter((part) => part !== undefined).join(' ')
  const asked = retryAfter(headers['retry-after'], nowMs)
  if (code === 'UNREGISTERED' || code === 'SENDER_ID_MISMATCH') return plain({ is: 'gone', answer: text })
  if (status === 400) {
    const fields = details.flatMap(({ fieldViolations = [] }) => fieldViolations.map(({ field }) => field))
    // A token that is none. Where another part of the message is at fault the token stays: that is ours to mend.
    const isOfToken = code === 'INVALID_ARGUMENT' && fields.every((field) => field === 'message.token')
    return plain({ is: isOfToken ? 'gone' : 'refused', answer: text })
  }
  if (status === 401 || status === 403 || status === 404)
    return {
      outcome: { is: 'later', answer: text, afterMs: STOPPED },
      isMisconfigured: true,
      quietMs: STOPPED,
    }
  if (status === 429 || status >= 500) {
    const quietMs = asked ?? (status === 429 ? MINUTE : 0)
    return { outcome: { is: 'later', answer: text, afterMs: quietMs }, isMisconfigured: false, quietMs }
  }
  return plain({ is: 'refused', answer: text })
}

/** While the account is refused one message an interval asks whether it still is. */
export const STOPPED = 15 * MINUTE
