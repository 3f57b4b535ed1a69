import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'

export interface PreferencesRow {
  readonly rules: unknown
  readonly sendAt: string
  readonly quietFrom: string | null
  readonly quietUntil: string | null
  readonly timeZone: string | null
  readonly digest: boolean
  readonly revision: number
}

export const preferencesStatements = {
  of: {
    name: 'notification-preferences.of',
    text: `select p.rules, p.send_at as "sendAt", p.quiet_from as "quietFrom", p.quiet_until as "quietUntil",
        p.time_zone as "timeZone", p.digest, p.revision
      from notification_preferences p where p.user_id = $1`,
  },
  /** Nothing where somebody was faster. */
  save: {
    name: 'notification-preferences.save',
    text: `insert into notification_preferences as p
        (user_id, rules, send_at, quiet_from, quiet_until, time_zone, digest, revision, updated_at)
      values ($1, $2::jsonb, $3, $4, $5, $6, $7, $8::int + 1, $9)
      on conflict (user_id) do update set rules = excluded.rules, send_at = excluded.send_at,
        quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, time_zone = excluded.time_zone,
        digest = excluded.digest, revision = excluded.revision, updated_at = excluded.updated_at
      where p.revision = $8 returning p.revision`,
  },
} as const

@Injectable()
export class PreferencesRepository {
  constructor(private readonly postgres: Postgres) {}

  async of(userId: string, on: Queries = this.postgres): Promise<PreferencesRow | undefined> {
    const [row] = await on.query<PreferencesRow>(preferencesStatements.of, [userId])
    return row
  }

  /** On the revision that was read. False when it is another by now. */
  async save(tx: Tx, userId: string, row: PreferencesRow, at: string): Promise<boolean> {
    const { rules, sendAt, quietFrom, quietUntil, timeZone, digest, revision } = row
    const values = [
      userId,
      JSON.stringify(rules),
      sendAt,
      quietFrom,
      quietUntil,
      timeZone,
      digest,
      revision,
      at,
    ]
    return (await tx.query(preferencesStatements.save, values)).length > 0
  }
}
