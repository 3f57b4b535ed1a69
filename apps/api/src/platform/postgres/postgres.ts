import { setTimeout as pause } from 'node:timers/promises'
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type ClientConfig } from 'pg'
import { ENV, type Env } from '../../env.ts'
import { ProblemError } from '../http/problem.ts'
import { columnTypes } from './column-types.ts'
import { OpenTransaction } from './open-transaction.ts'
import { isOutage, sqlStateOf } from './outage.ts'
import { OutageLog } from './outage-log.ts'
import { Pulse } from './pulse.ts'
import {
  DEADLINE,
  OUR_GRACE,
  run,
  type Queries,
  type Statement,
  type TransactionOptions,
  type Tx,
} from './queries.ts'

export type { Queries, Statement, TransactionOptions, Tx } from './queries.ts'

/** Statements of a transaction that do not wait for each other are sent together; the types do not know it yet. */
const together = { pipeline: true }
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const RETRIES = 5

/** A result that does not fit into the memory it is given goes to the disk, and leaves nothing there. */
const room = {
  littleMemory: { name: 'room.little-memory', text: `set local work_mem = '64kB'` },
  write: {
    name: 'room.write',
    text: `select current_setting('transaction_read_only') = 'on' as "isReadOnly", count(*)
      from generate_series(1, 20000)`,
  },
}

/** Writes to the journal and nowhere else; its commit waits, whatever the server is set to, and the journal is written in order. */
const JOURNAL = {
  name: 'journal.reached',
  text: `select set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, 'streamline', '')`,
}

@Injectable()
export class Postgres implements Queries, OnApplicationShutdown {
  readonly pool: Pool
  readonly db: NodePgDatabase
  private readonly outages = new OutageLog()
  private readonly pulse: Pulse

  constructor(@Inject(ENV) env: Env) {
    const server: ClientConfig = {
      connectionString: env.databaseUrl,
      keepAlive: true,
      application_name: 'streamline',
    }
    this.pulse = new Pulse(server, () => isBusy(this.pool), this.outages)
    this.pool = new Pool({
      ...server,
      ...together,
      max: env.databasePool,
      // For those who wait their turn; whether the server is there at all is found out by its pulse.
      connectionTimeoutMillis: DEADLINE,
      stream: this.pulse.socket,
      statement_timeout: DEADLINE,
      query_timeout: DEADLINE + OUR_GRACE,
      idle_in_transaction_session_timeout: 30_000,
      types: columnTypes,
    })
    // Compiling a statement takes the server a tenth of a second, again on each connection; none of ours runs that long. What is asked
    // first on a connection is sent before anything else on it, and who asks next is told what is wrong with it.
    this.pool.on('connect', (client) => void client.query('set jit = off').catch(() => {}))
    this.pool.on('acquire', () => this.pulse.watch())
    // An idle connection that the server closes is replaced at the next query; unheard it would end the process.
    this.pool.on('error', (error) => this.outages.tell(error))
    this.db = drizzle(this.pool)
  }

  async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return this.telling(() => run<Row>(this.pool, statement, values))
  }

  /** Each statement on the pool is there for everybody when it answers. */
  afterCommit(work: () => void): void {
    work()
  }

  /** Commits what `work` did, or nothing. `work` runs again when PostgreSQL asks for it, so it must only talk to `tx`. */
  async transaction<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.telling(() => this.attempt(work, options))
      } catch (error) {
        const state = sqlStateOf(error)
        if (state !== SERIALIZATION_FAILURE && state !== DEADLOCK) throw error
        if (attempt === RETRIES) throw new ProblemError('unavailable', 'Too many changes at once, try again.')
        await pause(Math.random() * 10 * 2 ** attempt)
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const client = await this.pool.connect()
    let broken: Error | undefined
    // The pool listens only to idle connections: one that breaks between two statements would end the process.
    const onError = (error: Error) => (broken = error)
    client.on('error', onError)
    try {
      const tx = new OpenTransaction(client, options)
      const result = await work(tx)
      await tx.end()
      return result
    } catch (error) {
      // What did not answer is not asked once more: its connection goes, and the server takes everything back.
      if (isOutage(error) && sqlStateOf(error) === undefined) broken = error as Error
      else await client.query('rollback').catch((failure: Error) => (broken = failure))
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }

  /** Answers when all that was committed before is on the disk, also what did not wait for it. */
  async onDisk(): Promise<void> {
    await this.query(JOURNAL)
  }

  /** Rejects where the store is away, and where nothing can be written: its disk is full, or it only reads. */
  async requireRoom(): Promise<void> {
    const isReadOnly = await this.transaction(async (tx) => {
      await tx.query(room.littleMemory)
      const [row] = await tx.query<{ isReadOnly: boolean }>(room.write)
      return row?.isReadOnly === true
    })
    if (isReadOnly) throw new ProblemError('unavailable', 'The database only reads.')
    this.outages.over('full', true)
  }

  async onApplicationShutdown() {
    this.pulse.stop()
    await this.pool.end()
  }

  /** Whatever a caller makes of it, trouble with the store is told, once. */
  private async telling<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work()
      this.outages.over('away')
      return result
    } catch (error) {
      this.outages.tell(error)
      throw error
    }
  }
}

/** Somebody has a connection, or waits for one. */
const isBusy = ({ totalCount, idleCount, waitingCount }: Pool) => totalCount > idleCount || waitingCount > 0
