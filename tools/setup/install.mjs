import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { progress } from './progress.mjs'

/**
 * Runs `npm ci` where node_modules does not hold what package-lock.json says.
 * @param {string} root
 */
export async function installPackages(root) {
  const wanted = await readLock(join(root, 'package-lock.json'))
  if (!wanted)
    throw new Failure(`package-lock.json is missing in ${root}: this is not a whole copy of Streamline`)
  const installed = await readLock(join(root, 'node_modules', '.package-lock.json'))
  if (installed && isSame(wanted, installed)) return
  await progress('Installing packages, about a minute the first time', () => npmCi(root))
}

/** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }>} Packages */

/** @param {string} path @returns {Promise<Packages | undefined>} */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm writes its hidden lock last, so a broken installation has none. Optional packages may be absent: other systems. */
function isSame(/** @type {Packages} */ wanted, /** @type {Packages} */ installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true
    const found = installed[path]
    if (!found) return entry.optional === true || entry.devOptional === true
    return found.version === entry.version
  })
}

/** @param {string} root @returns {Promise<void>} */
function npmCi(root) {
  const npm = process.env.npm_execpath
  const [file, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    let output = ''
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => reject(new Failure(`npm cannot be run: ${error.message}`)))
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Failure(`npm ci failed: ${reasonIn(output)}`)),
    )
  })
}

/** @param {string} output */
function reasonIn(output) {
  if (/ENOSPC/.test(output)) return 'the disk is full'
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
  return (
    lines.find((line) => line !== '' && !/^(code|errno|syscall|path|A complete log)/.test(line)) ??
    'no reason given'
  )
}
