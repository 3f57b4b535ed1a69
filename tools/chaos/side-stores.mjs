import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../postgres/server.mjs'
import { capture, pause } from '../process.mjs'
import { buildRoad } from './road.mjs'

/**
 * @typedef {{ name: string, variables: Record<string, string>, road: Awaited<ReturnType<typeof buildRoad>>,
 *   stop: () => Promise<void> }} SideStore
 */

/**
 * The stores beside PostgreSQL, each behind a road that can be closed: Redis by REDIS_URL or, where there is one, a
 * `redis-server` of our own; MongoDB by MONGODB_URL.
 * @returns {Promise<SideStore[]>}
 */
export async function openSideStores() {
  const redis = process.env.REDIS_URL
    ? { url: process.env.REDIS_URL, stop: async () => {} }
    : await startRedis()
  const mongodb = process.env.MONGODB_URL
  return [
    ...(redis ? [await behindRoad('Redis', 'REDIS_URL', redis.url, redis.stop)] : []),
    ...(mongodb ? [await behindRoad('MongoDB', 'MONGODB_URL', mongodb, async () => {})] : []),
  ]
}

/** @param {string} name @param {string} variable @param {string} url @param {() => Promise<void>} stop */
async function behindRoad(name, variable, url, stop) {
  const target = new URL(url)
  const standardPort = variable === 'REDIS_URL' ? 6379 : 27_017
  const road = await buildRoad({ host: target.hostname, port: Number(target.port || standardPort) })
  target.host = `127.0.0.1:${road.port}`
  return { name, variables: { [variable]: target.href }, road, stop }
}

async function startRedis() {
  if ((await capture('redis-server', ['--version'])).code !== 0) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'streamline-redis-'))
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  const child = spawn('redis-server', args, { stdio: 'ignore' })
  while (!(await isOpen(port))) await pause(50)
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}

/** @param {number} port @returns {Promise<boolean>} */
const isOpen = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
