import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../../platform/postgres/postgres.ts'

export interface AuditRow {
  id: string
  at: string
  event: string
  actorId: string | null
  subjectId: string | null
  address: string | null
  userAgent: string | null
  detail: Record<string, string | number | boolean>
}

export interface AuditFilter {
  /** Entries that this person did or that happened to them. */
  userId: string | null
  event: string | null
  before: string
  limit: number
}

const columns = `id, at, event, actor_id as "actorId", subject_id as "subjectId", address, user_agent as "userAgent", detail`

const statements = {
  insert: {
    name: 'audit.insert',
    text: `insert into audit_entries (id, at, event, actor_id, subject_id, address, user_agent, detail)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  },
  ofUser: {
    name: 'audit.of-user',
    text: `select ${columns} from audit_entries
      where (subject_id = $1 or actor_id = $1) and ($2::text is null or event = $2) and id < $3
      order by id desc limit $4`,
  },
  all: {
    name: 'audit.all',
    text: `select ${columns} from audit_entries where ($1::text is null or event = $1) and id < $2
      order by id desc limit $3`,
  },
  anonymise: { name: 'audit.anonymise', text: 'select anonymise_audit($1)' },
}

@Injectable()
export class AuditRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(on: Queries, row: AuditRow): Promise<void> {
    const { id, at, event, actorId, subjectId, address, userAgent, detail } = row
    const values = [id, at, event, actorId, subjectId, address, userAgent, JSON.stringify(detail)]
    await on.query(statements.insert, values)
  }

  list({ userId, event, before, limit }: AuditFilter): Promise<AuditRow[]> {
    return userId === null
      ? this.postgres.query(statements.all, [event, before, limit])
      : this.postgres.query(statements.ofUser, [userId, event, before, limit])
  }

  async anonymise(on: Queries, userId: string): Promise<void> {
    await on.query(statements.anonymise, [userId])
  }
}
