import { createHash } from 'node:crypto'
import { chmod, chown, cp, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { capture } from '../process.mjs'
import { canWrite, databaseAccount, systemFolder } from './account.mjs'

/** @typedef {{ base: string, cluster: string, account: import('./account.mjs').Account }} Location */

/**
 * Chooses the folder of the database and the user it belongs to: `DATA_DIR/postgres`, or for root, where
 * PostgreSQL's user cannot reach that, a folder below /var/lib/streamline. `DATA_DIR/postgres.location` remembers it.
 * @param {string} dataDir
 * @param {(line: string) => void} log
 * @returns {Promise<Location>}
 */
export async function locate(dataDir, log) {
  await makeFolder(dataDir)
  const near = { base: dataDir, cluster: join(dataDir, 'postgres') }
  const pointer = join(dataDir, 'postgres.location')
  const remembered = (await readFile(pointer, 'utf8').catch(() => '')).trim()
  const place = remembered ? { base: remembered, cluster: join(remembered, 'postgres') } : near
  const owner = await ownerOf(place.cluster)
  const account = await databaseAccount(owner)
  if (account.uid === undefined) return refuseForeign(place, owner, account)

  const { uid, gid } = account
  if (owner === 0) await capture('chown', ['-R', `${uid}:${gid}`, place.cluster])
  if (await isUsable(place, account)) return { ...place, account }
  if (remembered) throw new Failure(`The database in ${place.cluster} cannot be reached by user ${account.name}`)
  const far = await farPlace(dataDir, account)
  log(`PostgreSQL runs as user ${account.name}, who cannot reach ${dataDir}: the database is kept in ${far.cluster}`)
  if (owner !== undefined) await moveCluster(near.cluster, far.cluster)
  await writeFile(pointer, `${far.base}\n`)
  return { ...far, account }
}

/** A folder of ours may be entered by PostgreSQL's user; one that was there keeps its rights. */
async function makeFolder(/** @type {string} */ path) {
  const made = await mkdir(path, { recursive: true })
  if (made) await chmod(path, 0o755)
}

/** @param {string} path */
async function ownerOf(path) {
  return stat(path).then(
    ({ uid }) => uid,
    () => undefined,
  )
}

/**
 * @param {{ base: string, cluster: string }} place
 * @param {number | undefined} owner
 * @param {import('./account.mjs').Account} account
 */
async function refuseForeign(place, owner, account) {
  if (owner === undefined || owner === process.getuid?.() || !process.getuid) return { ...place, account }
  const found = await capture('id', ['-un', String(owner)])
  const name = found.stdout.trim() || `number ${owner}`
  throw new Failure(
    `${place.cluster} belongs to user ${name} (it was made by root): start as root again, or set DATA_DIR to a folder of your own`,
  )
}

/**
 * @param {{ base: string, cluster: string }} place
 * @param {import('./account.mjs').Account} account
 */
async function isUsable(place, account) {
  const present = (await ownerOf(place.cluster)) !== undefined
  if (present) return canWrite(account, place.cluster)
  const probe = join(place.base, `.reach-${process.pid}`)
  await mkdir(probe)
  try {
    await chown(probe, account.uid ?? 0, account.gid ?? 0)
    return await canWrite(account, probe)
  } finally {
    await rm(probe, { recursive: true })
  }
}

/**
 * @param {string} dataDir
 * @param {import('./account.mjs').Account} account
 */
async function farPlace(dataDir, account) {
  const key = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
  const base = join(await systemFolder(), `data-${key.slice(0, 12)}`)
  await makeFolder(base)
  const place = { base, cluster: join(base, 'postgres') }
  if (await isUsable(place, account)) return place
  throw new Failure(`User ${account.name} can reach neither ${dataDir} nor ${base}: set DATA_DIR to a folder it can reach`)
}

/** @param {string} from @param {string} to */
async function moveCluster(from, to) {
  const there = await readdir(to).catch(() => [])
  if (there.length > 0) throw new Failure(`There is a database in ${from} and another in ${to}: move one of them away`)
  await rename(from, to).catch(async (error) => {
    if (error.code !== 'EXDEV') throw error
    await cp(from, `${to}.new`, { recursive: true, preserveTimestamps: true })
    const { uid, gid } = await stat(from)
    await capture('chown', ['-R', `${uid}:${gid}`, `${to}.new`])
    await rename(`${to}.new`, to)
    await rename(from, `${from}.moved`)
  })
}
