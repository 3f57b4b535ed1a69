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

/** Every prepared statement on deliveries; a test explains each. */
export const deliveryStatements = {
  insert: {
    name: 'deliveries.insert',
    text: `${insertRows(deliveries, 'd', { but: ['sentAt', 'failedAt', 'attempts', 'answer'] })}
      on conflict (key) do nothing returning d.id`,
  },
  unsent: {
    name: 'deliveries.unsent',
    text: `select ${columns} from deliveries d where d.id = $1 and d.sent_at is null`,
  },
  sent: {
    name: 'deliveries.sent',
    text: `update deliveries set sent_at = $2, failed_at = null, answer = $3, attempts = attempts + 1,
        sealed_data = case when $4 then sealed_data else '' end where id = $1`,
  },
  putOff: {
    name: 'deliveries.put-off',
    text: `update deliveries set failed_at = null, answer = $2, attempts = attempts + 1 where id = $1`,
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

  /** Undefined when it left before, or its person is gone. */
  async unsent(id: string): Promise<DeliveryRow | undefined> {
    const [row] = await this.postgres.query<DeliveryRow>(deliveryStatements.unsent, [id])
    return row
  }

  async sent({ id, at, answer }: Attempt, keepsData: boolean): Promise<void> {
    await this.postgres.query(deliveryStatements.sent, [id, at, answer, keepsData])
  }

  async putOff({ id, answer }: Omit<Attempt, 'at'>): Promise<void> {
    await this.postgres.query(deliveryStatements.putOff, [id, answer])
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
