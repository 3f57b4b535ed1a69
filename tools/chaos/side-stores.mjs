import { startTestMongo } from '../mongodb/test-server.mjs'
import { redisProgram } from '../redis/program.mjs'
import { startTestRedis } from '../redis/test-redis.mjs'
import { buildRoad } from './road.mjs'

/**
 * @typedef {{ name: 'Redis' | 'MongoDB', variables: Record<string, string>,
 *   road: Awaited<ReturnType<typeof buildRoad>>, stop: () => Promise<void> }} SideStore
 */

const notOurs = async () => {}

/**
 * The stores beside PostgreSQL, each behind a road that can be closed: those that REDIS_URL and MONGODB_URL name, else
 * servers of our own where there are any. What is missing is said.
 * @returns {Promise<SideStore[]>}
 */
export async function openSideStores() {
  return [...(await redis()), ...(await mongodb())]
}

/** @returns {Promise<SideStore[]>} */
async function redis() {
  const given = process.env.REDIS_URL
  if (!given && redisProgram() === undefined) {
    console.log('NOT TESTED: Redis. REDIS_URL is not set, and there is no redis-server.')
    return []
  }
  const { url, stop } = given ? { url: given, stop: notOurs } : await startTestRedis()
  return [await behindRoad('Redis', 'REDIS_URL', url, stop)]
}

/** @returns {Promise<SideStore[]>} */
async function mongodb() {
  const given = process.env.MONGODB_URL
  const server = given
    ? { url: given, name: 'the MongoDB of MONGODB_URL', stop: notOurs }
    : await startTestMongo()
  if ('missing' in server) {
    console.log(`NOT TESTED: MongoDB. ${server.missing}`)
    return []
  }
  console.log(`Documents are in ${server.name}.`)
  return [await behindRoad('MongoDB', 'MONGODB_URL', server.url, server.stop)]
}

/**
 * @param {SideStore['name']} name @param {string} variable @param {string} url @param {() => Promise<void>} stop
 * @returns {Promise<SideStore>}
 */
async function behindRoad(name, variable, url, stop) {
  const target = new URL(url)
  const standardPort = name === 'Redis' ? 6379 : 27_017
  const road = await buildRoad({ host: target.hostname, port: Number(target.port || standardPort) })
  target.host = `127.0.0.1:${road.port}`
  return { name, variables: { [variable]: target.href }, road, stop }
}
