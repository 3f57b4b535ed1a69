import {
  catalogueImportShape,
  planCorrectionShape,
  planDraftShape,
  planShape,
  providerShape,
} from './features/catalogue/catalogue.collections.ts'
import { subscriptionShape } from './features/subscriptions/subscription.collection.ts'
import { usageShape } from './features/usage/usage.collection.ts'
import type { AnyShape } from './platform/documents/document-store.ts'

/** All documents there are: what is prepared at the start, moved between stores and indexed anew. */
export const collections: readonly AnyShape[] = [
  providerShape,
  planShape,
  planDraftShape,
  planCorrectionShape,
  catalogueImportShape,
  subscriptionShape,
  usageShape,
]
