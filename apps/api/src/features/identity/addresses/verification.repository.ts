import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../../../platform/postgres/postgres.ts'

export type LinkPurpose = 'verify-email' | 'change-email' | 'reset-password'

export interface LinkRow {
  userId: string
  purpose: LinkPurpose
  email: string
}

export interface PhoneCodeRow {
  phone: string
  codeHash: Buffer
}

export interface ResetRequestRow {
  id: string
  emailNormalised: string
  address: string
  userAgent: string | null
}

const statements = {
  insertLink: {
    name: 'link-tokens.insert',
    text: `insert into link_tokens (hash, user_id, purpose, email, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6)`,
  },
  /** Once: who comes second finds nothing. */
  useLink: {
    name: 'link-tokens.use',
    text: `delete from link_tokens where hash = $1 and purpose = any($2) and expires_at > $3
      returning user_id as "userId", purpose, email`,
  },
  forgetLinks: {
    name: 'link-tokens.forget',
    text: 'delete from link_tokens where user_id = $1 and purpose = any($2)',
  },
  purgeLinks: {
    name: 'link-tokens.purge',
    text: `delete from link_tokens where hash in (
      select hash from link_tokens where expires_at < $1 limit 1000) returning hash`,
  },
  putPhoneCode: {
    name: 'phone-codes.put',
    text: `insert into phone_codes (user_id, phone, code_hash, expires_at) values ($1, $2, $3, $4)
      on conflict (user_id) do update
      set phone = excluded.phone, code_hash = excluded.code_hash, expires_at = excluded.expires_at, guesses = 0`,
  },
  /** Counts the guess before anybody knows whether it is right. */
  guessPhoneCode: {
    name: 'phone-codes.guess',
    text: `update phone_codes set guesses = guesses + 1 where user_id = $1 and expires_at > $2 and guesses < $3
      returning phone, code_hash as "codeHash"`,
  },
  forgetPhoneCode: { name: 'phone-codes.forget', text: 'delete from phone_codes where user_id = $1' },
  insertResetRequest: {
    name: 'reset-requests.insert',
    text: `insert into reset_requests (id, email_normalised, created_at, address, user_agent)
      values ($1, $2, $3, $4, $5)`,
  },
  takeResetRequest: {
    name: 'reset-requests.take',
    text: `delete from reset_requests where id = (
        select id from reset_requests order by created_at limit 1 for update skip locked)
      returning id, email_normalised as "emailNormalised", address, user_agent as "userAgent"`,
  },
}

@Injectable()
export class VerificationRepository {
  constructor(private readonly postgres: Postgres) {}

  async insertLink(
    on: Queries,
    hash: Buffer,
    row: LinkRow,
    createdAt: string,
    expiresAt: string,
  ): Promise<void> {
    const { userId, purpose, email } = row
    await on.query(statements.insertLink, [hash, userId, purpose, email, createdAt, expiresAt])
  }

  async useLink(
    on: Queries,
    hash: Buffer,
    purposes: LinkPurpose[],
    now: string,
  ): Promise<LinkRow | undefined> {
    const [row] = await on.query<LinkRow>(statements.useLink, [hash, purposes, now])
    return row
  }

  async forgetLinks(on: Queries, userId: string, purposes: LinkPurpose[]): Promise<void> {
    await on.query(statements.forgetLinks, [userId, purposes])
  }

  async purgeLinks(before: string): Promise<number> {
    return (await this.postgres.query(statements.purgeLinks, [before])).length
  }

  async putPhoneCode(on: Queries, userId: string, row: PhoneCodeRow, expiresAt: string): Promise<void> {
    await on.query(statements.putPhoneCode, [userId, row.phone, row.codeHash, expiresAt])
  }

  async guessPhoneCode(userId: string, now: string, most: number): Promise<PhoneCodeRow | undefined> {
    const [row] = await this.postgres.query<PhoneCodeRow>(statements.guessPhoneCode, [userId, now, most])
    return row
  }

  async forgetPhoneCode(on: Queries, userId: string): Promise<void> {
    await on.query(statements.forgetPhoneCode, [userId])
  }

  async insertResetRequest(row: ResetRequestRow, createdAt: string): Promise<void> {
    const { id, emailNormalised, address, userAgent } = row
    await this.postgres.query(statements.insertResetRequest, [
      id,
      emailNormalised,
      createdAt,
      address,
      userAgent,
    ])
  }

  async takeResetRequest(on: Queries): Promise<ResetRequestRow | undefined> {
    const [row] = await on.query<ResetRequestRow>(statements.takeResetRequest)
    return row
  }
}
