import { Injectable } from '@nestjs/common'
import type { HouseholdRole, RequestOrigin } from '../../../platform/http/actor.ts'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'
import type { endReasons } from './session.table.ts'
import type { Transport } from './session.types.ts'

export type EndReason = (typeof endReasons)[number]

export interface NewSession {
  id: string
  userId: string
  transport: Transport
  userAgent: string | null
  address: string
  createdAt: string
  idleUntil: string
  absoluteUntil: string
}

/** A session, locked until the transaction ends. */
export interface FamilyRow {
  id: string
  userId: string
  transport: Transport
  /** Of the device that exchanged a token last. */
  userAgent: string | null
  absoluteUntil: string
  isLive: boolean
}

export interface TokenRow {
  usedAt: string | null
  successorHash: Buffer | null
  isSuccessorUsed: boolean
}

export interface ActorRow {
  userId: string
  name: string
  email: string
  emailVerified: boolean
  demo: boolean
  confirmedAt: string | null
  /** When its session was last used, as far as that is written down; null for a script. */
  lastSeenAt: string | null
  permissions: string[]
  householdId: string | null
  memberId: string
  role: HouseholdRole
  householdName: string
  country: string
  currency: string
  timeZone: string
  revision: number
}

const isActive = (now: string) =>
  `(u.status = 'ACTIVE' and (u.demo_until is null or u.demo_until > ${now}::timestamptz))`

const isLive = (now: string) => `(s.ended_at is null and s.idle_until > ${now}::timestamptz
  and s.absolute_until > ${now}::timestamptz and ${isActive(now)})`

const actorColumns = `u.id as "userId", u.name, u.email, u.email_verified as "emailVerified", u.demo_until is not null as demo,
  array(select distinct p.permission_id from user_roles r join role_permissions p on p.role_id = r.role_id
    where r.user_id = u.id) as permissions,
  h.id as "householdId", m.id as "memberId", m.role, h.name as "householdName", h.country, h.currency,
  h.time_zone as "timeZone", h.content_revision as revision`

const membership = `left join household_members m on m.user_id = u.id and m.household_id = $2 and m.left_on is null
  left join households h on h.id = m.household_id`

/** A phone on which somebody signed out gets no notifications any more. */
const silenced = 'silenced as (delete from devices where session_id in (select id from ended))'

const statements = {
  /** Session, person, membership and grants in one question: asked at every request. */
  actor: {
    name: 'sessions.actor',
    text: `select ${actorColumns}, s.confirmed_at as "confirmedAt", s.last_seen_at as "lastSeenAt"
      from sessions s join users u on u.id = s.user_id ${membership}
      where s.id = $1 and ${isLive('$3')}`,
  },
  /** The same for a script, which has no session. */
  actorOfUser: {
    name: 'sessions.actor-of-user',
    text: `select ${actorColumns}, null as "confirmedAt", null as "lastSeenAt"
      from users u ${membership} where u.id = $1 and ${isActive('$3')}`,
  },
  insert: {
    name: 'sessions.insert',
    text: `insert into sessions
        (id, user_id, transport, user_agent, address, created_at, last_seen_at, confirmed_at, idle_until, absolute_until)
      values ($1, $2, $3, $4, $5, $6, $6, $6, $7, $8)`,
  },
  insertToken: {
    name: 'refresh-tokens.insert',
    text: 'insert into refresh_tokens (hash, session_id, issued_at) values ($1, $2, $3)',
  },
  lockFamily: {
    name: 'sessions.lock',
    text: `select s.id, s.user_id as "userId", s.transport, s.user_agent as "userAgent",
        s.absolute_until as "absoluteUntil", ${isLive('$2')} as "isLive"
      from refresh_tokens t join sessions s on s.id = t.session_id join users u on u.id = s.user_id
      where t.hash = $1 for update of s`,
  },
  token: {
    name: 'refresh-tokens.read',
    text: `select t.used_at as "usedAt", t.successor_hash as "successorHash",
        coalesce(n.used_at is not null, false) as "isSuccessorUsed"
      from refresh_tokens t left join refresh_tokens n on n.hash = t.successor_hash where t.hash = $1`,
  },
  useToken: {
    name: 'refresh-tokens.use',
    text: 'update refresh_tokens set used_at = $2, successor_hash = $3 where hash = $1',
  },
  repeatToken: {
    name: 'refresh-tokens.repeat',
    text: 'update refresh_tokens set was_repeated = true where hash = $1',
  },
  seen: {
    name: 'sessions.seen',
    text: `update sessions set last_seen_at = $2, idle_until = least($3, absolute_until), address = $4, user_agent = $5
      where id = $1`,
  },
  /** At most once a minute, whoever else says so at the same time. */
  used: {
    name: 'sessions.used',
    text: `update sessions set last_seen_at = $2, address = $4 where id = $1 and last_seen_at <= $3`,
  },
  end: {
    name: 'sessions.end',
    text: `with ended as (
        update sessions set ended_at = $2, ended_because = $3, idle_until = least(idle_until, $2)
        where id = $1 and ended_at is null returning id, user_id),
      ${silenced}
      select user_id as "userId" from ended`,
  },
  endAllOf: {
    name: 'sessions.end-all-of',
    text: `with ended as (
        update sessions set ended_at = $2, ended_because = $3, idle_until = $2
        where user_id = $1 and ended_at is null and idle_until > $2 and id is distinct from $4 returning id),
      ${silenced}
      select id from ended`,
  },
  confirm: { name: 'sessions.confirm', text: 'update sessions set confirmed_at = $2 where id = $1' },
  whereabouts: {
    name: 'sessions.whereabouts',
    text: `select address, user_agent as "userAgent" from sessions where user_id = $1 and address is not null
      order by created_at desc limit 200`,
  },
  purge: {
    name: 'sessions.purge',
    text: `delete from sessions where id in (
      select id from sessions where idle_until < $1 limit 1000) returning id`,
  },
}

@Injectable()
export class SessionRepository {
  constructor(private readonly postgres: Postgres) {}

  async actor(
    sessionId: string,
    householdId: string | null,
    now: string,
    on: Queries = this.postgres,
  ): Promise<ActorRow | undefined> {
    const [row] = await on.query<ActorRow>(statements.actor, [sessionId, householdId, now])
    return row
  }

  async actorOfUser(userId: string, householdId: string | null, now: string): Promise<ActorRow | undefined> {
    const [row] = await this.postgres.query<ActorRow>(statements.actorOfUser, [userId, householdId, now])
    return row
  }

  async insert(on: Queries, session: NewSession): Promise<void> {
    const { id, userId, transport, userAgent, address, createdAt, idleUntil, absoluteUntil } = session
    const values = [id, userId, transport, userAgent, address, createdAt, idleUntil, absoluteUntil]
    await on.query(statements.insert, values)
  }

  async insertToken(on: Queries, hash: Buffer, sessionId: string, at: string): Promise<void> {
    await on.query(statements.insertToken, [hash, sessionId, at])
  }

  /** The session of a token. Two requests with tokens of one family go one after the other. */
  async lockFamily(tx: Tx, hash: Buffer, now: string): Promise<FamilyRow | undefined> {
    const [row] = await tx.query<FamilyRow>(statements.lockFamily, [hash, now])
    return row
  }

  async token(tx: Tx, hash: Buffer): Promise<TokenRow | undefined> {
    const [row] = await tx.query<TokenRow>(statements.token, [hash])
    return row
  }

  async useToken(tx: Tx, hash: Buffer, at: string, successorHash: Buffer): Promise<void> {
    await tx.query(statements.useToken, [hash, at, successorHash])
  }

  async repeatToken(tx: Tx, hash: Buffer): Promise<void> {
    await tx.query(statements.repeatToken, [hash])
  }

  async seen(
    tx: Tx,
    sessionId: string,
    at: string,
    idleUntil: string,
    { address, userAgent }: RequestOrigin,
  ): Promise<void> {
    await tx.query(statements.seen, [sessionId, at, idleUntil, address, userAgent])
  }

  /** Notes a use, unless one was noted since `unlessSince`. */
  async used(sessionId: string, at: string, unlessSince: string, { address }: RequestOrigin): Promise<void> {
    await this.postgres.query(statements.used, [sessionId, at, unlessSince, address])
  }

  /** The person whose session ended now; undefined when it had ended before. */
  async end(on: Queries, sessionId: string, at: string, because: EndReason): Promise<string | undefined> {
    const [row] = await on.query<{ userId: string }>(statements.end, [sessionId, at, because])
    return row?.userId
  }

  /** How many ended. */
  async endAllOf(
    on: Queries,
    userId: string,
    at: string,
    because: EndReason,
    but: string | null,
  ): Promise<number> {
    return (await on.query(statements.endAllOf, [userId, at, because, but])).length
  }

  async confirm(on: Queries, sessionId: string, at: string): Promise<void> {
    await on.query(statements.confirm, [sessionId, at])
  }

  whereaboutsOf(on: Queries, userId: string): Promise<RequestOrigin[]> {
    return on.query(statements.whereabouts, [userId])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }
}
