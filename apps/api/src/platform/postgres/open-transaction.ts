import type { Writable } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { DEADLINE, LONG_DEADLINE, run, type Statement, type TransactionOptions, type Tx } from './queries.ts'

/**
 * In transactions every statement has one plan for all values: planning a write takes about as long as doing it. Such a plan, and those
 * of the checks of foreign keys, stay until the table is analyzed; one that was made while it was nearly empty must not read all
 * of it when it is large.
 */
const beginning = ({ isolation, takesLong = false, isUnhurried = false }: TransactionOptions) =>
  [
    `begin${isolation === undefined ? '' : ` isolation level ${isolation}`}`,
    'set local plan_cache_mode = force_generic_plan',
    'set local enable_seqscan = off',
    ...(isUnhurried ? ['set local synchronous_commit = off'] : []),
    ...(takesLong ? [`set local statement_timeout = ${LONG_DEADLINE}`] : []),
  ].join('; ')

/** A transaction on one connection. What is asked without waiting in between is sent in one piece, begin and commit with it. */
export class OpenTransaction implements Tx {
  private readonly begun: Promise<unknown>
  private readonly committed: (() => void)[] = []
  private readonly last: { statement: Statement; values: readonly unknown[] }[] = []
  private readonly deadline: number
  private builder: NodePgDatabase | undefined

  constructor(
    private readonly client: PoolClient,
    options: TransactionOptions,
  ) {
    this.deadline = options.takesLong === true ? LONG_DEADLINE : DEADLINE
    this.sendTogether()
    this.begun = client.query(beginning(options))
    // Whoever asks first is told, and the end too.
    this.begun.catch(() => {})
  }

  get db(): NodePgDatabase {
    return (this.builder ??= drizzle(this.client))
  }

  async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const [rows] = await Promise.all([run<Row>(this.client, statement, values, this.deadline), this.begun])
    return rows
  }

  afterCommit(work: () => void): void {
    this.committed.push(work)
  }

  atEnd(statement: Statement, values: readonly unknown[] = []): void {
    this.last.push({ statement, values })
  }

  /** Commits, or throws the first thing that stood against it. */
  async end(): Promise<void> {
    this.sendTogether()
    const sent = this.last.map(({ statement, values }) => run(this.client, statement, values, this.deadline))
    const committing = this.client.query('commit')
    const results = await Promise.allSettled([this.begun, ...sent, committing])
    for (const result of results) if (result.status === 'rejected') throw result.reason
    // PostgreSQL answers a commit after a failed statement with "ROLLBACK" and no error.
    const { command } = await committing
    if (command !== 'COMMIT') throw new Error('The transaction had failed before its commit')
    for (const told of this.committed) told()
  }

  /** Until this turn is over nothing leaves: a packet less is worth more than anything a small write computes. */
  private sendTogether(): void {
    const { stream } = (this.client as unknown as { connection: { stream: Writable } }).connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}
