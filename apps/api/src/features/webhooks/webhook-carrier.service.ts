import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import { Deliveries } from '../../platform/deliveries/deliveries.ts'
import type { DeliveryRow, Outcome } from '../../platform/deliveries/delivery.types.ts'
import { Outgoing, OutgoingFailure, type OutgoingAnswer } from '../../platform/outgoing/outgoing.ts'
import { retryAfter } from '../../platform/outgoing/retry-after.ts'
import { webhookChannel, type WebhookMessage } from './webhook-message.ts'
import { webhookPresets } from './webhook-presets.ts'
import { WebhooksService } from './webhooks.service.ts'

const MINUTE = 60_000

/** Calls the addresses that people gave. */
@Injectable()
export class WebhookCarrierService implements OnModuleInit {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly webhooks: WebhooksService,
    private readonly outgoing: Outgoing,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.deliveries.carry(webhookChannel, (row, message) => this.call(row, message))
  }

  private async call({ userId, targetId }: DeliveryRow, message: WebhookMessage): Promise<Outcome> {
    const found =
      userId === null || targetId === null ? undefined : await this.webhooks.configOf(userId, targetId)
    if (found === undefined) return { is: 'gone', answer: 'The webhook was removed' }
    const { url, ...request } = webhookPresets[found.preset](message, found.config, this.clock.now())
    try {
      return outcomeOf(await this.outgoing.send(url, request), this.clock.now())
    } catch (error) {
      if (!(error instanceof OutgoingFailure)) throw error
      return { is: error.isFinal ? 'refused' : 'later', answer: error.message }
    }
  }
}

/** What the other side says in words is shown to its owner, who may need it to mend the address. */
const outcomeOf = ({ status, headers, text }: OutgoingAnswer, nowMs: number): Outcome => {
  const answer = `${status} ${text.replaceAll(/\s+/g, ' ').slice(0, 200)}`.trim()
  if (status >= 200 && status < 300) return { is: 'sent', answer: String(status) }
  if (status === 429 || status >= 500) {
    const asked = retryAfter(headers['retry-after'], nowMs)
    return { is: 'later', answer, afterMs: asked ?? (status === 429 ? MINUTE : undefined) }
  }
  return { is: 'refused', answer }
}
