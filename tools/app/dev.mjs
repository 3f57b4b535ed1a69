import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { oneLine } from '../failure.mjs'
import { checkUnused } from '../postgres/embedded.mjs'
import { freePort } from '../postgres/server.mjs'
import { root } from '../setup/root.mjs'
import { stopRequested } from '../setup/signals.mjs'
import { startApi } from './api-process.mjs'
import { loadSettings } from './environment.mjs'
import { checkPort } from './port.mjs'
import { startServices } from './services.mjs'

/**
 * Development: vite serves the web app on PORT with hot reload and passes API calls on to an API that is rebuilt and
 * started again when its code changes.
 */
export async function main() {
  const stopping = stopRequested()
  const settings = loadSettings()
  if (!settings.databaseUrl) await checkUnused(settings.dataDir)
  await checkPort(settings.port, settings.host)
  const apiPort = await freePort()
  const { env, database } = await startServices({ ...settings, port: apiPort }, (line) => console.log(line))
  const api = restartingApi({ SERVICE_ROLE: 'all', PUBLIC_URL: `http://localhost:${settings.port}`, ...env })
  const watcher = await watchApi(api.restart)
  const web = await serveWeb(settings.port, apiPort)
  console.log(
    `Streamline is in development at http://localhost:${settings.port} (API alone: http://localhost:${apiPort})`,
  )
  const ended = await Promise.race([stopping, ...(database ? [database.gaveUp] : [])])
  console.log(ended instanceof Error ? ended.message : 'Stopping…')
  await Promise.all([watcher.close(), web.close(), api.stop()])
  await database?.stop()
  process.exit(0)
}

/** One API at a time; a change while it restarts is taken up by the same restart. @param {NodeJS.ProcessEnv} env */
function restartingApi(env) {
  /** @type {import('./api-process.mjs').ApiProcess | undefined} */
  let current
  /** @type {Promise<void>} */
  let turn = Promise.resolve()
  let stopped = false
  const stop = async () => {
    stopped = true
    await turn
    await current?.stop()
  }
  const replace = async () => {
    await current?.stop()
    if (stopped) return
    current = startApi(env)
    console.log((await current.ready) ? 'API: ready' : 'API: waiting for a change')
  }
  const restart = () => {
    turn = turn.then(replace)
  }
  return { restart, stop }
}

/** @param {() => void} onBuilt */
async function watchApi(onBuilt) {
  const { watch } = await importOf('apps/api', 'rolldown')
  const folder = join(root, 'apps/api')
  const { default: config } = await import(pathToFileURL(join(folder, 'rolldown.config.mjs')).href)
  const watcher = watch({ ...config, cwd: folder, output: { ...config.output, cleanDir: false } })
  watcher.on(
    'event',
    (/** @type {{ code: string, error?: unknown, result?: { close: () => void } }} */ event) => {
      if (event.code === 'BUNDLE_END') onBuilt()
      if (event.code === 'ERROR') console.error(`API: ${oneLine(event.error)}`)
      event.result?.close()
    },
  )
  return watcher
}

/** @param {number} port @param {number} apiPort */
async function serveWeb(port, apiPort) {
  const { createServer } = await importOf('apps/web', 'vite')
  const target = `http://127.0.0.1:${apiPort}`
  const proxy = Object.fromEntries(['/v1', '/docs', '/dev', '/health'].map((path) => [path, { target }]))
  const server = await createServer({
    root: join(root, 'apps/web'),
    server: { port, strictPort: true, host: '127.0.0.1', proxy },
  })
  return server.listen()
}

/** @param {string} folder @param {string} name */
async function importOf(folder, name) {
  const path = createRequire(join(root, folder, 'package.json')).resolve(name)
  return import(pathToFileURL(path).href)
}
