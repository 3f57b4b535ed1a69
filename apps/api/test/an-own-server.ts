import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../../tools/postgres/embedded.mjs'
import { endWithThisProcess, processesOn, signalAll } from '../../../tools/postgres/processes.mjs'
import { migrate } from '../src/platform/postgres/migrate.ts'

/** A migrated PostgreSQL of the test's own, to be hurt: the one that the tests share serves others meanwhile. */
export async function anOwnServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'streamline-own-'))
  await chmod(dataDir, 0o755)
  const start = () => startEmbeddedPostgres({ dataDir, settings: ['jit=off'], durable: false })
  let server = await start()
  let watch = endWithThisProcess(server.pid, dataDir)
  await migrate(server.url)
  const signal = async (name: NodeJS.Signals) => signalAll(await processesOn(server.folder), name)
  return {
    get url() {
      return server.url
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    /** Does something to the files of the stopped server, and starts it again on another port. */
    whileStopped: async (work: (cluster: string) => Promise<void>) => {
      watch.kill('SIGKILL')
      await server.stop()
      await work(server.folder)
      server = await start()
      watch = endWithThisProcess(server.pid, dataDir)
    },
    stop: async () => {
      watch.kill('SIGKILL')
      await signal('SIGCONT')
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
