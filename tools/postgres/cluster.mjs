import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { capture } from '../process.mjs'

/**
 * @typedef {import('./binaries.mjs').Binaries} Binaries
 * @typedef {import('./location.mjs').Location} Location
 */

/** The role and the database of the application: no superuser, as on any hosted PostgreSQL. */
export const role = 'streamline'

/**
 * Makes the database folder where there is none yet, in one step: a start that is killed half way leaves nothing.
 * @param {Location} location
 * @param {Binaries} binaries
 * @param {{ durable: boolean, log: (line: string) => void }} options
 * @returns {Promise<string>} the password of the role
 */
export async function openCluster(location, binaries, { durable, log }) {
  const passwordFile = join(location.base, 'postgres.password')
  const known = (await readFile(passwordFile, 'utf8').catch(() => '')).trim()
  const content = await readdir(location.cluster).catch(() => [])
  if (content.length > 0) {
    await checkVersion(location.cluster, binaries)
    if (known) return known
    log('The password of the local PostgreSQL is missing: setting a new one')
    const password = newPassword()
    await singleUser(location, location.cluster, binaries, [`ALTER ROLE ${role} PASSWORD '${password}'`])
    await keepPassword(passwordFile, password)
    return password
  }
  log('Creating the local PostgreSQL database…')
  const password = newPassword()
  await createCluster(location, binaries, { password, durable })
  await keepPassword(passwordFile, password)
  await rm(location.cluster, { recursive: true, force: true })
  await rename(`${location.cluster}.new`, location.cluster)
  return password
}

const newPassword = () => randomBytes(24).toString('base64url')

/** @param {string} path @param {string} password */
async function keepPassword(path, password) {
  await writeFile(`${path}.new`, `${password}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** @param {string} cluster @param {Binaries} binaries */
async function checkVersion(cluster, binaries) {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (version === binaries.major) return
  if (!version) {
    throw new Failure(
      `${cluster} is damaged (PG_VERSION is missing): restore it from a backup, or move it away to start empty`,
    )
  }
  throw new Failure(
    `${cluster} was made by PostgreSQL ${version}, this is ${binaries.major}: move the data with pg_dump`,
  )
}

/**
 * @param {Location} location
 * @param {Binaries} binaries
 * @param {{ password: string, durable: boolean }} options
 */
async function createCluster(location, binaries, { password, durable }) {
  const folder = `${location.cluster}.new`
  const adminPassword = join(location.base, `.initdb-${process.pid}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  try {
    await writeFile(adminPassword, newPassword(), { mode: 0o600 })
    await own(location, folder)
    await own(location, adminPassword)
    const flags = [
      '--encoding=UTF8',
      ...localeFlags,
      '--data-checksums',
      '--auth=scram-sha-256',
      '--username=postgres',
    ]
    if (!durable) flags.push('--no-sync')
    const { code, stderr } = await capture(
      binaries.initdb,
      [`--pgdata=${folder}`, `--pwfile=${adminPassword}`, ...flags],
      asAccount(location),
    )
    if (code !== 0) throw new Failure(`PostgreSQL cannot make its folder ${folder}: ${reasonIn(stderr)}`)
    await singleUser(location, folder, binaries, [
      `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD '${password}'`,
      `CREATE DATABASE ${role} OWNER ${role}`,
    ])
  } finally {
    await rm(adminPassword, { force: true })
  }
}

/** Sorting by code point, the same on every machine and after every system upgrade. */
const localeFlags = [
  process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/**
 * Runs statements without a server and without a password.
 * @param {Location} location
 * @param {string} folder
 * @param {Binaries} binaries
 * @param {string[]} statements
 */
async function singleUser(location, folder, binaries, statements) {
  const options = { ...asAccount(location), input: `${statements.join('\n')}\n` }
  const args = ['--single', '-D', folder, '-c', 'exit_on_error=on', '-c', 'fsync=on', 'postgres']
  const { code, stderr } = await capture(binaries.postgres, args, options)
  if (code !== 0) throw new Failure(`PostgreSQL cannot prepare ${folder}: ${reasonIn(stderr)}`)
}

/** @param {Location} location */
export function asAccount({ account: { uid, gid } }) {
  const { PATH } = process.env
  const env = { PATH, TZ: 'UTC', LC_MESSAGES: 'C', LC_CTYPE: 'C' }
  return uid === undefined ? { env, cwd: '/' } : { uid, gid, env, cwd: '/' }
}

/** @param {Location} location @param {string} path */
async function own({ account: { uid, gid } }, path) {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
  else await chmod(path, 0o700)
}

/**
 * The line of PostgreSQL's output that names the cause.
 * @param {string} output
 */
export function reasonIn(output) {
  if (/No space left on device/.test(output)) return 'the disk is full'
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const named = lines.findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line))
  const telling = named ?? lines.at(-1) ?? 'no reason given'
  return telling.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '').trim()
}
