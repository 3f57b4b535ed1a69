import { Injectable } from '@nestjs/common'
import { DocumentStore } from '../../platform/documents/document-store.ts'
import { catalogueImportShape } from './catalogue.collections.ts'

const ID = 'bundled'

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

  remember(contentHash: string): Promise<void> {
    return this.collection.upsertMany([{ id: ID, revision: 1, contentHash }])
  }
}
