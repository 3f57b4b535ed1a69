import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres/server.mjs'
import { pause } from '../process.mjs'
import { redisProgram } from './program.mjs'

const PATIENCE = 10_000

/**
 * A Redis of a test's own that keeps nothing on disk: killed and started again it has forgotten everything, as the worst of
 * them would. It ends with this process, even with a killed one.
 */
export async function startTestRedis() {
  const program = redisProgram()
  if (program === undefined) throw new Error('There is no redis-server on the PATH')
  const folder = await mkdtemp(join(tmpdir(), 'streamline-redis-'))
  const port = await freePort()
  let running = await run(program, port, folder)
  const kill = async () => {
    running.child.stdin.end()
    await running.exited
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start: async () => {
      running = await run(program, port, folder)
    },
    stop: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A shell kills it at the end of its input, which is also the end of this process. */
async function run(/** @type {string} */ program, /** @type {number} */ port, /** @type {string} */ folder) {
  const script = '"$0" "$@" >/dev/null 2>&1 & cat >/dev/null; kill -KILL $! 2>/dev/null; wait'
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder]
  const none = ['--save', '', '--appendonly', 'no']
  const child = spawn('/bin/sh', ['-c', script, program, ...settings, ...none], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const exited = once(child, 'exit')
  await answers(port)
  return { child, exited }
}

/** @param {number} port */
async function answers(port) {
  const until = Date.now() + PATIENCE
  while (!(await ping(port))) {
    if (Date.now() > until) throw new Error(`redis-server does not answer at port ${port}`)
    await pause(20)
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function ping(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(String(data).startsWith('+PONG'))
    })
    socket.once('error', () => resolve(false))
  })
}
