import { startKeptPostgres } from '../postgres/kept.mjs'
import { localSecret } from './secret.mjs'

/**
 * The database and the environment for the API: the given DATABASE_URL, or a PostgreSQL of our own in DATA_DIR.
 * @param {ReturnType<typeof import('./settings.mjs').readSettings>} settings
 * @param {(line: string) => void} log
 */
export async function startServices(settings, log) {
  const { databaseUrl, dataDir, host, port } = settings
  const common = { ...process.env, HOST: host, PORT: String(port), DATA_DIR: dataDir }
  if (databaseUrl) return { env: { ...common, DATABASE_URL: databaseUrl }, database: undefined }
  const database = await startKeptPostgres({ dataDir, log })
  const secret = settings.appSecret ?? (await localSecret(dataDir))
  return { env: { ...common, DATABASE_URL: database.url, APP_SECRET: secret }, database }
}
