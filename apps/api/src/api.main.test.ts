import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createDatabase } from '../../../tools/postgres/test-server.mjs'
import { aBundle } from '../test/a-bundle.ts'

/** Starts the bundle as `npm start` does; output is what a person would read. */
function start(folder: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [join(folder, 'api.main.js')], {
    env: { PATH: process.env['PATH'], APP_SECRET: 'x'.repeat(32), PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  child.stdout?.on('data', (text) => (output += String(text)))
  child.stderr?.on('data', (text) => (output += String(text)))
  const exited = once(child, 'exit').then(([code]) => ({ code: code as number | null, output }))
  return { child, exited }
}

const isReady = async (child: ChildProcess) => {
  const [message] = await once(child, 'message')
  return (message as { type: string }).type === 'ready'
}

// A program of its own takes long to start on a busy machine.
describe('the API process', { timeout: 120_000 }, () => {
  let bundle: Awaited<ReturnType<typeof aBundle>>
  let folder = ''
  let database = ''
  beforeAll(async () => {
    bundle = await aBundle()
    folder = bundle.folder
    database = await createDatabase(inject('postgres').server)
  })
  afterAll(() => bundle.remove())

  const complaint = async (env: Record<string, string>) => {
    const { code, output } = await start(folder, env).exited
    expect(code).toBe(1)
    return output
  }

  it('says in one line what is wrong with its settings', async () => {
    const lines = await Promise.all([
      complaint({}),
      complaint({ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/streamline' }),
      complaint({ DATABASE_URL: database.replace(/:[^:@]+@/, ':wrong@') }),
      complaint({ DATABASE_URL: `${database}_not` }),
    ])
    expect(lines[0]).toBe(
      'DATABASE_URL is not set: use `npm start`, which brings a PostgreSQL, or name yours\n',
    )
    expect(lines[1]).toMatch(/^DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1 .*\n$/)
    expect(lines[2]).toMatch(/^DATABASE_URL: .* refuses user \w+\n$/)
    expect(lines[3]).toMatch(/^DATABASE_URL: .* has no database \w+_not\n$/)
  })

  it('says in one line that its port is taken', async () => {
    const server: Server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    expect(await complaint({ DATABASE_URL: database, PORT: String(port) })).toBe(
      `Port ${port} is already in use: stop what runs there, or set PORT\n`,
    )
    server.close()
  })

  it('migrates an empty database, says that it is ready, and stops when it is told to', async () => {
    const { child, exited } = start(folder, { DATABASE_URL: database })
    expect(await isReady(child)).toBe(true)
    child.kill('SIGTERM')
    expect(await exited).toEqual({ code: 0, output: '' })
  })

  it('refuses a database whose keys were sealed under another secret', async () => {
    const line = await complaint({ DATABASE_URL: database, APP_SECRET: 'y'.repeat(32) })
    expect(line).toMatch(/^APP_SECRET is not the one this database was started with.*\n$/)
  })

  it('ends with the process that started it', async () => {
    const { child, exited } = start(folder, { DATABASE_URL: database })
    expect(await isReady(child)).toBe(true)
    child.disconnect()
    expect((await exited).code).toBe(0)
  })
})
