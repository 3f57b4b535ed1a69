import { spawn } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { Failure } from '../failure.mjs'
import { capture } from '../process.mjs'
import { onOrphaned } from './signals.mjs'

/**
 * Starts the running script again with the Node in node_modules and ends with it. Answers false where this process
 * is already the right one, or where there is none for this system and this Node is new enough.
 * @param {string} root
 */
export async function continueOnOwnNode(root) {
  const bin = join(root, 'node_modules', '.bin')
  const own = join(bin, 'node')
  const path = await realpath(own).catch(() => undefined)
  const runs = path && (path === process.execPath || (await capture(own, ['--version'])).code === 0)
  if (!runs) {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    if (major > 22 || (major === 22 && minor >= 12)) return false
    throw new Failure(`Streamline needs Node 22.12 or newer here; this is ${process.version}`)
  }
  if (path === process.execPath) return false
  await becomeParentOf(own, { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` })
  return true
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<never>}
 */
function becomeParentOf(node, env) {
  // The channel tells the child when this process is killed.
  const child = spawn(node, process.argv.slice(1), { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  onOrphaned(() => child.kill('SIGTERM'))
  return new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1)))
  })
}
