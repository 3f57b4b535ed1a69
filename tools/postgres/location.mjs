import { createHash } from 'node:crypto'
import {
  chmod,
  chown,
  copyFile,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
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
  const near = placeIn(dataDir)
  const remembered = await rememberedBase(dataDir)
  const place = remembered ? placeIn(remembered) : near
  const owner = (await ownerOf(place.cluster)) ?? (await ownerOf(near.cluster))
  const account = await databaseAccount(owner)
  if (account.uid === undefined) return refuseForeign(place, owner, account)

  const { uid, gid } = account
  if (owner === 0) await capture('chown', ['-R', `${uid}:${gid}`, place.cluster])
  if (await isUsable(place, account)) {
    if (remembered) await moveCluster(near, place)
    return { ...place, account }
  }
  if (remembered)
    throw new Failure(`The database in ${place.cluster} cannot be reached by user ${account.name}`)
  const far = await farPlace(dataDir, account, log)
  log(
    `PostgreSQL runs as user ${account.name}, who cannot reach ${dataDir}: the database is kept in ${far.cluster}`,
  )
  await writeFile(pointerIn(dataDir), `${far.base}\n`)
  await moveCluster(near, far)
  return { ...far, account }
}

/** @param {string} dataDir */
const pointerIn = (dataDir) => join(dataDir, 'postgres.location')

/** @param {string} dataDir */
export const rememberedBase = async (dataDir) =>
  (await readFile(pointerIn(dataDir), 'utf8').catch(() => '')).trim() || undefined

/** @param {string} base */
const placeIn = (base) => ({ base, cluster: join(base, 'postgres') })

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
 * A new folder each time: a DATA_DIR that was deleted and made again must not find its old database.
 * @param {string} dataDir
 * @param {import('./account.mjs').Account} account
 * @param {(line: string) => void} log
 */
async function farPlace(dataDir, account, log) {
  const key = createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
  const name = join(await systemFolder(), `data-${key.slice(0, 12)}`)
  let base = name
  for (let count = 2; (await ownerOf(base)) !== undefined; count++) {
    log(`An earlier database of ${dataDir} is still in ${base}: delete it if it is not needed`)
    base = `${name}-${count}`
  }
  await makeFolder(base)
  const place = placeIn(base)
  if (await isUsable(place, account)) return place
  throw new Failure(
    `User ${account.name} can reach neither ${dataDir} nor ${base}: set DATA_DIR to a folder it can reach`,
  )
}

/**
 * Takes along a database that was made while the folder could still be reached.
 * @param {{ base: string, cluster: string }} from
 * @param {{ base: string, cluster: string }} to
 */
async function moveCluster(from, to) {
  if ((await ownerOf(from.cluster)) === undefined) return
  const there = await readdir(to.cluster).catch(() => [])
  if (there.length > 0) {
    throw new Failure(
      `There is a database in ${from.cluster} and another in ${to.cluster}: move one of them away`,
    )
  }
  await copyFile(join(from.base, 'postgres.password'), join(to.base, 'postgres.password')).catch(() => {})
  await rename(from.cluster, to.cluster).catch(async (error) => {
    if (error.code !== 'EXDEV') throw error
    const unfinished = `${to.cluster}.new`
    const { code, stderr } = await capture('cp', ['-a', from.cluster, unfinished])
    if (code !== 0)
      throw new Failure(`${from.cluster} cannot be copied to ${to.base}: ${stderr.split('\n')[0]}`)
    await rename(unfinished, to.cluster)
    await rename(from.cluster, `${from.cluster}.moved`)
  })
}
