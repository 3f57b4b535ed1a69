import type { Pool, PoolClient } from 'pg'
import type { Statement } from './postgres.ts'

/** Asks a prepared statement. */
export async function run<Row>(on: Pool | PoolClient, { name, text }: Statement, values: readonly unknown[]) {
  const { rows } = await on.query({ name, text, values: values as unknown[] })
  return rows as Row[]
}
