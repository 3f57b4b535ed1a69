import { buildApi, buildWeb } from '../build/build.mjs'
import { Failure } from '../failure.mjs'
import { checkUnused } from '../postgres/embedded.mjs'
import { freePort } from '../postgres/server.mjs'
import { stopRequested } from '../setup/signals.mjs'
import { startApi } from './api-process.mjs'
import { loadSettings } from './environment.mjs'
import { checkPort } from './port.mjs'
import { startServices } from './services.mjs'

/** Builds what is stale, starts the database and the API, and ends when asked or when one of them ends. */
export async function main() {
  let holdsData = false
  const stopping = stopRequested()
  void stopping.then(() => holdsData || process.exit(130))
  const settings = loadSettings()
  if (settings.port === 0) settings.port = await freePort()
  if (!settings.databaseUrl) await checkUnused(settings.dataDir)
  await checkPort(settings.port, settings.host)
  await buildApi()
  await buildWeb()
  holdsData = true
  const { env, database } = await startServices(settings, (line) => console.log(line))
  const api = startApi({ SERVICE_ROLE: 'all', LOG_LEVEL: 'warn', ...env })
  let wasReady = false
  const announce = async () => {
    wasReady = await api.ready
    if (wasReady) console.log(`Streamline is ready at http://localhost:${settings.port}`)
  }
  void announce()

  const ended = await Promise.race([
    stopping.then(() => 'asked'),
    api.exited.then(() => 'api'),
    ...(database ? [database.gaveUp] : []),
  ])
  if (ended === 'asked') console.log('Stopping…')
  // Without its database it can finish nothing.
  await api.stop(ended instanceof Failure ? 2000 : undefined)
  await database?.stop()
  if (ended === 'asked') process.exit(0)
  if (ended instanceof Failure) throw ended
  if (wasReady) throw new Failure('The API ended unexpectedly')
  process.exit(1) // the API has said why
}
