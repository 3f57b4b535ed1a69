import { spawn } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import { readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { Failure } from '../failure.mjs'
import { capture, isAlive, pause, startedAt } from '../process.mjs'
import { asAccount, reasonIn } from './cluster.mjs'
import { processesOn, signalAll } from './processes.mjs'

/** @typedef {import('./location.mjs').Location} Location */
/** @typedef {{ port: number, pid: number, exited: Promise<number | null>, stop: () => Promise<void> }} Server */

/** @typedef {{ settings: string[], log: (line: string) => void, port?: number }} StartOptions */

/**
 * Starts PostgreSQL on 127.0.0.1, at a free port unless one is given, and waits until it answers.
 * @param {Location} location
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {StartOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(location, binaries, options) {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryStart(location, binaries, options)
    if ('port' in outcome) return outcome
    const orphans = outcome.output.includes('pre-existing shared memory block')
    const passing = orphans || outcome.output.includes('Address already in use')
    if (!passing || attempt === 240) {
      const { cluster } = location
      const reason = reasonIn(outcome.output)
      throw new Failure(`PostgreSQL cannot start on ${cluster}: ${reason} (all of it: ${logPath(location)})`)
    }
    if (orphans && attempt === 1) options.log('Waiting for the last work of a PostgreSQL that was killed…')
    await pause(250)
  }
}

/** @param {Location} location */
const logPath = ({ base }) => join(base, 'postgres.log')

/**
 * @param {Location} location
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {StartOptions} options
 * @returns {Promise<Server | { output: string }>}
 */
async function tryStart(location, binaries, { settings, log, port: wanted }) {
  const port = wanted ?? (await freePort())
  const path = logPath(location)
  const before = await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
  if (before > 8 << 20) await rename(path, `${path}.1`)
  const output = openSync(path, 'a', 0o600)
  const values = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...settings,
  ]
  const args = ['-D', location.cluster, '-p', String(port), ...values.flatMap((value) => ['-c', value])]
  // Its own session: Ctrl-C in the terminal reaches us alone, and we stop it after the API.
  const child = spawn(binaries.postgres, args, {
    ...asAccount(location),
    stdio: ['ignore', output, output],
    detached: true,
  })
  closeSync(output)
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(1))
  })
  const ended = await Promise.race([
    exited.then(() => true),
    untilReady(location.cluster, child.pid ?? 0, log),
  ])
  if (ended) {
    const written = await readFile(path, 'utf8').catch(() => '')
    return { output: written.slice(before > 8 << 20 ? 0 : before) }
  }
  return {
    port,
    pid: child.pid ?? 0,
    exited,
    stop: () => stopServer(location.cluster, (signal) => child.kill(signal), exited),
  }
}

/**
 * @param {string} cluster
 * @param {number} pid
 * @param {(line: string) => void} log
 */
async function untilReady(cluster, pid, log) {
  const since = Date.now()
  for (let told = since; isAlive(pid); await pause(20)) {
    const found = await readPidFile(cluster)
    if (found?.pid === pid && found.status === 'ready') return false
    if (Date.now() - told < 5000) continue
    told = Date.now()
    log(`PostgreSQL is still reading its log after a hard stop (${Math.round((told - since) / 1000)} s)…`)
  }
  await pause(1000)
  return true
}

/** @param {string} cluster */
async function readPidFile(cluster) {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, status: lines[7]?.trim() } : undefined
}

/**
 * A start that was killed may leave its PostgreSQL running on our folder: it is stopped cleanly. A PostgreSQL that was
 * killed may leave processes, some of them busy or frozen: nothing of theirs is kept, and until they are gone none can
 * start. A process id that now belongs to another program is forgotten.
 * @param {string} cluster
 * @param {(line: string) => void} log
 */
export async function stopLeftOver(cluster, log) {
  const found = await readPidFile(cluster)
  if (found && isAlive(found.pid)) {
    if (await isPostgresOn(found.pid, cluster)) {
      log('PostgreSQL is still running from an earlier start: stopping it cleanly…')
      await stopServer(cluster, (signal) => process.kill(found.pid, signal), untilGone(found.pid))
    } else {
      await rm(join(cluster, 'postmaster.pid'), { force: true })
    }
  }
  signalAll(await processesOn(cluster), 'SIGKILL')
}

/** @param {number} pid @param {string} cluster */
async function isPostgresOn(pid, cluster) {
  const args = (await capture('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).stdout
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => '')
  if (workingFolder) {
    const program = await readlink(`/proc/${pid}/exe`).catch(() => '')
    return workingFolder === (await realpath(cluster)) && basename(program).startsWith('postgres')
  }
  return args.includes('postgres') && args.includes(cluster)
}

/** @param {number} pid */
async function untilGone(pid) {
  while ((await startedAt(pid)) !== '') await pause(20)
  return null
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is on disk. What is frozen is woken for it;
 * what does not end all the same is killed in the end, and reads its log at the next start.
 * @param {string} cluster
 * @param {(signal: NodeJS.Signals) => void} send
 * @param {Promise<unknown>} gone
 */
async function stopServer(cluster, send, gone) {
  send('SIGINT')
  signalAll(await processesOn(cluster), 'SIGCONT')
  const timers = [
    setTimeout(() => send('SIGQUIT'), 60_000),
    setTimeout(() => void processesOn(cluster).then((pids) => signalAll(pids, 'SIGKILL')), 70_000),
  ]
  await gone
  for (const timer of timers) clearTimeout(timer)
  await endOrphans(cluster)
}

/**
 * Those whose server was killed notice it by themselves, a busy one later: until then nobody else may have the folder.
 * @param {string} cluster
 */
async function endOrphans(cluster) {
  for (;;) {
    const pids = await processesOn(cluster)
    if (pids.length === 0) return
    signalAll(pids, 'SIGKILL')
    await pause(20)
  }
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
