import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'

export interface IdentityRow {
  issuer: string
  subject: string
  userId: string
  linkedAt: string
}

export interface OidcStateRow {
  issuer: string
  nonce: string
  sealedVerifier: string
  next: string
  country: string | null
  timeZone: string | null
  /** Who links another way in; null for a sign-in. */
  userId: string | null
  sessionId: string | null
}

const columns = `issuer, subject, user_id as "userId", linked_at as "linkedAt"`

const statements = {
  begin: {
    name: 'oidc-states.insert',
    text: `insert into oidc_states
        (hash, cookie_hash, expires_at, issuer, nonce, sealed_verifier, next, country, time_zone, user_id, session_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
  },
  /** Once, and only by the browser that began it. */
  take: {
    name: 'oidc-states.take',
    text: `delete from oidc_states where hash = $1 and cookie_hash = $2 and issuer = $3 and expires_at > $4
      returning issuer, nonce, sealed_verifier as "sealedVerifier", next, country, time_zone as "timeZone",
        user_id as "userId", session_id as "sessionId"`,
  },
  purge: {
    name: 'oidc-states.purge',
    text: `delete from oidc_states where hash in (
      select hash from oidc_states where expires_at < $1 limit 1000) returning hash`,
  },
  find: {
    name: 'user-identities.find',
    text: `select ${columns} from user_identities where issuer = $1 and subject = $2`,
  },
  ofUser: {
    name: 'user-identities.of-user',
    text: `select ${columns} from user_identities where user_id = $1 order by linked_at, issuer`,
  },
  link: {
    name: 'user-identities.insert',
    text: `insert into user_identities (${columns.replaceAll(/ as "\w+"/g, '')}) values ($1, $2, $3, $4)
      on conflict do nothing returning issuer`,
  },
  unlink: {
    name: 'user-identities.remove',
    text: 'delete from user_identities where user_id = $1 and issuer = $2 returning issuer',
  },
}

@Injectable()
export class OidcRepository {
  constructor(private readonly postgres: Postgres) {}

  async begin(hash: Buffer, cookieHash: Buffer, expiresAt: string, state: OidcStateRow): Promise<void> {
    const { issuer, nonce, sealedVerifier, next, country, timeZone, userId, sessionId } = state
    const values = [
      hash,
      cookieHash,
      expiresAt,
      issuer,
      nonce,
      sealedVerifier,
      next,
      country,
      timeZone,
      userId,
      sessionId,
    ]
    await this.postgres.query(statements.begin, values)
  }

  async take(
    hash: Buffer,
    cookieHash: Buffer,
    issuer: string,
    now: string,
  ): Promise<OidcStateRow | undefined> {
    const [row] = await this.postgres.query<OidcStateRow>(statements.take, [hash, cookieHash, issuer, now])
    return row
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }

  async find(on: Queries, issuer: string, subject: string): Promise<IdentityRow | undefined> {
    const [row] = await on.query<IdentityRow>(statements.find, [issuer, subject])
    return row
  }

  ofUser(userId: string, on: Queries = this.postgres): Promise<IdentityRow[]> {
    return on.query(statements.ofUser, [userId])
  }

  /** False when that identity is somebody's already, or the person has one of this issuer. */
  async link(tx: Tx, { issuer, subject, userId, linkedAt }: IdentityRow): Promise<boolean> {
    return (await tx.query(statements.link, [issuer, subject, userId, linkedAt])).length > 0
  }

  async unlink(tx: Tx, userId: string, issuer: string): Promise<boolean> {
    return (await tx.query(statements.unlink, [userId, issuer])).length > 0
  }
}
