import { documentTable } from '../../platform/documents/document.table.ts'
import {
  catalogueImportShape,
  planCorrectionShape,
  planDraftShape,
  planShape,
  providerShape,
} from './catalogue.collections.ts'

export const plans = documentTable(planShape)
export const planDrafts = documentTable(planDraftShape)
export const planCorrections = documentTable(planCorrectionShape)
export const providers = documentTable(providerShape)
export const catalogueImports = documentTable(catalogueImportShape)
