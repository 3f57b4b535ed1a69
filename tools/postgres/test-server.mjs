import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { endWithThisProcess } from '../process.mjs'
import { startEmbeddedPostgres } from './embedded.mjs'

const fast = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_connections=200',
]

/**
 * Starts a throw-away PostgreSQL for one run of the tests. It ends with this process, even with a killed one.
 * TEST_DATABASE_URL names a server to use instead; its role must be allowed to create databases.
 */
export async function startTestPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, createDatabase: createDatabaseOn(given), stop: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'streamline-test-'))
  await chmod(dataDir, 0o755)
  const server = await startEmbeddedPostgres({ dataDir, settings: fast, durable: false })
  const watch = endWithThisProcess(server.pid, dataDir)
  return {
    url: server.url,
    createDatabase: createDatabaseOn(server.url),
    stop: async () => {
      watch.kill('SIGKILL')
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** @param {string} serverUrl @returns {(template?: string) => Promise<string>} */
const createDatabaseOn = (serverUrl) => (template) => createDatabase(serverUrl, template)

/**
 * A new database with a name of its own, empty or copied from another to which nobody is connected.
 * @param {string} serverUrl
 * @param {string} [template]
 */
export async function createDatabase(serverUrl, template) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await query(
    serverUrl,
    `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${nameOf(template)}" STRATEGY file_copy` : ''}`,
  )
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** @param {string} databaseUrl */
export async function dropDatabase(databaseUrl) {
  const server = new URL(databaseUrl)
  server.pathname = '/postgres'
  await query(server.href, `DROP DATABASE IF EXISTS "${nameOf(databaseUrl)}" WITH (FORCE)`)
}

/** @param {string} urlOrName */
const nameOf = (urlOrName) => (urlOrName.includes('://') ? new URL(urlOrName).pathname.slice(1) : urlOrName)

/** @param {string} url @param {string} text */
async function query(url, text) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
