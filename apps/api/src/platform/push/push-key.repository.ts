import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../postgres/postgres.ts'

export interface PushKeyRow {
  readonly id: string
  readonly publicKey: string
  readonly sealedPrivateKey: string
  readonly createdAt: string
}

const statements = {
  newest: {
    name: 'push-keys.newest',
    text: `select id, public_key as "publicKey", sealed_private_key as "sealedPrivateKey", created_at as "createdAt"
      from push_keys order by created_at desc, id desc limit 1`,
  },
  lock: { name: 'push-keys.lock', text: 'lock table push_keys in share row exclusive mode' },
  insert: {
    name: 'push-keys.insert',
    text: `insert into push_keys (id, public_key, sealed_private_key, created_at) values ($1, $2, $3, $4)`,
  },
}

@Injectable()
export class PushKeyRepository {
  constructor(private readonly postgres: Postgres) {}

  async newest(on: Queries = this.postgres): Promise<PushKeyRow | undefined> {
    const [row] = await on.query<PushKeyRow>(statements.newest)
    return row
  }

  /** Two processes that start at once must not both find that there is none. */
  locked<T>(work: (tx: Tx, row: PushKeyRow | undefined) => Promise<T>): Promise<T> {
    return this.postgres.transaction(async (tx) => {
      await tx.query(statements.lock)
      return work(tx, await this.newest(tx))
    })
  }

  async insert(tx: Tx, { id, publicKey, sealedPrivateKey, createdAt }: PushKeyRow): Promise<void> {
    await tx.query(statements.insert, [id, publicKey, sealedPrivateKey, createdAt])
  }
}
