import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApi, buildWeb } from '../build/build.mjs'
import { freePort } from '../postgres/server.mjs'
import { startTestPostgres } from '../postgres/test-server.mjs'
import { startApi } from './api-process.mjs'

/**
 * The built application on a throw-away server, with the clock that tests may move.
 * @param {Record<string, string>} [variables]
 */
export async function startTestApp(variables = {}) {
  await buildApi()
  await buildWeb()
  const postgres = await startTestPostgres()
  try {
    const { url, stop } = await startTestAppOn(postgres.url, variables)
    const stopBoth = async () => {
      await stop()
      await postgres.stop()
    }
    return { url, databaseUrl: postgres.url, stop: stopBoth }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/**
 * The same on a database of the caller's, as it was built.
 * @param {string} databaseUrl
 * @param {Record<string, string>} [variables]
 */
export async function startTestAppOn(databaseUrl, variables = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'streamline-app-'))
  const port = await freePort()
  const api = startApi({
    ...process.env,
    SERVICE_ROLE: 'all',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    APP_SECRET: 'a secret for tests, long enough to be one',
    TEST_CLOCK: 'on',
    LIMITS: 'off',
    LOG_LEVEL: 'warn',
    ...variables,
  })
  const stop = async () => {
    await api.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  if (await api.ready) return { url: `http://localhost:${port}`, stop }
  await stop()
  throw new Error('The API did not start')
}
