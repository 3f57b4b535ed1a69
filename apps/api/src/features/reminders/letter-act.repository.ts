import { Injectable } from '@nestjs/common'
import { Postgres, type Tx } from '../../platform/postgres/postgres.ts'

/** Every prepared statement on what was done by letters; a test explains each. */
export const letterActStatements = {
  /** Nothing where it was done before. */
  add: {
    name: 'letter-acts.add',
    text: 'insert into letter_acts (id, done_at) values ($1, $2) on conflict (id) do nothing returning id',
  },
  addOnce: {
    name: 'letter-acts.add-once',
    text: 'insert into letter_acts (id, done_at) values ($1, $2)',
  },
  one: { name: 'letter-acts.one', text: 'select id from letter_acts where id = $1' },
  purge: {
    name: 'letter-acts.purge',
    text: `delete from letter_acts a where a.id = any(array(
      select o.id from letter_acts o where o.done_at < $1 limit 1000)) returning a.id`,
  },
} as const

@Injectable()
export class LetterActRepository {
  constructor(private readonly postgres: Postgres) {}

  /** False where it was done before. */
  async add(tx: Tx, id: string, at: string): Promise<boolean> {
    return (await tx.query(letterActStatements.add, [id, at])).length > 0
  }

  /** For the end of a transaction that does it: it fails where somebody was faster. */
  added(id: string, at: string): Parameters<Tx['atEnd']> {
    return [letterActStatements.addOnce, [id, at]]
  }

  async isDone(id: string): Promise<boolean> {
    return (await this.postgres.query(letterActStatements.one, [id])).length > 0
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(letterActStatements.purge, [before])).length
  }
}
