import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'

export interface TotpRow {
  sealedSecret: string
  isOn: boolean
  lastStep: number | null
}

const statements = {
  lock: {
    name: 'totp.lock',
    text: `select sealed_secret as "sealedSecret", confirmed_at is not null as "isOn", last_step::float8 as "lastStep"
      from totp_secrets where user_id = $1 for update`,
  },
  isOn: {
    name: 'totp.is-on',
    text: 'select 1 from totp_secrets where user_id = $1 and confirmed_at is not null',
  },
  begin: {
    name: 'totp.begin',
    text: `insert into totp_secrets (user_id, sealed_secret, created_at) values ($1, $2, $3)
      on conflict (user_id) do update set sealed_secret = $2, created_at = $3, last_step = null
        where totp_secrets.confirmed_at is null
      returning user_id`,
  },
  accepted: {
    name: 'totp.accepted',
    text: `update totp_secrets set last_step = $2, confirmed_at = coalesce(confirmed_at, $3) where user_id = $1`,
  },
  remove: {
    name: 'totp.remove',
    text: 'delete from totp_secrets where user_id = $1 returning confirmed_at is not null as "wasOn"',
  },
  renewCodes: {
    name: 'recovery-codes.renew',
    text: `with old as (delete from recovery_codes where user_id = $1 and not hash = any($2::bytea[]))
      insert into recovery_codes (user_id, hash, created_at) select $1, hash, $3 from unnest($2::bytea[]) hash`,
  },
  useCode: {
    name: 'recovery-codes.use',
    text: 'delete from recovery_codes where user_id = $1 and hash = $2 returning user_id',
  },
  removeCodes: { name: 'recovery-codes.remove', text: 'delete from recovery_codes where user_id = $1' },
  codesLeft: {
    name: 'recovery-codes.left',
    text: 'select count(*)::int as left from recovery_codes where user_id = $1',
  },
}

@Injectable()
export class TotpRepository {
  constructor(private readonly postgres: Postgres) {}

  /** Two requests with a code of one person go one after the other. */
  async lock(tx: Tx, userId: string): Promise<TotpRow | undefined> {
    const [row] = await tx.query<TotpRow>(statements.lock, [userId])
    return row
  }

  async isOn(userId: string, on: Queries = this.postgres): Promise<boolean> {
    return (await on.query(statements.isOn, [userId])).length > 0
  }

  /** False when it is on already. */
  async begin(tx: Tx, userId: string, sealedSecret: string, at: string): Promise<boolean> {
    return (await tx.query(statements.begin, [userId, sealedSecret, at])).length > 0
  }

  async accepted(tx: Tx, userId: string, step: number, at: string): Promise<void> {
    await tx.query(statements.accepted, [userId, step, at])
  }

  /** Whether it was on. */
  async remove(tx: Tx, userId: string): Promise<boolean> {
    const [row] = await tx.query<{ wasOn: boolean }>(statements.remove, [userId])
    await tx.query(statements.removeCodes, [userId])
    return row?.wasOn ?? false
  }

  async renewCodes(tx: Tx, userId: string, hashes: readonly Buffer[], at: string): Promise<void> {
    await tx.query(statements.renewCodes, [userId, hashes, at])
  }

  /** Once: who comes second finds nothing. */
  async useCode(tx: Tx, userId: string, hash: Buffer): Promise<boolean> {
    return (await tx.query(statements.useCode, [userId, hash])).length > 0
  }

  async codesLeft(userId: string, on: Queries = this.postgres): Promise<number> {
    const [row] = await on.query<{ left: number }>(statements.codesLeft, [userId])
    return row?.left ?? 0
  }
}
