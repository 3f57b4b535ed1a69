import { Injectable } from '@nestjs/common'
import { Postgres, type Queries } from '../postgres/postgres.ts'
import type { Locale } from './letter.ts'

export interface MailRow {
  id: string
  recipient: string
  kind: string
  locale: Locale
  sealedData: string
  createdAt: string
}

const columns = `id, recipient, kind, locale, sealed_data as "sealedData", created_at as "createdAt"`

const statements = {
  insert: {
    name: 'mails.insert',
    text: `insert into mails (id, recipient, kind, locale, sealed_data, created_at)
      values ($1, $2, $3, $4, $5, $6)`,
  },
  unsent: {
    name: 'mails.unsent',
    text: `select ${columns} from mails where id = $1 and sent_at is null`,
  },
  sent: {
    name: 'mails.sent',
    text: `update mails set sent_at = $2, sealed_data = case when $3 then sealed_data else '' end where id = $1`,
  },
  newest: {
    name: 'mails.newest',
    text: `select ${columns} from mails where sealed_data <> '' and ($1::text is null or recipient = $1)
      order by created_at desc, id desc limit $2`,
  },
  forget: { name: 'mails.forget', text: 'delete from mails where recipient = $1' },
  purge: {
    name: 'mails.purge',
    text: `delete from mails where id in (
      select id from mails where created_at < $1 limit 1000) returning id`,
  },
}

@Injectable()
export class MailRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(on: Queries, mail: MailRow): Promise<void> {
    const { id, recipient, kind, locale, sealedData, createdAt } = mail
    await on.query(statements.insert, [id, recipient, kind, locale, sealedData, createdAt])
  }

  /** Undefined when it left before, or its person is gone. */
  async unsent(id: string): Promise<MailRow | undefined> {
    const [row] = await this.postgres.query<MailRow>(statements.unsent, [id])
    return row
  }

  async sent(id: string, at: string, keepsData: boolean): Promise<void> {
    await this.postgres.query(statements.sent, [id, at, keepsData])
  }

  newest(recipient: string | null, limit: number): Promise<MailRow[]> {
    return this.postgres.query(statements.newest, [recipient, limit])
  }

  async forget(on: Queries, recipient: string): Promise<void> {
    await on.query(statements.forget, [recipient])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }
}
