import { resolve } from 'node:path'
import { Failure } from '../failure.mjs'

/**
 * What the entry scripts read of the environment. Everything else is the API's: apps/api/src/env.ts.
 * @param {NodeJS.ProcessEnv} env
 */
export function readSettings(env) {
  const set = (/** @type {string} */ name) => env[name]?.trim() || undefined
  return {
    port: readPort(set('PORT') ?? '3000'),
    host: set('HOST') ?? '127.0.0.1',
    databaseUrl: readDatabaseUrl(set('DATABASE_URL')),
    dataDir: resolve(set('DATA_DIR') ?? '.data'),
    appSecret: set('APP_SECRET'),
  }
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Failure(`PORT=${text} is not a port: give a number from 1 to 65535`)
}

/** @param {string | undefined} text */
function readDatabaseUrl(text) {
  if (text === undefined || (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)))
    return text
  throw new Failure(
    'DATABASE_URL is not an address of PostgreSQL, such as postgres://user:password@host:5432/name',
  )
}
