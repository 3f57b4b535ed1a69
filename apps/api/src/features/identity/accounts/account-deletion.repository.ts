import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'

/** All that belongs to one account alone. A test looks whether any other table still names a deleted person. */
const personalTables = [
  'sessions',
  'devices',
  'api_keys',
  'passkeys',
  'passkey_challenges',
  'totp_secrets',
  'recovery_codes',
  'second_factor_tickets',
  'user_identities',
  'oidc_states',
  'link_tokens',
  'phone_codes',
  'user_roles',
  'notification_preferences',
  'inbox_items',
  'deliveries',
  'webhooks',
] as const

const statements = {
  /** Asking again does not move the day. Answers nothing when it was asked before. */
  ask: {
    name: 'account-deletion.ask',
    text: `update users set deletion_due_at = $2, updated_at = $3
      where id = $1 and deletion_due_at is null and status = 'ACTIVE' returning id`,
  },
  keep: {
    name: 'account-deletion.keep',
    text: `update users set deletion_due_at = null, updated_at = $2
      where id = $1 and deletion_due_at is not null and status = 'ACTIVE' returning id`,
  },
  /** Administrators that stay, besides this person. */
  administrators: {
    name: 'account-deletion.administrators',
    text: `select count(*)::int as count from user_roles r join users u on u.id = r.user_id
      where r.role_id = 'administrator' and u.status = 'ACTIVE' and u.deletion_due_at is null and u.id <> $1`,
  },
  due: {
    name: 'account-deletion.due',
    text: 'select id from users where deletion_due_at <= $1 order by deletion_due_at limit $2',
  },
  close: {
    name: 'account-deletion.close',
    text: `update users set status = 'DELETED', updated_at = $2 where id = $1 and deletion_due_at <= $2 returning id`,
  },
  /** Everywhere that mail or a code went. */
  addresses: {
    name: 'account-deletion.addresses',
    text: `select email as address from users where id = $1
      union select phone from users where id = $1 and phone is not null
      union select phone from phone_codes where user_id = $1
      union select email from link_tokens where user_id = $1`,
  },
  anonymise: {
    name: 'account-deletion.anonymise',
    text: `update users set email = $2, email_normalised = $2, name = '', phone = null, locale = null,
        password_hash = null, email_verified = false, phone_verified = false, last_login_at = null,
        deletion_due_at = null, updated_at = $3
      where id = $1`,
  },
  forget: personalTables.map((table) => ({
    name: `account-deletion.forget-${table}`,
    text: `delete from ${table} where user_id = $1`,
  })),
}

@Injectable()
export class AccountDeletionRepository {
  constructor(private readonly postgres: Postgres) {}

  async ask(tx: Tx, userId: string, dueAt: string, at: string): Promise<boolean> {
    return (await tx.query(statements.ask, [userId, dueAt, at])).length > 0
  }

  async keep(tx: Tx, userId: string, at: string): Promise<boolean> {
    return (await tx.query(statements.keep, [userId, at])).length > 0
  }

  async administratorsBesides(on: Queries, userId: string): Promise<number> {
    const [row] = await on.query<{ count: number }>(statements.administrators, [userId])
    return row?.count ?? 0
  }

  async due(until: string, limit: number): Promise<string[]> {
    return (await this.postgres.query<{ id: string }>(statements.due, [until, limit])).map(({ id }) => id)
  }

  /** False when the person has changed their mind meanwhile. */
  async close(tx: Tx, userId: string, at: string): Promise<boolean> {
    return (await tx.query(statements.close, [userId, at])).length > 0
  }

  async addressesOf(tx: Tx, userId: string): Promise<string[]> {
    const rows = await tx.query<{ address: string }>(statements.addresses, [userId])
    return rows.map(({ address }) => address)
  }

  async forget(tx: Tx, userId: string): Promise<void> {
    for (const statement of statements.forget) await tx.query(statement, [userId])
  }

  async anonymise(tx: Tx, userId: string, at: string): Promise<void> {
    await tx.query(statements.anonymise, [userId, `deleted+${userId}@invalid`, at])
  }
}
