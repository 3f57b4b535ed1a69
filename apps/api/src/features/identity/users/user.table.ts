import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

export const userStatus = pgEnum('user_status', ['ACTIVE', 'BLOCKED', 'DELETED'])

export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    /** As typed, for letters to the person. */
    email: text('email').notNull().unique('users_email'),
    /** As accounts are found: trimmed, lower case. */
    emailNormalised: text('email_normalised').notNull().unique('users_email_normalised'),
    /** Anybody may type a number; it is one person's once it is proved. */
    phone: text('phone'),
    /** argon2id; a demo visitor has none, nor has who came by another issuer. */
    passwordHash: text('password_hash'),
    name: text('name').notNull(),
    locale: text('locale'),
    status: userStatus('status').notNull().default('ACTIVE'),
    emailVerified: boolean('email_verified').notNull().default(false),
    phoneVerified: boolean('phone_verified').notNull().default(false),
    /** Set for a demo visitor, who is gone then. */
    demoUntil: instant('demo_until'),
    /** When an account that was given up goes. */
    deletionDueAt: instant('deletion_due_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    lastLoginAt: instant('last_login_at'),
  },
  (table) => [
    uniqueIndex('users_phone')
      .on(table.phone)
      .where(sql`${table.phoneVerified}`),
    index('users_demo_until')
      .on(table.demoUntil)
      .where(sql`${table.demoUntil} is not null`),
    index('users_deletion_due_at')
      .on(table.deletionDueAt)
      .where(sql`${table.deletionDueAt} is not null`),
  ],
)

export const roles = pgTable('roles', {
  id: text('id').primaryKey(),
  description: text('description').notNull(),
})

export const permissions = pgTable('permissions', {
  id: text('id').primaryKey(),
  description: text('description').notNull(),
})

export const rolePermissions = pgTable(
  'role_permissions',
  {
    roleId: text('role_id')
      .notNull()
      .references(() => roles.id, { onDelete: 'cascade' }),
    permissionId: text('permission_id')
      .notNull()
      .references(() => permissions.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.roleId, table.permissionId] })],
)

export const userRoles = pgTable(
  'user_roles',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    roleId: text('role_id')
      .notNull()
      .references(() => roles.id),
    grantedAt: instant('granted_at').notNull(),
    grantedBy: uuid('granted_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.userId, table.roleId] })],
)
