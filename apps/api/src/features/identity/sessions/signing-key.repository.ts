import { Injectable } from '@nestjs/common'
import type { JWK } from 'jose'
import { Postgres, type Tx } from '../../../platform/postgres/postgres.ts'

export interface SigningKeyRow {
  id: string
  publicJwk: JWK
  encryptedPrivateJwk: string
  createdAt: string
}

const statements = {
  all: {
    name: 'signing-keys.all',
    text: `select id, public_jwk as "publicJwk", encrypted_private_jwk as "encryptedPrivateJwk", created_at as "createdAt"
      from signing_keys order by created_at desc, id`,
  },
  lock: { name: 'signing-keys.lock', text: 'lock table signing_keys in share row exclusive mode' },
  insert: {
    name: 'signing-keys.insert',
    text: `insert into signing_keys (id, algorithm, public_jwk, encrypted_private_jwk, created_at)
      values ($1, $2, $3, $4, $5)`,
  },
  remove: { name: 'signing-keys.remove', text: 'delete from signing_keys where id = any($1)' },
}

@Injectable()
export class SigningKeyRepository {
  constructor(private readonly postgres: Postgres) {}

  /** The newest first. */
  all(): Promise<SigningKeyRow[]> {
    return this.postgres.query(statements.all)
  }

  /** Two processes must not both find that a key is missing. */
  locked<T>(work: (tx: Tx, rows: SigningKeyRow[]) => Promise<T>): Promise<T> {
    return this.postgres.transaction(async (tx) => {
      await tx.query(statements.lock)
      return work(tx, await tx.query(statements.all))
    })
  }

  async insert(tx: Tx, row: SigningKeyRow & { algorithm: string }): Promise<void> {
    const { id, algorithm, publicJwk, encryptedPrivateJwk, createdAt } = row
    await tx.query(statements.insert, [
      id,
      algorithm,
      JSON.stringify(publicJwk),
      encryptedPrivateJwk,
      createdAt,
    ])
  }

  async remove(tx: Tx, ids: string[]): Promise<void> {
    await tx.query(statements.remove, [ids])
  }
}
