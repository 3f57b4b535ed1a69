import { Injectable } from '@nestjs/common'
import { DocumentStore, type Position, type Where } from '../../platform/documents/document-store.ts'
import { providerShape } from './catalogue.collections.ts'
import type { ProviderDocument } from './provider.document.ts'

/** What providers may be asked for. */
export type ProviderFilter = Where<keyof (typeof providerShape)['fields']>

/** More than there are companies that people subscribe to. */
const MOST_PROVIDERS = 5000

@Injectable()
export class ProviderRepository {
  private readonly collection

  constructor(store: DocumentStore) {
    this.collection = store.collection(providerShape)
  }

  /** The most used first. */
  find(where: ProviderFilter, limit: number, after: Position | null): Promise<ProviderDocument[]> {
    return this.collection.find({ where, sort: 'rank', limit, after })
  }

  get(id: string): Promise<ProviderDocument | null> {
    return this.collection.get(id)
  }

  async all(): Promise<ProviderDocument[]> {
    return this.find({}, MOST_PROVIDERS, null)
  }

  /** As `find` pages. */
  positionOf(provider: ProviderDocument): Position {
    return this.collection.positionOf(provider, 'rank')
  }

  /** Providers that are the same already stay at their revision. */
  store(providers: readonly ProviderDocument[]): Promise<void> {
    return this.collection.upsertMany(providers)
  }
}
