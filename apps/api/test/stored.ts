import { setTimeout as pause } from 'node:timers/promises'
import { collections } from '../src/collections.ts'
import { fingerprintOf } from '../src/platform/documents/document-transfer.ts'
import type { Api } from './harness.ts'

/** Who asks is seen, whatever the answer: noted once a minute, which is no change that a request made. */
const noted: Record<string, string> = { sessions: 'last_seen_at', api_keys: 'last_used_at' }

/** A letter that resets a password is written after the answer, so that the answer takes as long for nobody. */
export async function settled(api: Api, tries = 100): Promise<void> {
  const { rows } = await api.postgres.pool.query('select from reset_requests limit 1')
  if (rows.length === 0 || tries === 0) return
  await pause(20)
  await settled(api, tries - 1)
}

/** Everything that is stored, as one line per table: two are the same when nothing changed between them. */
export async function stored(api: Api, but: readonly string[] = []): Promise<unknown[]> {
  await settled(api)
  const { rows } = await api.postgres.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const parts = rows
    .filter(({ name }) => !but.includes(name) && collections.every((shape) => shape.name !== name))
    .map(({ name }) => {
      const row = noted[name] === undefined ? 't::text' : `(to_jsonb(t) - '${noted[name]}')::text`
      return `select '${name}' as name, count(*)::int as n, md5(coalesce(string_agg(${row}, ' ' order by ${row}), '')) as sum from "${name}" t`
    })
  const tables = (await api.postgres.pool.query(`${parts.join(' union all ')} order by name`)).rows
  const documents = collections.map(async (shape) => ({
    name: shape.name,
    ...(await fingerprintOf(api.documents.shelf(shape))),
  }))
  return [...tables, ...(await Promise.all(documents))]
}
