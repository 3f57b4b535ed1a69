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
  byId: {
    name: 'events.by-id',
    text: `select id, household_id as "householdId", kind, subject_id as "subjectId" from events where id = $1`,
  },
  purge: {
    name: 'events.purge',
    text: `delete from events where id = any(array(
      select id from events where recorded_at < $1 order by recorded_at limit 5000)) returning id`,
  },
} as const

@Injectable()
export class EventRepository {
  constructor(private readonly postgres: Postgres) {}

  async byId(tx: Tx, id: string): Promise<EventRow | undefined> {
    const [event] = await tx.query<EventRow>(eventStatements.byId, [id])
    return event
  }

  /** Many small statements: none of them may take long. */
  async purge(before: string): Promise<number> {
    for (let purged = 0; ;) {
      const gone = await this.postgres.query(eventStatements.purge, [before])
      if (gone.length === 0) return purged
      purged += gone.length
    }
  }
}
