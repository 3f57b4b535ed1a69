import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../../tools/postgres/embedded.mjs'
import { processesOn, signalAll } from '../../../tools/postgres/processes.mjs'
import { migrate } from '../src/platform/postgres/migrate.ts'

/** A migrated PostgreSQL of the test's own, to be hurt: the one that the tests share serves others meanwhile. */
export async function anOwnServer(dataDir?: string) {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'streamline-own-')))
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataDir: folder, settings: ['jit=off'], durable: false })
  await migrate(server.url)
  const signal = async (name: NodeJS.Signals) => signalAll(await processesOn(server.folder), name)
  return {
    url: server.url,
    cluster: server.folder,
    pid: server.pid,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    stop: async () => {
      await signal('SIGCONT')
      await server.stop()
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
