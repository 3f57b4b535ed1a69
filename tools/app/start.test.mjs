import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../postgres/server.mjs'
import { root } from '../setup/root.mjs'

/** @type {string} */
let dataDir
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'streamline-start-'))
  await chmod(dataDir, 0o755)
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** @param {Record<string, string>} variables */
function start(variables) {
  const { PATH } = process.env
  const env = {
    PATH,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    NODE_OPTIONS: '--disable-warning=FSTDEP023',
    ...variables,
  }
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit').then(([code]) => code)
  let output = ''
  const hear = (/** @type {Buffer} */ chunk) => (output += String(chunk))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const said = async (/** @type {string} */ line) => {
    while (!output.split('\n').includes(line)) {
      if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}: ${output}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { child, exited, said, output: () => output }
}

/** @param {number} port */
const register = (port) =>
  fetch(`http://localhost:${port}/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'asha@example.com', password: 'a long enough password', name: 'Asha' }),
  })

test('starts, stops on Ctrl-C, survives a kill, and keeps what was written', async () => {
  const port = await freePort()
  const ready = `Streamline is ready at http://localhost:${port}`
  const first = start({ PORT: String(port) })
  await first.said(ready)
  expect((await register(port)).ok).toBe(true)
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toContain('<!doctype html>')
  first.child.kill('SIGINT')
  expect(await first.exited).toBe(0)

  const second = start({ PORT: String(port) })
  await second.said(ready)
  expect((await register(port)).status).toBe(409)
  second.child.kill('SIGKILL')
  await second.exited

  const third = start({ PORT: String(await freePort()) })
  const other = /ready at (\S+)/
  while (!other.test(third.output())) await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await register(Number(new URL(other.exec(third.output())?.[1] ?? '').port))).status).toBe(409)
  third.child.kill('SIGTERM')
  expect(await third.exited).toBe(0)
})

test.each([
  [
    'a MongoDB, where the documents are in PostgreSQL already',
    { MONGODB_URL: 'mongodb://a:b@127.0.0.1:1/c' },
    /^The documents are in PostgreSQL: unset MONGODB_URL/,
  ],
  [
    'a database that is not there',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c', APP_SECRET: 'x'.repeat(40) },
    /./,
  ],
  ['a database without a secret', { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, /APP_SECRET/],
  ['an open host without a public address', { HOST: '0.0.0.0' }, /PUBLIC_URL/],
  ['a data folder that is a file', { DATA_DIR: join(root, 'package.json') }, /Not a folder/],
])('says in one line what is wrong with %s', async (_, variables, message) => {
  const { exited, output } = start({ PORT: String(await freePort()), ...variables })
  expect(await exited).toBe(1)
  const lines = output().trim().split('\n')
  expect(lines.at(-1)).toMatch(message)
  expect(output()).not.toMatch(/^\s+at /m)
})

test('says in one line that the port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { exited, output } = start({ PORT: String(port) })
  expect(await exited).toBe(1)
  expect(output().trim()).toBe(
    `Port ${port} is taken by another program: stop it, or choose another with PORT`,
  )
  server.close()
})

test('refuses a data folder in use', async () => {
  const busy = await mkdtemp(join(tmpdir(), 'streamline-busy-'))
  await chmod(busy, 0o755)
  const first = start({ PORT: '0', DATA_DIR: busy })
  while (!first.output().includes('is ready')) await new Promise((resolve) => setTimeout(resolve, 50))
  const second = start({ PORT: '0', DATA_DIR: busy })
  expect(await second.exited).toBe(1)
  expect(second.output()).toMatch(/^Streamline already runs on .* \(process \d+\)/)
  first.child.kill('SIGTERM')
  await first.exited
  await rm(busy, { recursive: true })
})
