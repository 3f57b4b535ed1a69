import { Injectable } from '@nestjs/common'
import type { ApiKeyScope } from '@streamline/contract'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'

export interface ApiKeyRow {
  id: string
  name: string
  hint: string
  scopes: ApiKeyScope[]
  createdAt: string
  expiresOn: string | null
  lastUsedAt: string | null
}

export interface NewApiKey extends Omit<ApiKeyRow, 'lastUsedAt'> {
  userId: string
  hash: Buffer
}

const columns = `id, name, hint, scopes, created_at as "createdAt", expires_on as "expiresOn",
  last_used_at as "lastUsedAt"`

const statements = {
  ofUser: {
    name: 'api-keys.of-user',
    text: `select ${columns} from api_keys where user_id = $1 and id < $2 order by id desc limit $3`,
  },
  count: { name: 'api-keys.count', text: 'select count(*)::int as count from api_keys where user_id = $1' },
  insert: {
    name: 'api-keys.insert',
    text: `insert into api_keys (id, user_id, name, hint, hash, scopes, created_at, expires_on)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  },
  remove: {
    name: 'api-keys.remove',
    text: 'delete from api_keys where id = $1 and user_id = $2 returning name',
  },
  byHash: {
    name: 'api-keys.by-hash',
    text: `select id, user_id as "userId", scopes, last_used_at as "lastUsedAt" from api_keys
      where hash = $1 and (expires_on is null or expires_on > $2::date)`,
  },
  /** At most once a minute, whoever else says so at the same time. */
  used: {
    name: 'api-keys.used',
    text: `update api_keys set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at <= $3)`,
  },
}

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly postgres: Postgres) {}

  ofUser(userId: string, before: string, limit: number): Promise<ApiKeyRow[]> {
    return this.postgres.query(statements.ofUser, [userId, before, limit])
  }

  async count(tx: Tx, userId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(statements.count, [userId])
    return row?.count ?? 0
  }

  async insert(tx: Tx, key: NewApiKey): Promise<void> {
    const { id, userId, name, hint, hash, scopes, createdAt, expiresOn } = key
    await tx.query(statements.insert, [id, userId, name, hint, hash, scopes, createdAt, expiresOn])
  }

  /** Its name; undefined when that person has no such key. */
  async remove(tx: Tx, id: string, userId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ name: string }>(statements.remove, [id, userId])
    return row?.name
  }

  async byHash(hash: Buffer, today: string) {
    const [row] = await this.postgres.query<
      Pick<ApiKeyRow, 'id' | 'scopes' | 'lastUsedAt'> & { userId: string }
    >(statements.byHash, [hash, today])
    return row
  }

  async used(id: string, at: string, unlessSince: string): Promise<void> {
    await this.postgres.query(statements.used, [id, at, unlessSince])
  }
}
