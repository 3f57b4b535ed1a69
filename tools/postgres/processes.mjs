import { readdir, readlink, realpath } from 'node:fs/promises'
import { basename } from 'node:path'
export { endWithThisProcess } from '../process.mjs'

/**
 * Every PostgreSQL process that works on a cluster, its orphans too. Empty where the system does not show
 * (anything but Linux).
 * @param {string} cluster
 * @returns {Promise<number[]>}
 */
export async function processesOn(cluster) {
  const folder = await realpath(cluster).catch(() => cluster)
  const names = await readdir('/proc').catch(() => [])
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => ((await isOn(name, folder)) ? Number(name) : 0)),
  )
  return found.filter((pid) => pid > 0)
}

/** @param {string} pid @param {string} folder */
async function isOn(pid, folder) {
  const [cwd, program] = await Promise.all(
    ['cwd', 'exe'].map((link) => readlink(`/proc/${pid}/${link}`).catch(() => '')),
  )
  return cwd === folder && basename(program ?? '').startsWith('postgres')
}

/** @param {readonly number[]} pids @param {NodeJS.Signals} signal */
export function signalAll(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // ended meanwhile
    }
  }
}
