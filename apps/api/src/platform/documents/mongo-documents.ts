import {
  DocumentStore,
  OPEN,
  type AnyShape,
  type CollectionShape,
  type DocumentCollection,
  type DocumentShelf,
  type Gate,
  type StoredDocument,
} from './document-store.ts'
import type { MongoConnection } from './mongo-connection.ts'
import { prepare } from './mongo-preparation.ts'
import { MongoCollection } from './mongo-collection.ts'

/** Whose documents these are; the row of the same name in PostgreSQL must say the same. */
const HOME = 'document_home'

interface Claim {
  readonly _id: typeof HOME
  readonly installation: string
}

export class MongoDocuments extends DocumentStore {
  constructor(
    private readonly connection: MongoConnection,
    private readonly gate: Gate = OPEN,
  ) {
    super()
  }

  override collection<T extends StoredDocument, F extends string>(
    shape: CollectionShape<T, F>,
  ): DocumentCollection<T, F> {
    return new MongoCollection(this.connection, shape, this.gate)
  }

  /** For who holds the lock of the writers, or is about to. */
  override shelf(shape: AnyShape): DocumentShelf {
    return new MongoCollection(this.connection, shape, OPEN)
  }

  override async prepare(shapes: readonly AnyShape[]): Promise<void> {
    await this.connection.askAtStart(async (db) => {
      for (const shape of shapes) await prepare(db, shape)
    })
  }

  override async ping(): Promise<void> {
    this.gate.assertOpen()
    await this.connection.ask((db) => db.command({ ping: 1 }))
  }

  override async owner(): Promise<string | null> {
    const home = await this.connection.askAtStart((db) => db.collection<Claim>(HOME).findOne({ _id: HOME }))
    return home?.installation ?? null
  }

  override async setOwner(installation: string | null): Promise<void> {
    await this.connection.askAtStart(async (db) => {
      const homes = db.collection<Claim>(HOME)
      if (installation === null) await homes.deleteOne({ _id: HOME })
      else await homes.replaceOne({ _id: HOME }, { installation }, { upsert: true })
    })
  }

  override close(): Promise<void> {
    return this.connection.close()
  }
}
