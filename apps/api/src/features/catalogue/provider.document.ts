import type { SubscriptionKind } from '@streamline/domain'
import type { StoredDocument } from '../../platform/documents/document-store.ts'

export interface ProviderDocument extends StoredDocument {
  readonly name: string
  readonly kinds: readonly SubscriptionKind[]
  readonly countries: readonly string[]
  readonly domain: string | null
  readonly brandColor: string | null
  /** Its place among the most used of each country, from 1. */
  readonly popularity: Readonly<Record<string, number>>
  /** What people call it besides its name. */
  readonly otherNames: readonly string[]
  /** What bank statements call it. */
  readonly statementAliases: readonly string[]
}

/** Which catalogue is loaded. One document, so that a store knows by itself whether it is up to date. */
export interface CatalogueImportDocument extends StoredDocument {
  readonly contentHash: string
}
