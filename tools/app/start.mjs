import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildApi, buildWeb } from '../build/build.mjs'
import { Failure } from '../failure.mjs'
import { freePort } from '../postgres/server.mjs'
import { root } from '../setup/root.mjs'
import { stopRequested } from '../setup/signals.mjs'
import { startApi } from './api-process.mjs'
import { checkPort } from './port.mjs'
import { startServices } from './services.mjs'
import { readSettings } from './settings.mjs'

export async function main() {
  let holdsData = false
  const stopping = stopRequested()
  void stopping.then(() => holdsData || process.exit(130))
  const env = join(root, '.env')
  if (existsSync(env)) process.loadEnvFile(env)
  const settings = readSettings(process.env)
  if (settings.port === 0) settings.port = await freePort()
  await checkPort(settings.port, settings.host)
  await buildApi()
  await buildWeb()
  holdsData = true
  const { env: apiEnv, database } = await startServices(settings, (line) => console.log(line))
  const api = startApi({ SERVICE_ROLE: 'all', ...apiEnv })
  void api.ready.then((ready) => ready && console.log(`Streamline is ready at http://localhost:${settings.port}`))

  const reason = await Promise.race([
    stopping.then(() => 'asked'),
    api.exited.then(() => 'api'),
    ...(database ? [database.exited.then(() => 'database')] : []),
  ])
  if (reason === 'asked') console.log('Stopping…')
  const wasReady = await Promise.race([api.ready, Promise.resolve(false)])
  await api.stop()
  await database?.stop()
  if (reason === 'database') {
    throw new Failure(`PostgreSQL ended unexpectedly: ${join(database?.folder ?? '', '..', 'postgres.log')} says why`)
  }
  if (reason === 'api' && wasReady) throw new Failure('The API ended unexpectedly')
  process.exit(reason === 'asked' ? 0 : 1)
}
