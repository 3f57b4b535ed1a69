import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'

export interface WebhookRow {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly preset: string
  readonly sealedConfig: string
  readonly createdAt: string
}

const columns = `w.id, w.user_id as "userId", w.name, w.preset, w.sealed_config as "sealedConfig", w.created_at as "createdAt"`

const statements = {
  ofUser: {
    name: 'webhooks.of-user',
    text: `select ${columns} from webhooks w where w.user_id = $1 order by w.id limit 100`,
  },
  page: {
    name: 'webhooks.page',
    text: `select ${columns} from webhooks w where w.user_id = $1 and w.id > $2 order by w.id limit $3`,
  },
  one: { name: 'webhooks.one', text: `select ${columns} from webhooks w where w.user_id = $1 and w.id = $2` },
  insert: {
    name: 'webhooks.insert',
    text: `insert into webhooks (id, user_id, name, preset, sealed_config, created_at) values ($1, $2, $3, $4, $5, $6)`,
  },
  remove: {
    name: 'webhooks.remove',
    text: 'delete from webhooks where user_id = $1 and id = $2 returning id',
  },
}

@Injectable()
export class WebhookRepository {
  constructor(private readonly postgres: Postgres) {}

  ofUser(userId: string, on: Queries): Promise<WebhookRow[]> {
    return on.query(statements.ofUser, [userId])
  }

  page(userId: string, after: string, limit: number): Promise<WebhookRow[]> {
    return this.postgres.query(statements.page, [userId, after, limit])
  }

  async one(userId: string, id: string): Promise<WebhookRow | undefined> {
    const [row] = await this.postgres.query<WebhookRow>(statements.one, [userId, id])
    return row
  }

  async insert(tx: Tx, { id, userId, name, preset, sealedConfig, createdAt }: WebhookRow): Promise<void> {
    await tx.query(statements.insert, [id, userId, name, preset, sealedConfig, createdAt])
  }

  async remove(tx: Tx, userId: string, id: string): Promise<boolean> {
    return (await tx.query(statements.remove, [userId, id])).length > 0
  }
}
