import { Injectable } from '@nestjs/common'
import type { platformRoleSchema } from '@streamline/contract'
import type * as z from 'zod'
import type { Queries, Tx } from '../../../platform/postgres/postgres.ts'

export type PlatformRole = z.infer<typeof platformRoleSchema>

const statements = {
  /** Two administrators that take each other's role go one after the other. */
  lock: { name: 'roles.lock', text: `select id from roles where id = 'administrator' for update` },
  administrators: {
    name: 'roles.administrators',
    text: `select u.id from user_roles r join users u on u.id = r.user_id
      where r.role_id = 'administrator' and u.status = 'ACTIVE'`,
  },
  ofUser: {
    name: 'roles.of-user',
    text: 'select role_id as role from user_roles where user_id = $1 order by 1',
  },
  grant: {
    name: 'roles.grant',
    text: `insert into user_roles (user_id, role_id, granted_by, granted_at) values ($1, $2, $3, $4)
      on conflict do nothing`,
  },
  take: { name: 'roles.take', text: 'delete from user_roles where user_id = $1 and role_id = $2' },
}

@Injectable()
export class RoleRepository {
  /** Who can still administer; nobody else changes that until the transaction ends. */
  async lockAdministrators(tx: Tx): Promise<string[]> {
    await tx.query(statements.lock)
    return (await tx.query<{ id: string }>(statements.administrators)).map(({ id }) => id)
  }

  async ofUser(on: Queries, userId: string): Promise<PlatformRole[]> {
    return (await on.query<{ role: PlatformRole }>(statements.ofUser, [userId])).map(({ role }) => role)
  }

  async grant(on: Queries, userId: string, role: PlatformRole, by: string | null, at: string): Promise<void> {
    await on.query(statements.grant, [userId, role, by, at])
  }

  async take(on: Queries, userId: string, role: PlatformRole): Promise<void> {
    await on.query(statements.take, [userId, role])
  }
}
