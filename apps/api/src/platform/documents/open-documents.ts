import type { Env } from '../../env.ts'
import type { Postgres } from '../postgres/postgres.ts'
import type { StoreName } from './document-home.ts'
import { OPEN, type DocumentStore, type Gate } from './document-store.ts'
import { PostgresDocuments } from './postgres-documents.ts'

type Settings = Pick<Env, 'mongodbUrl'>

/** The one place that chooses where documents are. */
export const chosenStore = ({ mongodbUrl }: Settings): StoreName =>
  mongodbUrl === undefined ? 'postgres' : 'mongodb'

export const openDocuments = async (
  name: StoreName,
  { mongodbUrl }: Settings,
  postgres: Postgres,
  gate: Gate = OPEN,
): Promise<DocumentStore> => {
  if (name === 'postgres') return new PostgresDocuments(postgres, gate)
  if (mongodbUrl === undefined) throw new Error('MongoDB was chosen without MONGODB_URL')
  // Who does not use it does not load its driver.
  const [{ MongoConnection }, { MongoDocuments }] = await Promise.all([
    import('./mongo-connection.ts'),
    import('./mongo-documents.ts'),
  ])
  return new MongoDocuments(new MongoConnection(mongodbUrl), gate)
}
