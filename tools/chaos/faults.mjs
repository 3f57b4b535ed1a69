import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { processesOn, signalAll } from '../postgres/processes.mjs'

/**
 * What requests of a kind may get while the fault lasts: `ok` an answer, `away` 503, `either` one of both.
 * @typedef {'ok' | 'away' | 'either'} Allowed
 *
 * @typedef {object} Fault
 * @property {string} name
 * @property {() => Promise<void>} strike
 * @property {() => Promise<void>} [heal] absent where everything mends itself
 * @property {number} [lasts] milliseconds between strike and heal
 * @property {Record<import('./traffic.mjs').Kind, Allowed>} allowed
 * @property {boolean} [ends] the process itself ends: its manager starts it again
 */

const nothing = /** @type {const} */ ({ ready: 'away', read: 'away', write: 'away' })
const whatWorks = /** @type {const} */ ({ ready: 'either', read: 'either', write: 'either' })
const everything = /** @type {const} */ ({ ready: 'ok', read: 'ok', write: 'ok' })

/** @typedef {ReturnType<typeof import('./installation.mjs').startInstallation>} Installation */
/** @typedef {NonNullable<Awaited<ReturnType<typeof import('../postgres/small-disk.mjs').mountSmallDisk>>>} Disk */

/**
 * @param {Installation} installation
 * @param {{ tables?: Disk, log?: Disk }} disks
 * @returns {Fault[]}
 */
export function postgresFaults(installation, { tables, log }) {
  const signal = async (/** @type {NodeJS.Signals} */ name) =>
    signalAll(await processesOn(await installation.cluster()), name)
  return [
    {
      name: 'PostgreSQL frozen (SIGSTOP of all its processes)',
      strike: () => signal('SIGSTOP'),
      heal: () => signal('SIGCONT'),
      lasts: 4000,
      allowed: nothing,
    },
    {
      name: 'PostgreSQL takes no new connections (its first process frozen)',
      strike: async () => signalAll([await serverOf(installation)], 'SIGSTOP'),
      heal: () => signal('SIGCONT'),
      lasts: 3000,
      allowed: whatWorks,
    },
    {
      name: 'one process of PostgreSQL killed (kill -9)',
      strike: async () => signalAll([await oneBackend(installation)], 'SIGKILL'),
      allowed: whatWorks,
    },
    {
      name: 'PostgreSQL killed (kill -9)',
      strike: async () => signalAll([await serverOf(installation)], 'SIGKILL'),
      allowed: whatWorks,
    },
    ...(tables ? [diskFull(tables)] : []),
    ...(log ? [logDiskFull(installation, log)] : []),
    {
      name: 'npm start killed (kill -9)',
      strike: async () => signalAll([installation.pid()], 'SIGKILL'),
      allowed: whatWorks,
      ends: true,
    },
  ]
}

/** @param {Disk} disk @returns {Fault} */
const diskFull = (disk) => ({
  name: 'disk of the tables full',
  strike: disk.fill,
  heal: disk.empty,
  lasts: 6000,
  allowed: { ready: 'away', read: 'ok', write: 'either' },
})

/** PostgreSQL ends when its log has no room: the whole says so, and its manager tries until there is. */
const logDiskFull = (/** @type {Installation} */ installation, /** @type {Disk} */ disk) => ({
  name: 'disk of its log full',
  strike: async () => {
    await disk.fill()
    await writeMuch(installation).catch(() => {})
  },
  heal: disk.empty,
  lasts: 6000,
  allowed: whatWorks,
  ends: true,
})

/** @param {import('./side-stores.mjs').SideStore[]} stores */
export const sideFaults = (stores) => stores.flatMap(awayAndFrozen)

/** @param {import('./side-stores.mjs').SideStore} store @returns {Fault[]} */
function awayAndFrozen({ name, road }) {
  // Jobs wait for Redis, people do not. Plans and subscriptions are in MongoDB.
  const allowed = name === 'Redis' ? everything : whatWorks
  return [
    { name: `${name} away`, strike: road.close, heal: road.open, lasts: 4000, allowed },
    { name: `${name} frozen`, strike: road.freeze, heal: road.thaw, lasts: 4000, allowed },
  ]
}

/** @param {Installation} installation */
async function serverOf(installation) {
  const text = await readFile(join(await installation.cluster(), 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

/** @param {Installation} installation @param {(client: Client) => Promise<unknown>} work */
async function asRole(installation, work) {
  const cluster = await installation.cluster()
  const port = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[3]
  const password = (await readFile(join(cluster, '..', 'postgres.password'), 'utf8')).trim()
  const client = new Client(`postgres://streamline:${password}@127.0.0.1:${port}/streamline`)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** @param {Installation} installation */
async function oneBackend(installation) {
  const text = `select pid from pg_stat_activity where application_name = 'streamline' order by backend_start limit 1`
  const pid = await asRole(installation, async (client) => (await client.query(text)).rows[0]?.pid)
  return Number(pid)
}

/** More than what is left of the current file of the log. @param {Installation} installation */
const writeMuch = (installation) =>
  asRole(installation, async (client) => {
    await client.query(
      `select pg_logical_emit_message(true, 'chaos', repeat('x', 1000000)) from generate_series(1, 40)`,
    )
  })

/** Where a table is kept, below the cluster. @param {Installation} installation @param {string} table */
export const fileOf = async (installation, table) => {
  const text = 'select pg_relation_filepath($1::regclass) as path'
  const path = await asRole(installation, async (client) => (await client.query(text, [table])).rows[0].path)
  return join(await installation.cluster(), String(path))
}

/** Overwrites the first page of a file; answers what stood there. @param {string} path @param {Buffer} [content] */
export async function overwritePage(path, content = Buffer.alloc(8192, 0xa5)) {
  const file = await open(path, 'r+')
  const before = Buffer.alloc(8192)
  await file.read(before, 0, 8192, 0)
  await file.write(content, 0, 8192, 0)
  await file.close()
  return before
}
