import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../test/harness.ts'
import { collections } from './collections.ts'
import { nameInTable } from './platform/documents/document-statement.ts'

const types = { text: 'text', integer: 'bigint', texts: 'ARRAY' } as const

let api: Api
beforeAll(async () => void (api = await startApi()))
afterAll(() => api.close())

describe('the list of collections', () => {
  it('has every one that is declared', async () => {
    const files = glob('features/**/*.{collection,collections}.ts', { cwd: import.meta.dirname })
    const shapes: unknown[] = []
    for await (const file of files) {
      const module = (await import(join(import.meta.dirname, file))) as Record<string, unknown>
      shapes.push(...Object.keys(module).flatMap((name) => (name.endsWith('Shape') ? [module[name]] : [])))
    }
    expect(shapes.length).toBeGreaterThan(3)
    expect(new Set(collections)).toEqual(new Set(shapes))
  })

  it.each(collections)('has for $name a table with its fields and indexes, and no others', async (shape) => {
    const { pool } = api.postgres
    const columns = await pool.query<{ column_name: string; data_type: string }>(
      'select column_name, data_type from information_schema.columns where table_name = $1',
      [shape.name],
    )
    const own = [
      ['id', 'text'],
      ['revision', 'integer'],
      ['body_version', 'integer'],
      ['body', 'jsonb'],
    ]
    const declared = Object.entries(shape.fields).map(([field, { type }]) => [
      nameInTable(field),
      types[type],
    ])
    expect(new Set(columns.rows.map((row) => `${row.column_name} ${row.data_type}`))).toEqual(
      new Set([...own, ...declared].map((column) => column.join(' '))),
    )
    const indexes = await pool.query<{ indexname: string }>(
      'select indexname from pg_indexes where tablename = $1',
      [shape.name],
    )
    expect(new Set(indexes.rows.map(({ indexname }) => indexname))).toEqual(
      new Set([
        `${shape.name}_pkey`,
        ...Object.keys(shape.indexes).map((key) => `${shape.name}_${nameInTable(key)}`),
      ]),
    )
  })
})
