import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../../../platform/postgres/postgres.ts'
import type { PlatformRole } from '../access/role.repository.ts'
import type { UserRow } from '../users/user.repository.ts'

/** An account as an administrator sees it. */
export interface AccountRow extends UserRow {
  roles: PlatformRole[]
  lastLoginAt: string | null
  sessions: number
}

export interface AccountFilter {
  q: string | null
  status: UserRow['status'] | null
  before: string
  limit: number
}

const select = `select u.id, u.email, u.name, u.phone, u.locale, u.password_hash as "passwordHash", u.status,
    u.email_verified as "emailVerified", u.phone_verified as "phoneVerified", u.demo_until as "demoUntil",
    (u.deletion_due_at at time zone 'UTC')::date as "deletionOn", u.created_at as "createdAt", u.last_login_at as "lastLoginAt",
    array(select role_id from user_roles r where r.user_id = u.id order by 1) as roles,
    (select count(*)::int from sessions s where s.user_id = u.id and s.ended_at is null
      and s.idle_until > $1::timestamptz and s.absolute_until > $1::timestamptz) as sessions
  from users u`

const statements = {
  search: {
    name: 'accounts.search',
    text: `${select} where ($2::text is null or u.email ilike $2 escape '\\' or u.name ilike $2 escape '\\')
      and ($3::text is null or u.status = $3::user_status) and u.id < $4 order by u.id desc limit $5`,
  },
  read: { name: 'accounts.read', text: `${select} where u.id = $2` },
  setStatus: {
    name: 'accounts.set-status',
    text: 'update users set status = $2::user_status, updated_at = $3 where id = $1',
  },
}

const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

@Injectable()
export class AccountsRepository {
  constructor(private readonly postgres: Postgres) {}

  search({ q, status, before, limit }: AccountFilter, now: string): Promise<AccountRow[]> {
    const pattern = q === null || q.trim() === '' ? null : containing(q.trim())
    return this.postgres.query(statements.search, [now, pattern, status, before, limit])
  }

  async read(id: string, now: string): Promise<AccountRow | undefined> {
    const [row] = await this.postgres.query<AccountRow>(statements.read, [now, id])
    return row
  }

  async setStatus(on: Queries, id: string, status: UserRow['status'], at: string): Promise<void> {
    await on.query(statements.setStatus, [id, status, at])
  }
}
