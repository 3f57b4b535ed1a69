import { Injectable } from '@nestjs/common'
import type { deliverySchema } from '@streamline/contract'
import type * as z from 'zod'
import type { Actor } from '../../platform/http/actor.ts'
import { beforeOf, pageOfRows, type PageInput } from '../../platform/http/id-page.ts'
import { DeliveryHistoryRepository, type HistoryRow } from './delivery-history.repository.ts'

type DeliveryAnswer = z.infer<typeof deliverySchema>

/** What was sent to somebody, where, and what became of it. */
@Injectable()
export class DeliveryHistoryService {
  constructor(private readonly repository: DeliveryHistoryRepository) {}

  async list({ userId }: Actor, { limit = 20, cursor }: PageInput) {
    const rows = await this.repository.ofUser(userId, beforeOf(cursor), limit + 1)
    return pageOfRows(rows, limit, presented)
  }

  async some(userId: string, ids: readonly string[]): Promise<DeliveryAnswer[]> {
    return (await this.repository.some(userId, ids)).map(presented)
  }

  /** Of what went to nobody but the household. */
  async someOfHousehold(householdId: string, ids: readonly string[]): Promise<DeliveryAnswer[]> {
    return (await this.repository.someOfHousehold(householdId, ids)).map(presented)
  }
}

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())

const presented = (row: HistoryRow): DeliveryAnswer => {
  const { id, channel, recipient, title, createdAt, sentAt, failedAt, seenAt, attempts, answer } = row
  return {
    id,
    channel,
    recipient,
    title,
    state: sentAt !== null ? 'sent' : failedAt !== null ? 'failed' : 'waiting',
    createdAt: new Date(createdAt).toISOString(),
    sentAt: instant(sentAt),
    seenAt: instant(seenAt),
    attempts,
    answer,
  }
}
