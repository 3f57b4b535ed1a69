import { buildApi } from '../build/build.mjs'
import { Failure } from '../failure.mjs'
import { freePort } from '../postgres/server.mjs'
import { startApi } from './api-process.mjs'
import { loadSettings } from './environment.mjs'
import { startServices } from './services.mjs'

/** The API migrates when it starts: it is started on a port of its own, without the worker, and stopped again. */
export async function main() {
  const settings = loadSettings()
  await buildApi()
  const port = await freePort()
  const { env, database } = await startServices({ ...settings, host: '127.0.0.1', port }, (line) =>
    console.log(line),
  )
  const api = startApi({ ...env, SERVICE_ROLE: 'api' })
  const ready = await api.ready
  await api.stop()
  await database?.stop()
  if (!ready) throw new Failure('The database was not migrated')
  console.log('The database is up to date')
  process.exit(0)
}
