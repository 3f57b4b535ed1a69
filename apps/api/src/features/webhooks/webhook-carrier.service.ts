import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import { Deliveries } from '../../platform/deliveries/deliveries.ts'
import type { DeliveryRow, Outcome } from '../../platform/deliveries/delivery.types.ts'
import { LateMessages, type SaidNow } from '../../platform/deliveries/late-messages.ts'
import { Outgoing, OutgoingFailure, type OutgoingAnswer } from '../../platform/outgoing/outgoing.ts'
import { retryAfter } from '../../platform/outgoing/retry-after.ts'
import { webhookChannel, type WaitingWebhook, type WebhookMessage } from './webhook-message.ts'
import { webhookPresets } from './webhook-presets.ts'
import type { WebhookOwner } from './webhook.repository.ts'
import { WebhooksService } from './webhooks.service.ts'

const MINUTE = 60_000

/** Calls the addresses that people gave. */
@Injectable()
export class WebhookCarrierService implements OnModuleInit {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly webhooks: WebhooksService,
    private readonly outgoing: Outgoing,
    private readonly late: LateMessages,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.deliveries.carry(webhookChannel, async () => (row, message) => this.call(row, message))
  }

  private async call(row: DeliveryRow, { about, ...waiting }: WaitingWebhook): Promise<Outcome> {
    const owner = ownerOf(row)
    const found =
      owner === undefined || row.targetId === null
        ? undefined
        : await this.webhooks.configOf(owner, row.targetId)
    if (found === undefined) return { is: 'gone', answer: 'The webhook was removed' }
    const said = await this.late.saidOf(row, about)
    if (said !== undefined && 'is' in said) return said
    const message = said === undefined ? waiting : this.saidNow(waiting, said)
    const { url, ...request } = webhookPresets[found.preset](message, found.config, this.clock.now())
    try {
      return outcomeOf(await this.outgoing.send(url, request), this.clock.now())
    } catch (error) {
      if (!(error instanceof OutgoingFailure)) throw error
      return { is: error.isFinal ? 'refused' : 'later', answer: error.message }
    }
  }

  private saidNow(message: WebhookMessage, { title, body, path }: SaidNow): WebhookMessage {
    return { ...message, title, body, url: this.webhooks.urlOf(path) }
  }
}

const ownerOf = ({ userId, householdId }: DeliveryRow): WebhookOwner | undefined => {
  if (userId !== null) return { userId, householdId: null }
  return householdId === null ? undefined : { userId, householdId }
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
