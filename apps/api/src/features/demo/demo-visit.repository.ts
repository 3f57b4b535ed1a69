import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Postgres } from '../../platform/postgres/postgres.ts'

const statements = {
  lock: {
    name: 'demo-visits.lock',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 7223002))',
  },
  oldestOf: {
    name: 'demo-visits.of-address',
    text: `select started_at as "startedAt" from demo_visits
      where address_hash = $1 and started_at > $2 order by started_at desc limit $3`,
  },
  insert: { name: 'demo-visits.insert', text: 'insert into demo_visits values ($1, $2, $3)' },
  purge: { name: 'demo-visits.purge', text: 'delete from demo_visits where started_at <= $1' },
}

const iso = (epochMs: number) => new Date(epochMs).toISOString()

@Injectable()
export class DemoVisitRepository {
  constructor(private readonly postgres: Postgres) {}

  /**
   * Notes a visit unless the address had its share since then. Answers when the visit was that frees the next place,
   * or null when this one was noted. Requests of one address wait for each other.
   */
  async note(address: string, nowMs: number, sinceMs: number, most: number): Promise<number | null> {
    const addressHash = createHash('sha256').update(address).digest('base64url')
    return this.postgres.transaction(async (tx) => {
      await tx.query(statements.lock, [addressHash])
      const values = [addressHash, iso(sinceMs), most]
      const visits = await tx.query<{ startedAt: string }>(statements.oldestOf, values)
      const oldest = visits.at(-1)
      if (visits.length >= most && oldest !== undefined) return Date.parse(oldest.startedAt)
      await tx.query(statements.insert, [v7(), addressHash, iso(nowMs)])
      return null
    })
  }

  async purge(untilMs: number): Promise<void> {
    await this.postgres.query(statements.purge, [iso(untilMs)])
  }
}
