import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startKeptPostgres } from './kept.mjs'
import { processesOn, signalAll } from './processes.mjs'

/** @type {string} */
let dataDir
/** @type {Awaited<ReturnType<typeof startKeptPostgres>>} */
let server
/** @type {string[]} */
let said
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'streamline-kept-'))
  await chmod(dataDir, 0o755)
  said = []
  server = await startKeptPostgres({ dataDir, durable: false, log: (line) => said.push(line) })
})
afterEach(async () => {
  await server.stop()
  expect(await processesOn(server.folder), 'no process is left').toEqual([])
  await rm(dataDir, { recursive: true, force: true })
})

/** @param {string} text */
async function query(text) {
  const client = new Client({ connectionString: server.url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

/** @param {string} text */
const answers = async (text) => {
  for (;;) {
    const rows = await query(text).catch(() => undefined)
    if (rows) return rows
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const sleepers = () => query("select pid, query from pg_stat_activity where wait_event = 'PgSleep'")
const untilAsleep = async (/** @type {number} */ count) => {
  while ((await sleepers()).length < count);
}
/** The process that does nothing but sleep. */
const asleep = async () => (await sleepers()).find(({ query: text }) => text === 'select pg_sleep(600)')?.pid

const killServer = async () => {
  const pid = Number((await readFile(join(server.folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(pid, 'SIGKILL')
}

describe('the embedded PostgreSQL of an installation', () => {
  test('is started again at the same address when it is killed, whatever its processes were doing', async () => {
    await query('create table kept (id int)')
    const busy = query('insert into kept select generate_series(1, 1000); select pg_sleep(600)').catch(
      () => 'cut',
    )
    const frozen = query('select pg_sleep(600)').catch(() => 'cut')
    while (
      (await query('select count(*)::int as n from pg_stat_activity where wait_event = $$PgSleep$$'))[0].n < 2
    );
    const [{ pid }] = await query("select pid from pg_stat_activity where query = 'select pg_sleep(600)'")
    process.kill(pid, 'SIGSTOP')
    await killServer()
    expect(await answers('select count(*)::int as count from kept')).toEqual([{ count: 0 }])
    expect(await Promise.all([busy, frozen])).toEqual(['cut', 'cut'])
    expect(said).toContain('PostgreSQL ended unexpectedly: starting it again…')
    expect(said.at(-1)).toBe('PostgreSQL runs again')
  })

  test('is back after one of its processes was killed', async () => {
    const other = query('select pg_sleep(600)').catch(() => 'cut')
    await untilAsleep(1)
    process.kill(await asleep(), 'SIGKILL')
    expect(await other).toBe('cut')
    expect(await answers('select 1 as one')).toEqual([{ one: 1 }])
  })

  test('says why it cannot be started again', async () => {
    await writeFile(join(server.folder, 'global', 'pg_control'), 'x'.repeat(8192))
    await killServer()
    expect((await server.gaveUp).message).toMatch(
      /^PostgreSQL ended unexpectedly and does not start again: .*database files are incompatible/,
    )
  })

  test('is given up when it ends again and again', async () => {
    for (let n = 0; n < 4; n++) {
      await answers('select 1')
      await killServer()
    }
    expect((await server.gaveUp).message).toMatch(/^PostgreSQL ends again and again: /)
  })

  test('stops though it is frozen', async () => {
    signalAll(await processesOn(server.folder), 'SIGSTOP')
    await server.stop()
  })
})
