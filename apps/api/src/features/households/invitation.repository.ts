import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'

export type InvitedRole = 'manager' | 'member' | 'viewer'

export interface InvitationRow {
  id: string
  email: string | null
  role: InvitedRole
  memberId: string | null
  memberName: string | null
  invitedBy: string
  invitedByName: string
  createdAt: string
  expiresAt: string
  maxUses: number
  uses: number
}

export interface NewInvitation extends Omit<InvitationRow, 'memberName' | 'invitedByName' | 'uses'> {
  householdId: string
  tokenHash: Buffer
}

export interface OpenedInvitation extends InvitationRow {
  householdId: string
  householdName: string
  timeZone: string
}

const columns = `i.id, i.email, i.role, i.member_id as "memberId", m.name as "memberName",
  i.invited_by as "invitedBy", b.name as "invitedByName", i.created_at as "createdAt", i.expires_at as "expiresAt",
  i.max_uses as "maxUses", i.uses`
const people = `join household_members b on b.id = i.invited_by left join household_members m on m.id = i.member_id`

const statements = {
  insert: {
    name: 'invitations.insert',
    text: `insert into invitations (id, household_id, token_hash, email, role, member_id, invited_by, created_at,
        expires_at, max_uses)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  },
  open: {
    name: 'invitations.open',
    text: `select ${columns} from invitations i ${people}
      where i.household_id = $1 and i.expires_at > $2 and (i.created_at, i.id) < ($3::timestamptz, $4::uuid)
      order by i.created_at desc, i.id desc limit $5`,
  },
  one: {
    name: 'invitations.one',
    text: `select ${columns} from invitations i ${people} where i.household_id = $1 and i.id = $2`,
  },
  count: {
    name: 'invitations.count',
    text: `select count(*)::int as count from invitations where household_id = $1 and expires_at > $2`,
  },
  byToken: {
    name: 'invitations.by-token',
    text: `select ${columns}, h.id as "householdId", h.name as "householdName", h.time_zone as "timeZone"
      from invitations i ${people} join households h on h.id = i.household_id
      where i.token_hash = $1 and i.expires_at > $2`,
  },
  /** Only while there is a use left: two who come at once do not both get the last one. */
  use: {
    name: 'invitations.use',
    text: `update invitations set uses = uses + 1 where id = $1 and uses < max_uses and expires_at > $2 returning id`,
  },
  endUsedUp: {
    name: 'invitations.end-used-up',
    text: 'delete from invitations where id = $1 and uses >= max_uses',
  },
  end: { name: 'invitations.end', text: 'delete from invitations where id = $1' },
  endOf: {
    name: 'invitations.end-of',
    text: 'delete from invitations where member_id = $1 or invited_by = $1',
  },
  endBeyond: {
    name: 'invitations.end-beyond',
    text: 'delete from invitations where invited_by = $1 and not (role = any($2::text[]))',
  },
  endAll: { name: 'invitations.end-all', text: 'delete from invitations where household_id = $1' },
  endTo: { name: 'invitations.end-to', text: 'delete from invitations where email = $1' },
  purge: {
    name: 'invitations.purge',
    text: `delete from invitations where id in (
      select id from invitations where expires_at <= $1 limit 1000) returning id`,
  },
}

@Injectable()
export class InvitationRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(tx: Tx, row: NewInvitation): Promise<void> {
    const { id, householdId, tokenHash, email, role, memberId, invitedBy } = row
    const { createdAt, expiresAt, maxUses } = row
    const who = [id, householdId, tokenHash, email, role, memberId, invitedBy]
    await tx.query(statements.insert, [...who, createdAt, expiresAt, maxUses])
  }

  open(
    householdId: string,
    now: string,
    before: { createdAt: string; id: string },
    limit: number,
  ): Promise<InvitationRow[]> {
    return this.postgres.query(statements.open, [householdId, now, before.createdAt, before.id, limit])
  }

  async one(on: Queries, householdId: string, id: string): Promise<InvitationRow | undefined> {
    const [row] = await on.query<InvitationRow>(statements.one, [householdId, id])
    return row
  }

  async count(tx: Tx, householdId: string, now: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(statements.count, [householdId, now])
    return row?.count ?? 0
  }

  async byToken(on: Queries, hash: Buffer, now: string): Promise<OpenedInvitation | undefined> {
    const [row] = await on.query<OpenedInvitation>(statements.byToken, [hash, now])
    return row
  }

  /** Takes one use; false when there is none left. */
  async use(tx: Tx, id: string, now: string): Promise<boolean> {
    if ((await tx.query(statements.use, [id, now])).length === 0) return false
    await tx.query(statements.endUsedUp, [id])
    return true
  }

  async end(tx: Tx, id: string): Promise<void> {
    await tx.query(statements.end, [id])
  }

  /** Those by a person and those for a person. */
  async endOf(tx: Tx, memberId: string): Promise<void> {
    await tx.query(statements.endOf, [memberId])
  }

  /** Those by a person to other roles than these. */
  async endBeyond(tx: Tx, memberId: string, roles: readonly InvitedRole[]): Promise<void> {
    await tx.query(statements.endBeyond, [memberId, roles])
  }

  async endAll(tx: Tx, householdId: string): Promise<void> {
    await tx.query(statements.endAll, [householdId])
  }

  async endTo(on: Queries, email: string): Promise<void> {
    await on.query(statements.endTo, [email])
  }

  async purge(now: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [now])).length
  }
}
