import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { neededBy } from './needed.mjs'
import { progress } from './progress.mjs'

/**
 * Runs `npm ci` where node_modules does not hold what package-lock.json says.
 * @param {string} root
 * @param {readonly string[]} [workspaces] folders of those that are needed; all where it is left out
 */
export async function installPackages(root, workspaces) {
  const wanted = await readLock(join(root, 'package-lock.json'))
  if (!wanted)
    throw new Failure(`package-lock.json is missing in ${root}: this is not a whole copy of Streamline`)
  const installed = await readLock(join(root, 'node_modules', '.package-lock.json'))
  if (installed && isSame(wanted, installed, workspaces && neededBy(wanted, workspaces))) return
  // Who has all of them, as a developer does, keeps all of them.
  const some = installed && Object.keys(installed).some((path) => path === PHONE) ? undefined : workspaces
  await progress('Installing packages, about a minute the first time', () => npmCi(root, some))
}

/** Stands for the packages of the phone: nothing else needs it. */
const PHONE = 'node_modules/react-native'

/** @typedef {import('./needed.mjs').Packages} Packages */

/** @param {string} path @returns {Promise<Packages | undefined>} */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** npm writes its hidden lock last, so a broken installation has none. Optional packages may be absent: other systems. */
function isSame(
  /** @type {Packages} */ wanted,
  /** @type {Packages} */ installed,
  /** @type {Set<string> | undefined} */ needed,
) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || needed?.has(path) === false) return true
    const found = installed[path]
    if (!found) return entry.optional === true || entry.devOptional === true
    return found.version === entry.version
  })
}

/** @param {string} root @param {readonly string[]} [workspaces] @returns {Promise<void>} */
function npmCi(root, workspaces) {
  const npm = process.env.npm_execpath
  const [file, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const only = workspaces?.flatMap((folder) => ['-w', folder]) ?? []
  const which = workspaces === undefined ? [] : [...only, '--include-workspace-root']
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...which]
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
