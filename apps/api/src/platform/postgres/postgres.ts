import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient } from 'pg'
import { ENV, type Env } from '../../env.ts'
import { ProblemError } from '../http/problem.ts'
import { columnTypes } from './column-types.ts'
import { sqlStateOf } from './outage.ts'

/** A statement that every connection prepares once; one name, one text. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** What statements run on: the pool, or one transaction of it. */
export interface Queries {
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
  /** The builder, for what is rarely asked. */
  readonly db: NodePgDatabase
  /** Called once what was written before is there for everybody; never when it is taken back. It must not throw. */
  afterCommit(work: () => void): void
}

export type Tx = Queries

export interface TransactionOptions {
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const RETRIES = 5

@Injectable()
export class Postgres implements Queries, OnApplicationShutdown {
  readonly pool: Pool
  readonly db: NodePgDatabase
  private readonly log = new Logger(Postgres.name)

  constructor(@Inject(ENV) env: Env) {
    this.pool = new Pool({
      connectionString: env.databaseUrl,
      max: env.databasePool,
      // A store that is away must be a 503 within two seconds.
      connectionTimeoutMillis: 1500,
      statement_timeout: 15_000,
      query_timeout: 20_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      types: columnTypes,
      application_name: 'streamline',
    })
    // An idle connection that the server closes is replaced at the next query; unheard it would end the process.
    this.pool.on('error', (error) => this.log.warn(`A connection to PostgreSQL was lost: ${error.message}`))
    this.db = drizzle(this.pool)
  }

  async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return run<Row>(this.pool, statement, values)
  }

  /** Each statement on the pool is there for everybody when it answers. */
  afterCommit(work: () => void): void {
    work()
  }

  /** Commits what `work` did, or nothing. `work` runs again when PostgreSQL asks for it, so it must only talk to `tx`. */
  async transaction<T>(work: (tx: Tx) => Promise<T>, { isolation }: TransactionOptions = {}): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.attempt(work, isolation)
      } catch (error) {
        const state = sqlStateOf(error)
        if (state !== SERIALIZATION_FAILURE && state !== DEADLOCK) throw error
        if (attempt === RETRIES) throw new ProblemError('unavailable', 'Too many changes at once, try again.')
        await pause(Math.random() * 10 * 2 ** attempt)
      }
    }
  }

  private async attempt<T>(
    work: (tx: Tx) => Promise<T>,
    isolation: TransactionOptions['isolation'],
  ): Promise<T> {
    const client = await this.pool.connect()
    let broken: Error | undefined
    // The pool listens only to idle connections: one that breaks between two statements would end the process.
    const onError = (error: Error) => (broken = error)
    client.on('error', onError)
    try {
      await client.query(isolation === undefined ? 'begin' : `begin isolation level ${isolation}`)
      const committed: (() => void)[] = []
      const result = await work(transactionOn(client, committed))
      await client.query('commit')
      for (const told of committed) told()
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure))
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }

  async onApplicationShutdown() {
    await this.pool.end()
  }
}

function transactionOn(client: PoolClient, committed: (() => void)[]): Tx {
  let db: NodePgDatabase | undefined
  return {
    afterCommit: (work) => void committed.push(work),
    query: (statement, values = []) => run(client, statement, values),
    get db() {
      return (db ??= drizzle(client))
    },
  }
}

async function run<Row>(on: Pool | PoolClient, { name, text }: Statement, values: readonly unknown[]) {
  const { rows } = await on.query({ name, text, values: values as unknown[] })
  return rows as Row[]
}
