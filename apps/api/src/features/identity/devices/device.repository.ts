import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'

export interface DeviceRow {
  id: string
  kind: 'fcm' | 'webPush'
  name: string
  registeredAt: string
  sessionId: string
}

/** Where a message goes that is for a device. */
export interface PushTarget {
  readonly id: string
  readonly kind: 'fcm' | 'webPush'
  readonly name: string
  readonly token: string
  readonly p256dh: string | null
  readonly auth: string | null
}

export interface DeviceOfUser {
  readonly id: string
  readonly userId: string
}

export interface NewDevice extends DeviceRow {
  userId: string
  token: string
  tokenHash: Buffer
  p256dh: string | null
  auth: string | null
}

const columns = 'd.id, d.kind, d.name, d.registered_at as "registeredAt", d.session_id as "sessionId"'

const targetColumns = 'd.id, d.kind, d.name, d.token, d.p256dh, d.auth'

/** A session that ran out by itself takes its devices along before it is removed. */
const ofLiveSessions = (now: string) => `from devices d join sessions s on s.id = d.session_id
  where d.user_id = $1 and s.ended_at is null
    and s.idle_until > ${now}::timestamptz and s.absolute_until > ${now}::timestamptz`

const statements = {
  ofUser: {
    name: 'devices.of-user',
    text: `select ${columns} ${ofLiveSessions('$2')} and d.id < $3 order by d.id desc limit $4`,
  },
  targets: { name: 'devices.targets', text: `select ${targetColumns} ${ofLiveSessions('$2')}` },
  some: {
    name: 'devices.some',
    text: `select ${targetColumns} from unnest($1::uuid[], $2::uuid[]) as asked(id, user_id)
      join devices d on d.id = asked.id and d.user_id = asked.user_id
      join sessions s on s.id = d.session_id
      where s.ended_at is null and s.idle_until > $3::timestamptz and s.absolute_until > $3::timestamptz`,
  },
  drop: { name: 'devices.drop', text: 'delete from devices where id = $1 and token_hash = $2' },
  /** Others than the one with this token. */
  others: {
    name: 'devices.others',
    text: `select count(*)::int as count ${ofLiveSessions('$2')} and d.token_hash <> $3`,
  },
  holder: { name: 'devices.holder', text: 'select user_id as "userId" from devices where token_hash = $1' },
  /** Under a new owner it is a new thing with a new id; the one before knows the old id. */
  put: {
    name: 'devices.put',
    text: `insert into devices as d
        (id, user_id, session_id, kind, name, token, token_hash, p256dh, auth, registered_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (token_hash) do update set
        id = case when d.user_id = excluded.user_id then d.id else excluded.id end,
        user_id = excluded.user_id, session_id = excluded.session_id, name = excluded.name,
        p256dh = excluded.p256dh, auth = excluded.auth, registered_at = excluded.registered_at
      returning ${columns}`,
  },
  remove: { name: 'devices.remove', text: 'delete from devices where id = $1 and user_id = $2 returning id' },
}

@Injectable()
export class DeviceRepository {
  constructor(private readonly postgres: Postgres) {}

  ofUser(userId: string, now: string, before: string, limit: number): Promise<DeviceRow[]> {
    return this.postgres.query(statements.ofUser, [userId, now, before, limit])
  }

  targets(on: Queries, userId: string, now: string): Promise<PushTarget[]> {
    return on.query(statements.targets, [userId, now])
  }

  some(asked: readonly DeviceOfUser[], now: string): Promise<PushTarget[]> {
    const values = [asked.map(({ id }) => id), asked.map(({ userId }) => userId), now]
    return this.postgres.query(statements.some, values)
  }

  /** Not where somebody has registered it anew meanwhile, with another token. */
  async drop(id: string, tokenHash: Buffer): Promise<void> {
    await this.postgres.query(statements.drop, [id, tokenHash])
  }

  async countOthers(tx: Tx, userId: string, now: string, tokenHash: Buffer): Promise<number> {
    const [row] = await tx.query<{ count: number }>(statements.others, [userId, now, tokenHash])
    return row?.count ?? 0
  }

  /** Whose phone the token says it is. */
  async holderOf(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
    const [row] = await tx.query<{ userId: string }>(statements.holder, [tokenHash])
    return row?.userId
  }

  async put(tx: Tx, device: NewDevice): Promise<DeviceRow> {
    const { id, userId, sessionId, kind, name, token, tokenHash, p256dh, auth, registeredAt } = device
    const values = [id, userId, sessionId, kind, name, token, tokenHash, p256dh, auth, registeredAt]
    const [row] = await tx.query<DeviceRow>(statements.put, values)
    if (row === undefined) throw new Error('A device was put and is not there')
    return row
  }

  async remove(tx: Tx, id: string, userId: string): Promise<boolean> {
    return (await tx.query(statements.remove, [id, userId])).length > 0
  }
}
