import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Clock } from '../clock/clock.ts'
import type { Outcome } from '../deliveries/delivery.types.ts'
import { Outgoing, OutgoingFailure, type OutgoingAnswer } from '../outgoing/outgoing.ts'
import { retryAfter } from '../outgoing/retry-after.ts'
import { PushKeys } from './push-keys.ts'
import { fitted, type PushMessage } from './push-message.ts'
import { encryptedPush, type SubscriptionKeys } from './web-push-encryption.ts'

/** Seconds that a push service keeps it for a browser that is away. */
const TTL = 86_400
/** Of plain text: 4,096 bytes less what encryption adds. */
const MOST_BYTES = 3993
/** What every push service takes that does not take all of it. */
const SHORT_BYTES = 1000
/** Where the service names no time. */
const MINUTE = 60_000

export interface Subscription extends SubscriptionKeys {
  readonly endpoint: string
}

/** Sends messages to browsers through the push service that each named (RFC 8030). */
@Injectable()
export class WebPush {
  constructor(
    private readonly keys: PushKeys,
    private readonly outgoing: Outgoing,
    private readonly clock: Clock,
  ) {}

  async send(message: PushMessage, to: Subscription): Promise<Outcome> {
    try {
      const whole = await this.post(fitted(message, MOST_BYTES), to)
      const answer = whole.status === 413 ? await this.post(fitted(message, SHORT_BYTES), to) : whole
      return outcomeOf(answer, this.clock.now())
    } catch (error) {
      if (!(error instanceof OutgoingFailure)) throw error
      return { is: error.isFinal ? 'refused' : 'later', answer: error.message }
    }
  }

  private async post(message: PushMessage, { endpoint, ...keys }: Subscription): Promise<OutgoingAnswer> {
    const url = new URL(endpoint)
    return this.outgoing.send(url, {
      headers: {
        Authorization: await this.keys.authorization(url),
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        TTL: String(TTL),
        Topic: topicOf(message),
        Urgency: 'high',
      },
      body: encrypted(message, keys),
    })
  }
}

/** At most 32 characters of base64url: of what is not delivered yet only the latest about one thing remains. */
const topicOf = ({ tag }: PushMessage): string =>
  createHash('sha256').update(tag).digest('base64url').slice(0, 32)

const encrypted = (message: PushMessage, keys: SubscriptionKeys): Buffer => {
  try {
    return encryptedPush(JSON.stringify(message), keys)
  } catch (error) {
    throw new OutgoingFailure('the keys of the browser are none', true, { cause: error })
  }
}

const outcomeOf = ({ status, headers }: OutgoingAnswer, nowMs: number): Outcome => {
  const answer = String(status)
  if (status >= 200 && status < 300) return { is: 'sent', answer }
  if (status === 404 || status === 410) return { is: 'gone', answer }
  if (status === 429 || status >= 500)
    return {
      is: 'later',
      answer,
      afterMs: retryAfter(headers['retry-after'], nowMs) ?? (status === 429 ? MINUTE : undefined),
    }
  return { is: 'refused', answer }
}
