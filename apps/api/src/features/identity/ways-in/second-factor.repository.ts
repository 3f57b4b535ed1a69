import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../../platform/postgres/postgres.ts'

const isGood = `wrong_tries < $3 and expires_at > $2`

const statements = {
  insert: {
    name: 'second-factor-tickets.insert',
    text: 'insert into second_factor_tickets (hash, user_id, expires_at) values ($1, $2, $3)',
  },
  userOf: {
    name: 'second-factor-tickets.user',
    text: `select user_id as "userId" from second_factor_tickets where hash = $1 and ${isGood}`,
  },
  lock: {
    name: 'second-factor-tickets.lock',
    text: `select wrong_tries as "wrongTries" from second_factor_tickets where hash = $1 and ${isGood} for update`,
  },
  failed: {
    name: 'second-factor-tickets.failed',
    text: 'update second_factor_tickets set wrong_tries = wrong_tries + 1 where hash = $1',
  },
  remove: { name: 'second-factor-tickets.remove', text: 'delete from second_factor_tickets where hash = $1' },
  removeOf: {
    name: 'second-factor-tickets.remove-of',
    text: 'delete from second_factor_tickets where user_id = $1',
  },
  purge: {
    name: 'second-factor-tickets.purge',
    text: `delete from second_factor_tickets where hash in (
      select hash from second_factor_tickets where expires_at < $1 limit 1000) returning hash`,
  },
}

/** Tickets, found by their hash while they are good: in time and not guessed at too often. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly postgres: Postgres) {}

  async insert(on: Queries, hash: Buffer, userId: string, expiresAt: string): Promise<void> {
    await on.query(statements.insert, [hash, userId, expiresAt])
  }

  async userOf(hash: Buffer, now: string, mostTries: number): Promise<string | undefined> {
    const [row] = await this.postgres.query<{ userId: string }>(statements.userOf, [hash, now, mostTries])
    return row?.userId
  }

  /** Tries with one ticket go one after the other. Answers how many were wrong so far. */
  async lock(tx: Tx, hash: Buffer, now: string, mostTries: number): Promise<number | undefined> {
    const [row] = await tx.query<{ wrongTries: number }>(statements.lock, [hash, now, mostTries])
    return row?.wrongTries
  }

  async failed(tx: Tx, hash: Buffer): Promise<void> {
    await tx.query(statements.failed, [hash])
  }

  async remove(tx: Tx, hash: Buffer): Promise<void> {
    await tx.query(statements.remove, [hash])
  }

  async removeOf(tx: Tx, userId: string): Promise<void> {
    await tx.query(statements.removeOf, [userId])
  }

  async purge(before: string): Promise<number> {
    return (await this.postgres.query(statements.purge, [before])).length
  }
}
