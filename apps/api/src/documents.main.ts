import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { collections } from './collections.ts'
import { readEnv } from './env.ts'
import { DocumentHome } from './platform/documents/document-home.ts'
import { moveDocuments } from './platform/documents/move-documents.ts'
import { chosenStore, openDocuments } from './platform/documents/open-documents.ts'
import { reindexDocuments } from './platform/documents/reindex-documents.ts'
import { WritersLock } from './platform/documents/writers-lock.ts'
import { migrate } from './platform/postgres/migrate.ts'
import { Postgres } from './platform/postgres/postgres.ts'
import { oneLine } from './platform/process.ts'
import { StartFailure } from './platform/start-failure.ts'

const USAGE = 'Say `npm run documents:move -- --to mongodb|postgres`, or `npm run documents:reindex`'

const tell = (line: string) => console.log(line)

/** What is done to all documents while nobody else writes them. */
async function run(): Promise<void> {
  const { verb, to } = readWords()
  const env = readEnv()
  await migrate(env.databaseUrl)
  const postgres = new Postgres(env)
  const lock = new WritersLock(env.databaseUrl)
  try {
    const isOurs = await lock.own(() => {
      console.error('The connection that kept others away was lost: run it again')
      process.exit(1)
    })
    if (!isOurs) throw await stillRunning(lock)
    const home = new DocumentHome(postgres)
    const stores = { postgres: await openDocuments('postgres', env, postgres) }
    const known = await home.find('postgres', stores.postgres, collections)
    if (verb === 'move' && known.store === to && known.movingTo === null)
      return tell(`The documents are there already: ${to}`)
    if (verb === 'reindex' && chosenStore(env) === 'postgres') {
      await home.assertAt('postgres', stores.postgres, collections)
      return await reindexDocuments(stores.postgres, collections, tell)
    }
    if (env.mongodbUrl === undefined)
      throw new StartFailure('MONGODB_URL is not set: it names the MongoDB to move to or from')
    const mongodb = await openDocuments('mongodb', env, postgres)
    try {
      if (verb === 'move')
        return await moveDocuments(to, { home, stores: { ...stores, mongodb }, shapes: collections, tell })
      await home.assertAt('mongodb', mongodb, collections)
      await reindexDocuments(mongodb, collections, tell)
    } finally {
      await mongodb.close()
    }
  } finally {
    await lock.release()
    await postgres.onApplicationShutdown()
  }
}

function readWords(): { verb: 'move'; to: 'postgres' | 'mongodb' } | { verb: 'reindex'; to: undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { to: { type: 'string' } },
      allowPositionals: true,
    })
    const [verb] = positionals
    const { to } = values
    if (verb === 'move' && (to === 'postgres' || to === 'mongodb')) return { verb, to }
    if (verb === 'reindex' && to === undefined) return { verb, to }
  } catch {
    // An option that there is not: the usage says which there are.
  }
  throw new StartFailure(USAGE)
}

async function stillRunning(lock: WritersLock): Promise<StartFailure> {
  const holders = await lock.holders()
  return new StartFailure(
    `Streamline is running (${holders.join(', ') || 'unknown'}): stop every process of it first, documents move only while nobody writes`,
  )
}

try {
  await run()
} catch (error) {
  console.error(oneLine(error))
  process.exit(1)
}
