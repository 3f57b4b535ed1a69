import { Injectable } from '@nestjs/common'
import { Postgres, type Tx } from '../postgres/postgres.ts'

export interface EventRow {
  readonly id: string
  readonly householdId: string
  readonly kind: string
  readonly subjectId: string
}

/** Every prepared statement on events; a test explains each. */
export const eventStatements = {
  /** Locked until they are handled; another process takes others. */
  next: {
    name: 'events.next',
    text: `select id, household_id as "householdId", kind, subject_id as "subjectId" from events
      where handled_at is null order by recorded_at, id limit $1 for update skip locked`,
  },
  handled: { name: 'events.handled', text: 'update events set handled_at = $2 where id = any($1::uuid[])' },
  purge: { name: 'events.purge', text: 'delete from events where handled_at < $1 returning id' },
} as const

@Injectable()
export class EventRepository {
  constructor(private readonly postgres: Postgres) {}

  next(tx: Tx, limit: number): Promise<EventRow[]> {
    return tx.query<EventRow>(eventStatements.next, [limit])
  }

  async handled(tx: Tx, ids: readonly string[], at: string): Promise<void> {
    await tx.query(eventStatements.handled, [ids, at])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(eventStatements.purge, [before])).length
  }
}
