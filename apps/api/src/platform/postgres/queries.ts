import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'

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

export interface Tx extends Queries {
  /**
   * Sent together with the commit, behind everything else, so that the end of a transaction is one trip. Nobody waits for
   * its rows; where it fails nothing is committed and the transaction throws what it said.
   */
  atEnd(statement: Statement, values?: readonly unknown[]): void
}

export interface TransactionOptions {
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
  /** Erasing and other work on very many rows: each statement has minutes. */
  takesLong?: boolean
  /** Its commit does not wait for the disk: for what is done again where it is lost. `onDisk` waits for many of them at once. */
  isUnhurried?: boolean
}

/** Milliseconds that no statement of a request takes; migrations have a connection of their own without a limit. */
export const DEADLINE = 10_000
export const LONG_DEADLINE = 180_000
/** Ours is a little longer than the server's: it is for a single server process that hangs while the others answer. */
export const OUR_GRACE = 1000

/**
 * True, and the commit of the statement it stands in does not wait for the disk: for what is done again where a server that
 * falls over loses it. The order of commits is kept: a later one that waits brings it along.
 */
export const UNHURRIED = `set_config('synchronous_commit', 'off', true) = 'off'`

/** Asks a prepared statement. */
export async function run<Row>(
  on: Pool | PoolClient,
  { name, text }: Statement,
  values: readonly unknown[],
  deadline = DEADLINE,
) {
  // The driver knows a deadline of one statement, its types do not.
  const query = { name, text, values: values as unknown[], query_timeout: deadline + OUR_GRACE }
  const { rows } = await on.query(query)
  return rows as Row[]
}
