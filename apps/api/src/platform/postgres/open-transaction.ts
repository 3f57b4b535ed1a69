import type { Writable } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { run, type OwnTx, type Statement, type TransactionOptions } from './queries.ts'

/** In transactions every statement has one plan for all values: planning a write takes about as long as doing it. */
const beginning = (isolation: TransactionOptions['isolation']) =>
  `begin${isolation === undefined ? '' : ` isolation level ${isolation}`}; set local plan_cache_mode = force_generic_plan`

/** A transaction on one connection. What is asked without waiting in between is sent in one piece, begin and commit with it. */
export class OpenTransaction implements OwnTx {
  private readonly begun: Promise<unknown>
  private isOver = false
  private builder: NodePgDatabase | undefined

  constructor(
    private readonly client: PoolClient,
    isolation: TransactionOptions['isolation'],
  ) {
    this.sendTogether()
    this.begun = client.query(beginning(isolation))
    // Whoever asks first is told.
    this.begun.catch(() => {})
  }

  get db(): NodePgDatabase {
    return (this.builder ??= drizzle(this.client))
  }

  async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.isOver)
      throw new Error(`${statement.name} was asked after the last statement of its transaction`)
    const [rows] = await Promise.all([run<Row>(this.client, statement, values), this.begun])
    return rows
  }

  async last<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.sendTogether()
    const asked = this.query<Row>(statement, values)
    this.isOver = true
    // After a statement that failed this takes everything back.
    const [answered, committed] = await Promise.allSettled([asked, this.client.query('commit')])
    if (answered.status === 'rejected') throw answered.reason
    if (committed.status === 'rejected') throw committed.reason
    return answered.value
  }

  async end(): Promise<void> {
    if (!this.isOver) await this.client.query('commit')
  }

  /** Until this turn is over nothing leaves: a packet less is worth more than anything a payment computes. */
  private sendTogether(): void {
    const { stream } = (this.client as unknown as { connection: { stream: Writable } }).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}
