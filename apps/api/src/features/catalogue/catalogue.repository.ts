import { Injectable } from '@nestjs/common'
import { DocumentStore } from '../../platform/documents/document-store.ts'
import { catalogueImportShape, planShape, providerShape } from './catalogue.collections.ts'

/** The collections of the catalogue; what they can be asked is declared in their shapes. */
@Injectable()
export class CatalogueRepository {
  readonly plans
  readonly providers
  readonly imports

  constructor(store: DocumentStore) {
    this.plans = store.collection(planShape)
    this.providers = store.collection(providerShape)
    this.imports = store.collection(catalogueImportShape)
  }
}
