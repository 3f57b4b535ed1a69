import type { Api } from './harness.ts'

/** Everything that is stored, as one line per table: two are the same when nothing changed between them. */
export async function stored(api: Api, but: readonly string[] = []): Promise<unknown[]> {
  const { rows } = await api.postgres.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const parts = rows
    .filter(({ name }) => !but.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as n, md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as sum from "${name}" t`,
    )
  return (await api.postgres.pool.query(`${parts.join(' union all ')} order by name`)).rows
}
