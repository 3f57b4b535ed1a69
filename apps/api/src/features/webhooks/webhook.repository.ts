import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'

/** A person or a household. */
export type WebhookOwner =
  | { readonly userId: string; readonly householdId: null }
  | { readonly userId: null; readonly householdId: string }

export interface WebhookRow {
  readonly id: string
  readonly userId: string | null
  readonly householdId: string | null
  readonly name: string
  readonly preset: string
  readonly sealedConfig: string
  readonly createdAt: string
}

const columns = `w.id, w.user_id as "userId", w.household_id as "householdId", w.name, w.preset,
  w.sealed_config as "sealedConfig", w.created_at as "createdAt"`

/** `$1` is the person, `$2` the household; one of them is null. */
const own = 'w.user_id = $1::uuid or w.household_id = $2::uuid'

/** Every prepared statement on webhooks; a test explains each. */
export const webhookStatements = {
  of: {
    name: 'webhooks.of',
    text: `select ${columns} from webhooks w where ${own} order by w.id limit 100`,
  },
  page: {
    name: 'webhooks.page',
    text: `select ${columns} from webhooks w where (${own}) and w.id > $3 order by w.id limit $4`,
  },
  one: { name: 'webhooks.one', text: `select ${columns} from webhooks w where w.id = $3 and (${own})` },
  insert: {
    name: 'webhooks.insert',
    text: `insert into webhooks (id, user_id, household_id, name, preset, sealed_config, created_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
  },
  remove: {
    name: 'webhooks.remove',
    text: `delete from webhooks w where w.id = $3 and (${own}) returning w.name`,
  },
} as const

@Injectable()
export class WebhookRepository {
  constructor(private readonly postgres: Postgres) {}

  of({ userId, householdId }: WebhookOwner, on: Queries): Promise<WebhookRow[]> {
    return on.query(webhookStatements.of, [userId, householdId])
  }

  page({ userId, householdId }: WebhookOwner, after: string, limit: number): Promise<WebhookRow[]> {
    return this.postgres.query(webhookStatements.page, [userId, householdId, after, limit])
  }

  async one({ userId, householdId }: WebhookOwner, id: string): Promise<WebhookRow | undefined> {
    const [row] = await this.postgres.query<WebhookRow>(webhookStatements.one, [userId, householdId, id])
    return row
  }

  async insert(tx: Tx, row: WebhookRow): Promise<void> {
    const { id, userId, householdId, name, preset, sealedConfig, createdAt } = row
    const values = [id, userId, householdId, name, preset, sealedConfig, createdAt]
    await tx.query(webhookStatements.insert, values)
  }

  async remove(tx: Tx, { userId, householdId }: WebhookOwner, id: string): Promise<boolean> {
    return (await tx.query(webhookStatements.remove, [userId, householdId, id])).length > 0
  }
}
