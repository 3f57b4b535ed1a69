import { createHash } from 'node:crypto'
import { Agent } from 'node:https'
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { pushCategoryOf } from '@streamline/domain'
import { ENV, type Env } from '../../env.ts'
import { Clock } from '../clock/clock.ts'
import type { Outcome } from '../deliveries/delivery.types.ts'
import { Outgoing, OutgoingFailure } from '../outgoing/outgoing.ts'
import { fcmAnswerOf, STOPPED } from './fcm-answer.ts'
import { AccountRefused, FcmToken } from './fcm-token.ts'
import { fitted, type PushMessage } from './push-message.ts'

/** Of the message: 4,096 bytes less what stands around what it says. */
const MOST_BYTES = 3000
const TTL = '86400s'

const NOT_SET: Outcome = { is: 'later', answer: 'FCM_SERVICE_ACCOUNT is not set', afterMs: STOPPED }

/** Sends messages to Android phones through Firebase Cloud Messaging (HTTP v1). */
@Injectable()
export class Fcm implements OnApplicationShutdown {
  private readonly log = new Logger('FCM')
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 50 })
  private readonly token: FcmToken | undefined
  private readonly address: URL | undefined
  private quietUntil = 0
  private isAlarmed = false

  constructor(
    private readonly outgoing: Outgoing,
    private readonly clock: Clock,
    @Inject(ENV) { fcmAccount, fcmUrl }: Env,
  ) {
    if (fcmAccount === undefined) return
    this.token = new FcmToken(fcmAccount, outgoing, this.agent)
    this.address = new URL(`/v1/projects/${encodeURIComponent(fcmAccount.project_id)}/messages:send`, fcmUrl)
  }

  get isOffered(): boolean {
    return this.token !== undefined
  }

  /** Undefined where it may be asked. What one message was told holds for all: a provider that is busy is not asked by each. */
  paused(): Outcome | undefined {
    if (!this.isOffered) return NOT_SET
    const wait = this.quietUntil - this.clock.now()
    return wait > 0 ? { is: 'later', answer: 'FCM asked to wait', afterMs: wait } : undefined
  }

  async send(message: PushMessage, to: string): Promise<Outcome> {
    const { token, address } = this
    if (token === undefined || address === undefined) return NOT_SET
    const paused = this.paused()
    if (paused !== undefined) return paused
    try {
      const answer = await this.outgoing.send(address, {
        headers: {
          Authorization: `Bearer ${await token.get()}`,
          'Content-Type': 'application/json; charset=utf-8',
        },
        body: JSON.stringify(fcmMessage(fitted(message, MOST_BYTES), to)),
        agent: this.agent,
      })
      const { outcome, isMisconfigured, quietMs } = fcmAnswerOf(answer, this.clock.now())
      if (answer.status === 401) token.drop()
      if (isMisconfigured) this.alarm(outcome.answer)
      else if (outcome.is === 'sent') this.isAlarmed = false
      this.quietUntil = Math.max(this.quietUntil, this.clock.now() + quietMs)
      return outcome
    } catch (error) {
      return this.failed(error)
    }
  }

  onApplicationShutdown(): void {
    this.agent.destroy()
  }

  private failed(error: unknown): Outcome {
    if (error instanceof AccountRefused) {
      this.alarm(error.message)
      this.quietUntil = this.clock.now() + STOPPED
      return { is: 'later', answer: error.message, afterMs: STOPPED }
    }
    if (error instanceof OutgoingFailure)
      return { is: error.isFinal ? 'refused' : 'later', answer: error.message }
    throw error
  }

  /** Once, until something was sent again. */
  private alarm(why: string): void {
    if (!this.isAlarmed)
      this.log.error(
        { event: 'push-misconfigured', why },
        'FCM refuses FCM_SERVICE_ACCOUNT: nothing is sent to phones until that is mended',
      )
    this.isAlarmed = true
  }
}

/**
 * All of it is data, which the app's own service shows, also while the app is closed: what FCM shows by itself has no buttons. Of each tag one is
 * shown, the same that the app has planned for a phone without network.
 */
const fcmMessage = (message: PushMessage, token: string) => {
  const { title, body, tag, kind, subject: about, ...rest } = message
  const categoryId = pushCategoryOf(kind, about !== null, message.messageId !== null)
  return {
    message: {
      token,
      data: {
        title,
        message: body,
        tag,
        channelId: kind,
        ...(categoryId === null ? {} : { categoryId }),
        body: JSON.stringify({ ...rest, kind, tag, about }),
      },
      android: {
        priority: 'HIGH',
        ttl: TTL,
        collapse_key: createHash('sha256').update(tag).digest('base64url').slice(0, 32),
      },
    },
  }
}
