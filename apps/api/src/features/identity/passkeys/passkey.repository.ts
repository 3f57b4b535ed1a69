import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'

export type ChallengePurpose = 'register' | 'sign-in' | 'second-factor'

export interface PasskeyRow {
  id: string
  userId: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  backedUp: boolean
  createdAt: string
  lastUsedAt: string | null
}

export interface ChallengeRow {
  id: string
  purpose: ChallengePurpose
  userId: string | null
  challenge: string
  expiresAt: string
}

const columns = `id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey",
  counter::float8 as counter, transports, name, backed_up as "backedUp", created_at as "createdAt",
  last_used_at as "lastUsedAt"`

const statements = {
  insert: {
    name: 'passkeys.insert',
    text: `insert into passkeys
        (id, user_id, credential_id, public_key, counter, transports, name, backed_up, created_at, last_used_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (credential_id) do nothing returning id`,
  },
  ofUser: {
    name: 'passkeys.of-user',
    text: `select ${columns} from passkeys where user_id = $1 and id < $2 order by id desc limit $3`,
  },
  count: { name: 'passkeys.count', text: 'select count(*)::int as count from passkeys where user_id = $1' },
  lock: {
    name: 'passkeys.lock',
    text: `select ${columns} from passkeys where credential_id = $1 for update`,
  },
  used: {
    name: 'passkeys.used',
    text: 'update passkeys set counter = $2, backed_up = $3, last_used_at = $4 where id = $1',
  },
  remove: {
    name: 'passkeys.remove',
    text: 'delete from passkeys where user_id = $1 and id = $2 returning id',
  },
  removeOf: { name: 'passkeys.remove-of', text: 'delete from passkeys where user_id = $1' },
  waysIn: {
    name: 'passkeys.ways-in',
    text: `select (select count(*) from passkeys where user_id = $1)::int
      + (select count(*) from user_identities where user_id = $1)::int as ways`,
  },
  ask: {
    name: 'passkey-challenges.insert',
    text: `insert into passkey_challenges (id, purpose, user_id, challenge, expires_at) values ($1, $2, $3, $4, $5)`,
  },
  /** Once, whatever the answer is worth. */
  take: {
    name: 'passkey-challenges.take',
    text: `delete from passkey_challenges
      where id = $1 and purpose = $2 and user_id is not distinct from $3 and expires_at > $4 returning challenge`,
  },
  purge: {
    name: 'passkey-challenges.purge',
    text: `delete from passkey_challenges where id in (
      select id from passkey_challenges where expires_at < $1 limit 1000) returning id`,
  },
}

@Injectable()
export class PasskeyRepository {
  constructor(private readonly postgres: Postgres) {}

  /** False when the credential is known already, to whomever. */
  async insert(tx: Tx, row: PasskeyRow): Promise<boolean> {
    const {
      id,
      userId,
      credentialId,
      publicKey,
      counter,
      transports,
      name,
      backedUp,
      createdAt,
      lastUsedAt,
    } = row
    const values = [
      id,
      userId,
      credentialId,
      publicKey,
      counter,
      transports,
      name,
      backedUp,
      createdAt,
      lastUsedAt,
    ]
    return (await tx.query(statements.insert, values)).length > 0
  }

  ofUser(userId: string, before: string, limit: number, on: Queries = this.postgres): Promise<PasskeyRow[]> {
    return on.query(statements.ofUser, [userId, before, limit])
  }

  async count(userId: string, on: Queries = this.postgres): Promise<number> {
    const [row] = await on.query<{ count: number }>(statements.count, [userId])
    return row?.count ?? 0
  }

  /** Two answers of one authenticator go one after the other. */
  async lock(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
    const [row] = await tx.query<PasskeyRow>(statements.lock, [credentialId])
    return row
  }

  async used(tx: Tx, id: string, use: { counter: number; backedUp: boolean }, at: string): Promise<void> {
    await tx.query(statements.used, [id, use.counter, use.backedUp, at])
  }

  async remove(tx: Tx, userId: string, id: string): Promise<boolean> {
    return (await tx.query(statements.remove, [userId, id])).length > 0
  }

  async removeOf(tx: Tx, userId: string): Promise<void> {
    await tx.query(statements.removeOf, [userId])
  }

  /** How many passkeys and other issuers let the person in. */
  async waysIn(tx: Tx, userId: string): Promise<number> {
    const [row] = await tx.query<{ ways: number }>(statements.waysIn, [userId])
    return row?.ways ?? 0
  }

  async ask({ id, purpose, userId, challenge, expiresAt }: ChallengeRow): Promise<void> {
    await this.postgres.query(statements.ask, [id, purpose, userId, challenge, expiresAt])
  }

  async take(
    id: string,
    purpose: ChallengePurpose,
    userId: string | null,
    now: string,
  ): Promise<string | undefined> {
    const values = [id, purpose, userId, now]
    const [row] = await this.postgres.query<{ challenge: string }>(statements.take, values)
    return row?.challenge
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }
}
