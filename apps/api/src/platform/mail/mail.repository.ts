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
  attempts: number
}

export interface NewMail extends Omit<MailRow, 'attempts'> {
  /** Null when there is nothing to deliver: it waits in the mailbox. */
  nextAttemptAt: string | null
}

const columns = `id, recipient, kind, locale, sealed_data as "sealedData", created_at as "createdAt", attempts`

const statements = {
  insert: {
    name: 'mails.insert',
    text: `insert into mails (id, recipient, kind, locale, sealed_data, created_at, next_attempt_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
  },
  /** A process that dies while it sends leaves the mail to others when `$2` is over. */
  claim: {
    name: 'mails.claim',
    text: `update mails set attempts = attempts + 1, next_attempt_at = $2 where id in (
        select id from mails where next_attempt_at <= $1 order by next_attempt_at limit $3 for update skip locked)
      returning ${columns}`,
  },
  sent: {
    name: 'mails.sent',
    text: `update mails set sent_at = $2, next_attempt_at = null, last_error = null,
        sealed_data = case when $3 then sealed_data else '' end where id = $1`,
  },
  failed: {
    name: 'mails.failed',
    text: 'update mails set next_attempt_at = $2, last_error = $3 where id = $1',
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
      select id from mails where created_at < $1 and next_attempt_at is null limit 1000) returning id`,
  },
}

@Injectable()
export class MailRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(on: Queries, mail: NewMail): Promise<void> {
    const { id, recipient, kind, locale, sealedData, createdAt, nextAttemptAt } = mail
    await on.query(statements.insert, [id, recipient, kind, locale, sealedData, createdAt, nextAttemptAt])
  }

  claim(now: string, until: string, most: number): Promise<MailRow[]> {
    return this.postgres.query(statements.claim, [now, until, most])
  }

  async sent(id: string, at: string, keepsData: boolean): Promise<void> {
    await this.postgres.query(statements.sent, [id, at, keepsData])
  }

  async failed(id: string, nextAttemptAt: string | null, why: string): Promise<void> {
    await this.postgres.query(statements.failed, [id, nextAttemptAt, why])
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
