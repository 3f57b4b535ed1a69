import { expect } from 'vitest'
import type { Postgres } from '../postgres/postgres.ts'
import type { CollectionShape, StoredDocument } from './document-store.ts'
import { nameInTable } from './document-statement.ts'

const types = { text: 'text', integer: 'bigint', texts: 'ARRAY' } as const

/** The table of a collection has a column for every declared field, and no other. */
export const expectTableOf = async <T extends StoredDocument, F extends string>(
  postgres: Postgres,
  { name, fields }: CollectionShape<T, F>,
): Promise<void> => {
  const { rows } = await postgres.pool.query<{ column_name: string; data_type: string }>(
    'select column_name, data_type from information_schema.columns where table_name = $1',
    [name],
  )
  const declared = Object.keys(fields).map((field) => [nameInTable(field), types[fields[field as F].type]])
  const own = [
    ['id', 'text'],
    ['revision', 'integer'],
    ['body_version', 'integer'],
    ['body', 'jsonb'],
  ]
  const found = rows.map((row) => [row.column_name, row.data_type])
  expect(new Set(found.map(String))).toEqual(new Set([...own, ...declared].map(String)))
}
