import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import { StartFailure } from '../start-failure.ts'
import { isOutage, sqlStateOf } from './outage.ts'

/** Any number that nobody else locks: processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_223_001

/** Brings the database to the newest schema; does nothing when it is there. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new StartFailure(`DATABASE_URL: ${whyNot(error, new URL(databaseUrl))}`, { cause: error })
  }
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await applyMigrations(drizzle(client), { migrationsFolder: migrationsFolder() })
  } finally {
    await client.end()
  }
}

/** The sources and the bundle lie at different depths below `apps/api`. */
function migrationsFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'migrations', 'meta', '_journal.json'))) return join(folder, 'migrations')
  }
  throw new StartFailure('The folder apps/api/migrations is missing')
}

function whyNot(error: unknown, url: URL): string {
  const state = sqlStateOf(error)
  const place = `${url.hostname}:${url.port || '5432'}`
  if (state === '28P01' || state === '28000')
    return `PostgreSQL at ${place} refuses user ${url.username || '(none)'}`
  if (state === '3D000') return `PostgreSQL at ${place} has no database ${url.pathname.slice(1) || '(none)'}`
  const reason =
    error instanceof Error ? error.message || ((error as { code?: string }).code ?? '') : String(error)
  return isOutage(error) ? `no PostgreSQL answers at ${place} (${reason})` : reason
}
