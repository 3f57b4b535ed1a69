import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from './embedded.mjs'

/** @type {string} */
let dataDir
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'streamline-embedded-'))
  await chmod(dataDir, 0o755)
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
  await rm(dataDir, { recursive: true, force: true })
})

/** @type {{ stop: () => Promise<void> }[]} */
const running = []

/** @type {typeof startEmbeddedPostgres} */
async function start(options) {
  const server = await startEmbeddedPostgres(options)
  running.push(server)
  return server
}

/** @param {string} url @param {string} text */
async function query(url, text) {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

/** Starts the database in a process of its own, to be killed. */
async function startElsewhere() {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded.mjs'))}
    const { url, pid } = await startEmbeddedPostgres({ dataDir: process.argv[1] })
    console.log(JSON.stringify({ url, pid }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  /** @type {{ url: string, pid: number }} */
  const { url, pid } = JSON.parse(String(line))
  return { url, pid, kill }
}

describe('the embedded PostgreSQL', () => {
  test('keeps its data over a clean stop, its password for the owner alone, and gives no superuser', async () => {
    const first = await start({ dataDir })
    await query(first.url, 'create table kept (id int)')
    await query(first.url, 'insert into kept values (1), (2)')
    await first.stop()
    const second = await start({ dataDir })
    expect(await query(second.url, 'select count(*)::int as count from kept')).toEqual([{ count: 2 }])
    expect(await query(second.url, "select current_setting('data_checksums') as checksums")).toEqual([
      { checksums: 'on' },
    ])
    expect(await query(second.url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false },
    ])
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600)
  })

  test('starts again after its starter was killed and left it running', async () => {
    const first = await startElsewhere()
    await query(first.url, 'create table kept (id int)')
    await first.kill()
    /** @type {string[]} */
    const said = []
    const second = await start({ dataDir, log: (line) => said.push(line) })
    expect(said).toEqual([expect.stringContaining('still running from an earlier start')])
    expect(await query(second.url, 'select * from kept')).toEqual([])
  })

  test('starts again after everything was killed in the middle of a write', async () => {
    const first = await startElsewhere()
    await query(first.url, 'create table kept (id int)')
    await query(first.url, 'insert into kept select generate_series(1, 1000)')
    const write = 'insert into kept select generate_series(1, 100000); select pg_sleep(60)'
    const unfinished = query(first.url, write).catch(() => [])
    await new Promise((resolve) => setTimeout(resolve, 500))
    process.kill(first.pid, 'SIGKILL')
    await first.kill()
    await unfinished
    const second = await start({ dataDir })
    expect(await query(second.url, 'select count(*)::int as count from kept')).toEqual([{ count: 1000 }])
  })

  test('forgets a process id that belongs to another program now', async () => {
    const first = await startElsewhere()
    process.kill(first.pid, 'SIGKILL')
    await first.kill()
    const stranger = spawn('sleep', ['60'])
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${stranger.pid}\n${dataDir}/postgres\n`)
    const second = await start({ dataDir })
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  test('runs once per folder', async () => {
    const first = await start({ dataDir })
    const elsewhere = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `import { startEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded.mjs'))}
       await startEmbeddedPostgres({ dataDir: process.argv[1] }).catch((error) => console.log(error.message))`,
      dataDir,
    ])
    const [line] = await once(elsewhere.stdout, 'data')
    expect(String(line)).toContain(`already runs on ${dataDir} (process ${process.pid})`)
    await first.stop()
  })

  test('makes a new password where the file was lost', async () => {
    const first = await start({ dataDir })
    await first.stop()
    await rm(join(dataDir, 'postgres.password'))
    const second = await start({ dataDir })
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('starts over after a first start that was killed half way', async () => {
    await mkdir(join(dataDir, 'postgres.new'))
    await writeFile(join(dataDir, 'postgres.new', 'PG_VERSION'), '18')
    const server = await start({ dataDir })
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.each([
    [
      'without its version',
      async (/** @type {string} */ folder) => rm(join(folder, 'PG_VERSION')),
      /damaged \(PG_VERSION/,
    ],
    [
      'of another version',
      (/** @type {string} */ folder) => writeFile(join(folder, 'PG_VERSION'), '15\n'),
      /PostgreSQL 15/,
    ],
    [
      'with a broken control file',
      (/** @type {string} */ folder) => writeFile(join(folder, 'global', 'pg_control'), 'x'.repeat(8192)),
      /cannot start on .*: database files are incompatible/,
    ],
    [
      'without its log',
      (/** @type {string} */ folder) => rm(join(folder, 'pg_wal'), { recursive: true }),
      /cannot start on .*: /,
    ],
  ])('says in one line what is wrong with a folder %s', async (_, damage, message) => {
    const first = await start({ dataDir, durable: false })
    await first.stop()
    await damage(first.folder)
    const error = await start({ dataDir }).catch((/** @type {Error} */ failure) => failure)
    expect(error).toHaveProperty('message', expect.stringMatching(message))
    expect(error).toHaveProperty('message', expect.not.stringContaining('\n'))
  })
})
