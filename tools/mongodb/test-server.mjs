import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres/server.mjs'
import { capture, endWithThisProcess, pause } from '../process.mjs'
import { STAND_IN, standIn } from './stand-in.mjs'

/** @typedef {{ name: string, start: (folder: string, port: number) => import('node:child_process').ChildProcess }} Program */

/**
 * A MongoDB for one run of the tests: the server that MONGODB_TEST_URL names, `mongod` where it is on the PATH, or the
 * stand-in. It ends with this process, even with a killed one.
 * @returns {Promise<import('./test-server.mjs').TestMongo | { missing: string }>}
 */
export async function startTestMongo() {
  const found = await findProgram()
  if ('missing' in found) return found
  if ('url' in found) return { ...found, kill: undefined, stop: async () => {} }
  return startOwn(found)
}

/**
 * The server that MONGODB_TEST_URL names, or the program of one.
 * @returns {Promise<Program | { name: string, url: string } | { missing: string }>}
 */
export async function findProgram() {
  const url = process.env['MONGODB_TEST_URL']
  if (url) return { url: url.replace(/\/$/, ''), name: 'the server of MONGODB_TEST_URL' }
  const { code, stdout } = await capture('mongod', ['--version'])
  if (code === 0)
    return {
      name: stdout.split('\n')[0] ?? 'mongod',
      start: (folder, port) =>
        spawn('mongod', ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'], quiet),
    }
  const found = await standIn()
  if ('missing' in found) return found
  return {
    name: `${STAND_IN}, a stand-in for MongoDB`,
    start: (folder, port) =>
      spawn(found.program, ['--port', String(port), '--storage-path', folder, '--log-level', 'ERROR'], quiet),
  }
}

/** @type {{ stdio: ['ignore', 'ignore', 'ignore'] }} */
const quiet = { stdio: ['ignore', 'ignore', 'ignore'] }

/** @param {Program} program */
async function startOwn(program) {
  const folder = await mkdtemp(join(tmpdir(), 'streamline-mongo-'))
  const port = await freePort()
  let running = await start(program, folder, port)
  return {
    url: `mongodb://127.0.0.1:${port}`,
    name: program.name,
    kill: async () => {
      await running.kill()
      running = await start(program, folder, port)
    },
    stop: async () => {
      await running.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** @param {Program} program @param {string} folder @param {number} port */
async function start(program, folder, port) {
  const child = program.start(folder, port)
  const exited = new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', resolve)
  })
  const watch = endWithThisProcess(child.pid ?? 0, folder)
  const ended = await Promise.race([exited.then(() => true), untilListening(port)])
  if (ended) throw new Error(`${program.name} does not start`)
  return {
    /** Ends it as a power failure would. */
    kill: async () => {
      watch.kill('SIGKILL')
      child.kill('SIGKILL')
      await exited
    },
  }
}

/** @param {number} port @returns {Promise<false>} */
async function untilListening(port) {
  while (!(await isListening(port))) await pause(50)
  return false
}

/** @param {number} port @returns {Promise<boolean>} */
function isListening(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.setTimeout(1000, () => socket.destroy())
    socket.once('connect', () => socket.destroy())
  })
}
