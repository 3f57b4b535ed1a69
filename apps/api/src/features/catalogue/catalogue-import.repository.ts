import { Injectable } from '@nestjs/common'
import { DocumentStore } from '../../platform/documents/document-store.ts'
import { catalogueImportShape } from './catalogue.collections.ts'

const ID = 'bundled'
const EDITED = 'edited'

/** Which catalogue was loaded last. */
@Injectable()
export class CatalogueImportRepository {
  private readonly collection

  constructor(store: DocumentStore) {
    this.collection = store.collection(catalogueImportShape)
  }

  async lastHash(): Promise<string | undefined> {
    return (await this.collection.get(ID))?.contentHash
  }

  /** What came with the version and what editors did since, as one name. */
  async version(): Promise<string> {
    const marks = await this.collection.getMany([ID, EDITED])
    const markOf = (wanted: string) => marks.find(({ id }) => id === wanted)?.contentHash ?? ''
    return `${markOf(ID)} ${markOf(EDITED)}`.trim()
  }

  /** Names the state after an edit. */
  noteEdit(mark: string): Promise<void> {
    return this.collection.upsertMany([{ id: EDITED, revision: 1, contentHash: mark }])
  }

  remember(contentHash: string): Promise<void> {
    return this.collection.upsertMany([{ id: ID, revision: 1, contentHash }])
  }
}
