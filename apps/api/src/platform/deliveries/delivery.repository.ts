import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../postgres/postgres.ts'
import { insertRows } from '../postgres/row-columns.ts'
import { deliveries } from './delivery.table.ts'
import type { ChannelName, DeliveryRow } from './delivery.types.ts'

const columns = `d.id, d.channel, d.key, d.user_id as "userId", d.household_id as "householdId",
  d.target_id as "targetId", d.message_id as "messageId", d.recipient, d.kind, d.locale, d.title, d.sealed_data as "sealedData", d.created_at as "createdAt"`

/** What became of an attempt. */
export interface Attempt {
  readonly id: string
  readonly at: string
  readonly answer: string
}

/** What became of one that was tried: neither instant where it waits to be tried again. */
export interface End {
  readonly id: string
  readonly sentAt: string | null
  readonly failedAt: string | null
  readonly answer: string
}

/** Every prepared statement on deliveries; a test explains each. */
export const deliveryStatements = {
  insert: {
    name: 'deliveries.insert',
    text: `${insertRows(deliveries, 'd', { but: ['sentAt', 'failedAt', 'attempts', 'answer'] })}
      on conflict (key) do nothing returning d.id`,
  },
  unsent: {
    name: 'deliveries.unsent',
    text: `select ${columns} from deliveries d where d.id = any($1::uuid[]) and d.sent_at is null`,
  },
  /** What became of many; what was sent says no longer what it said, where that is not kept. */
  ended: {
    name: 'deliveries.ended',
    text: `update deliveries d set sent_at = own."sentAt", failed_at = own."failedAt", answer = own.answer,
        attempts = d.attempts + 1,
        sealed_data = case when own."sentAt" is null or $3 then d.sealed_data else '' end
      from jsonb_to_recordset($1::jsonb) as own(id uuid, "sentAt" timestamptz, "failedAt" timestamptz, answer text)
      where d.id = own.id and d.id = any($2::uuid[]) and d.sent_at is null`,
  },
  failed: {
    name: 'deliveries.failed',
    text: `update deliveries set failed_at = $2, answer = $3, attempts = attempts + 1
      where id = $1 and sent_at is null`,
  },
  newest: {
    name: 'deliveries.newest',
    text: `select ${columns} from deliveries d
      where d.channel in ('email', 'sms') and d.sealed_data <> '' and ($1::text is null or d.recipient = $1)
      order by d.created_at desc, d.id desc limit $2`,
  },
  forget: { name: 'deliveries.forget', text: 'delete from deliveries where recipient = $1' },
  purge: {
    name: 'deliveries.purge',
    text: `delete from deliveries d where d.id = any(array(
      select o.id from deliveries o where o.created_at < $1 limit 1000)) returning d.id`,
  },
} as const

export type NewDelivery = DeliveryRow & { readonly channel: ChannelName }

@Injectable()
export class DeliveryRepository {
  constructor(private readonly postgres: Postgres) {}

  /** The ids of those that were not there before. */
  async insert(on: Queries, rows: readonly NewDelivery[]): Promise<ReadonlySet<string>> {
    const added = await on.query<{ id: string }>(deliveryStatements.insert, [JSON.stringify(rows)])
    return new Set(added.map(({ id }) => id))
  }

  /** Without those that left before, or whose person is gone. */
  unsent(ids: readonly string[]): Promise<DeliveryRow[]> {
    return this.postgres.query(deliveryStatements.unsent, [ids])
  }

  async ended(ends: readonly End[], keepsData: boolean): Promise<void> {
    if (ends.length === 0) return
    const values = [JSON.stringify(ends), ends.map(({ id }) => id), keepsData]
    await this.postgres.query(deliveryStatements.ended, values)
  }

  async failed({ id, at, answer }: Attempt): Promise<void> {
    await this.postgres.query(deliveryStatements.failed, [id, at, answer])
  }

  newest(recipient: string | null, limit: number): Promise<DeliveryRow[]> {
    return this.postgres.query(deliveryStatements.newest, [recipient, limit])
  }

  async forget(on: Queries, recipient: string): Promise<void> {
    await on.query(deliveryStatements.forget, [recipient])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(deliveryStatements.purge, [before])).length
  }
}
