import { redisProgram } from '../redis/program.mjs'
import { commandFor, installPackages } from './debian.mjs'

const packages = ['redis-server']

/**
 * Makes sure that tests can start a Redis of their own; answers what goes untested where that fails.
 * @returns {Promise<string | undefined>}
 */
export async function installRedis() {
  if (redisProgram() === undefined) await installPackages('Redis', packages)
  return redisProgram() === undefined
    ? `REDIS WAS NOT TESTED: there is no redis-server here. As root on Debian, ${commandFor(packages)}`
    : undefined
}
