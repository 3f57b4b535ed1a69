import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../../../platform/postgres/postgres.ts'

export interface UserRow {
  id: string
  email: string
  name: string
  phone: string | null
  locale: 'en' | 'hi' | null
  passwordHash: string | null
  status: 'ACTIVE' | 'BLOCKED' | 'DELETED'
  emailVerified: boolean
  phoneVerified: boolean
  demoUntil: string | null
  deletionOn: string | null
  createdAt: string
}

export interface NewUser {
  id: string
  email: string
  emailNormalised: string
  phone: string | null
  passwordHash: string | null
  name: string
  demoUntil: string | null
  createdAt: string
}

const columns = `id, email, name, phone, locale, password_hash as "passwordHash", status,
  email_verified as "emailVerified", phone_verified as "phoneVerified", demo_until as "demoUntil",
  (deletion_due_at at time zone 'UTC')::date as "deletionOn", created_at as "createdAt"`

const statements = {
  insert: {
    name: 'users.insert',
    text: `with person as (
        insert into users
          (id, email, email_normalised, phone, password_hash, name, demo_until, created_at, updated_at, last_login_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8) returning *),
      granted as (insert into user_roles (user_id, role_id, granted_at) select id, 'user', created_at from person)
      select ${columns} from person`,
  },
  byId: { name: 'users.by-id', text: `select ${columns} from users where id = $1` },
  byEmail: { name: 'users.by-email', text: `select ${columns} from users where email_normalised = $1` },
  expiredDemos: {
    name: 'users.expired-demos',
    text: 'select id from users where demo_until <= $1 order by demo_until limit $2',
  },
  eraseDemo: {
    name: 'users.erase-demo',
    text: 'delete from users where id = $1 and demo_until is not null',
  },
  signedIn: {
    name: 'users.signed-in',
    text: 'update users set last_login_at = $2 where id = $1',
  },
  rehash: { name: 'users.rehash', text: 'update users set password_hash = $2 where id = $1' },
  /** Whoever changes what lets this person in waits for the other. */
  lock: { name: 'users.lock', text: `select ${columns} from users where id = $1 for update` },
  setPassword: {
    name: 'users.set-password',
    text: 'update users set password_hash = $2, updated_at = $3 where id = $1',
  },
  setEmail: {
    name: 'users.set-email',
    text: `update users set email = $2, email_normalised = $3, email_verified = true, updated_at = $4
      where id = $1 returning ${columns}`,
  },
  doubtEmail: {
    name: 'users.doubt-email',
    text: `update users set email_verified = false, updated_at = $2 where email_normalised = $1 and email_verified`,
  },
  setPhone: {
    name: 'users.set-phone',
    text: 'update users set phone = $2, phone_verified = true, updated_at = $3 where id = $1',
  },
  update: {
    name: 'users.update',
    text: `update users set name = coalesce($2, name), locale = coalesce($3, locale), updated_at = $4
      where id = $1 returning ${columns}`,
  },
}

@Injectable()
export class UserRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(on: Queries, user: NewUser): Promise<UserRow> {
    const { id, email, emailNormalised, phone, passwordHash, name, demoUntil, createdAt } = user
    const values = [id, email, emailNormalised, phone, passwordHash, name, demoUntil, createdAt]
    return one(await on.query<UserRow>(statements.insert, values))
  }

  async byId(id: string, on: Queries = this.postgres): Promise<UserRow | undefined> {
    const [row] = await on.query<UserRow>(statements.byId, [id])
    return row
  }

  async byEmail(emailNormalised: string, on: Queries = this.postgres): Promise<UserRow | undefined> {
    const [row] = await on.query<UserRow>(statements.byEmail, [emailNormalised])
    return row
  }

  async expiredDemos(until: string, limit: number): Promise<string[]> {
    const rows = await this.postgres.query<{ id: string }>(statements.expiredDemos, [until, limit])
    return rows.map(({ id }) => id)
  }

  async eraseDemo(on: Queries, id: string): Promise<void> {
    await on.query(statements.eraseDemo, [id])
  }

  async signedIn(on: Queries, id: string, at: string): Promise<void> {
    await on.query(statements.signedIn, [id, at])
  }

  /** Another hash of the same password. */
  async rehash(on: Queries, id: string, hash: string): Promise<void> {
    await on.query(statements.rehash, [id, hash])
  }

  async lock(on: Queries, id: string): Promise<UserRow | undefined> {
    const [row] = await on.query<UserRow>(statements.lock, [id])
    return row
  }

  async setPassword(on: Queries, id: string, hash: string, at: string): Promise<void> {
    await on.query(statements.setPassword, [id, hash, at])
  }

  /** An address that was just proved to be theirs. */
  /** It has to be proved again. */
  async doubtEmail(emailNormalised: string, at: string): Promise<void> {
    await this.postgres.query(statements.doubtEmail, [emailNormalised, at])
  }

  async setEmail(on: Queries, id: string, email: string, emailNormalised: string, at: string): Promise<void> {
    await on.query(statements.setEmail, [id, email, emailNormalised, at])
  }

  /** A number that was just proved to be theirs. */
  async setPhone(on: Queries, id: string, phone: string, at: string): Promise<void> {
    await on.query(statements.setPhone, [id, phone, at])
  }

  async update(id: string, changes: { name?: string | undefined; locale?: string | undefined }, at: string) {
    const { name, locale } = changes
    return one(await this.postgres.query<UserRow>(statements.update, [id, name ?? null, locale ?? null, at]))
  }
}

function one<Row>([row]: Row[]): Row {
  if (row === undefined) throw new Error('The user is gone')
  return row
}
