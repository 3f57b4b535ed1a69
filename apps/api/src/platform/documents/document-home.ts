import { randomUUID } from 'node:crypto'
import type { Postgres, Queries } from '../postgres/postgres.ts'
import { StartFailure } from '../start-failure.ts'
import type { AnyShape, DocumentStore } from './document-store.ts'
import { PostgresDocuments } from './postgres-documents.ts'

export type StoreName = 'postgres' | 'mongodb'

export const titles: Record<StoreName, string> = { postgres: 'PostgreSQL', mongodb: 'MongoDB' }

export interface Home {
  readonly installation: string
  readonly store: StoreName
  /** The other store while a move to it goes on; the same one while the old documents are still being removed. */
  readonly movingTo: StoreName | null
}

/** Two processes that start at once find the same. */
const FOUNDING = 7_223_003

const statements = {
  read: {
    name: 'documents.home',
    text: 'select installation, store, moving_to as "movingTo" from document_home',
  },
  lock: { name: 'documents.founding', text: 'select pg_advisory_xact_lock($1)' },
  found: {
    name: 'documents.found',
    text: 'insert into document_home (installation, store) values ($1, $2)',
  },
  change: { name: 'documents.change-home', text: 'update document_home set store = $1, moving_to = $2' },
}

/** Where the documents are, as PostgreSQL remembers it: a process that looks elsewhere must not start. */
export class DocumentHome {
  constructor(private readonly postgres: Postgres) {}

  read(): Promise<Home | undefined> {
    return readOn(this.postgres)
  }

  async change(store: StoreName, movingTo: StoreName | null): Promise<void> {
    await this.postgres.query(statements.change, [store, movingTo])
  }

  /** The home; where there is none yet, the configured store becomes it, unless documents are in PostgreSQL already. */
  find(configured: StoreName, store: DocumentStore, shapes: readonly AnyShape[]): Promise<Home> {
    return this.postgres.transaction(async (tx) => {
      await tx.query(statements.lock, [FOUNDING])
      const known = await readOn(tx)
      if (known !== undefined) return known
      const isUpgrade =
        configured === 'mongodb' && !(await isEmpty(new PostgresDocuments(this.postgres), shapes))
      const home: Home = {
        installation: randomUUID(),
        store: isUpgrade ? 'postgres' : configured,
        movingTo: null,
      }
      if (home.store === 'mongodb') await claim(store, home.installation, shapes)
      await tx.query(statements.found, [home.installation, home.store])
      return home
    })
  }

  /** Throws where a process with this store would read or write beside the documents. */
  async assertAt(configured: StoreName, store: DocumentStore, shapes: readonly AnyShape[]): Promise<void> {
    const home = await this.find(configured, store, shapes)
    const complaint = complaintAbout(home, configured)
    if (complaint !== undefined) throw new StartFailure(complaint)
    if (configured === 'mongodb' && (await store.owner()) !== home.installation) throw foreign()
  }
}

const readOn = async (queries: Queries): Promise<Home | undefined> => {
  const [home] = await queries.query<Home>(statements.read)
  return home
}

const isEmpty = async (store: DocumentStore, shapes: readonly AnyShape[]): Promise<boolean> => {
  for (const shape of shapes) if ((await store.shelf(shape).count()) > 0) return false
  return true
}

/**
 * Makes an empty store ours. One that is claimed and empty was left by a start that did not come to its end.
 */
export const claim = async (
  store: DocumentStore,
  installation: string,
  shapes: readonly AnyShape[],
): Promise<void> => {
  if ((await store.owner()) === installation) return
  if (!(await isEmpty(store, shapes))) throw foreign()
  await store.setOwner(installation)
}

export const foreign = () =>
  new StartFailure(
    'MONGODB_URL names a database that does not belong to this installation: name the one with its documents, or an empty one for a move',
  )

const complaintAbout = ({ store, movingTo }: Home, configured: StoreName): string | undefined => {
  const move = (to: StoreName) => `\`npm run documents:move -- --to ${to}\``
  if (movingTo !== null && movingTo !== store)
    return `A move of the documents to ${titles[movingTo]} has begun and not ended: run ${move(movingTo)} again, or ${move(store)} to stay`
  if (store === configured) return undefined
  return store === 'mongodb'
    ? `The documents are in MongoDB: set MONGODB_URL, or run ${move('postgres')} with it`
    : `The documents are in PostgreSQL: unset MONGODB_URL, or run ${move('mongodb')} with it`
}
