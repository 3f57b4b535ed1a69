import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { holderOf, takeLock } from '../lock.mjs'
import { findBinaries } from './binaries.mjs'
import { openCluster, role } from './cluster.mjs'
import { locate, rememberedBase } from './location.mjs'
import { startServer, stopLeftOver } from './server.mjs'

/** @param {string} base */
const lockIn = (base) => join(base, 'postgres.lock')

/** @param {string} dataDir @param {number} pid */
const inUse = (dataDir, pid) =>
  new Failure(`Streamline already runs on ${dataDir} (process ${pid}): stop it, or set another DATA_DIR`)

/**
 * Says early, before anything is built, that another start uses the folder.
 * @param {string} dataDir
 */
export async function checkUnused(dataDir) {
  const holder = await holderOf(lockIn((await rememberedBase(dataDir)) ?? dataDir))
  if (holder) throw inUse(dataDir, holder)
}

/**
 * Starts the PostgreSQL that npm installed on a data folder, making the folder on the first start.
 * @param {{ dataDir: string, log?: (line: string) => void, settings?: string[], durable?: boolean, port?: number }} options
 */
export async function startEmbeddedPostgres({
  dataDir,
  log = () => {},
  settings = [],
  durable = true,
  port,
}) {
  const location = await locate(dataDir, log)
  const lock = await takeLock(lockIn(location.base))
  if ('heldBy' in lock) throw inUse(dataDir, lock.heldBy)
  try {
    const binaries = await findBinaries(location.account, log)
    await stopLeftOver(location.cluster, log)
    const password = await openCluster(location, binaries, { durable, log })
    const server = await startServer(location, binaries, { settings, log, port })
    const stop = async () => {
      await server.stop()
      lock.release()
    }
    const url = `postgres://${role}:${password}@127.0.0.1:${server.port}/${role}`
    return { url, pid: server.pid, port: server.port, folder: location.cluster, exited: server.exited, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}
