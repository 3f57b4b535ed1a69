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
}

export type Tx = Queries

/** A transaction by whoever began it, who alone knows when it is over. */
export interface OwnTx extends Tx {
  /** As `query`, with the end of the transaction right behind it: nothing more is asked. */
  last<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>
}

export interface TransactionOptions {
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
}

/** Asks a prepared statement. */
export async function run<Row>(on: Pool | PoolClient, { name, text }: Statement, values: readonly unknown[]) {
  const { rows } = await on.query({ name, text, values: values as unknown[] })
  return rows as Row[]
}
