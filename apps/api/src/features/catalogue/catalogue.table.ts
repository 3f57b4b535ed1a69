import { documentTable } from '../../platform/documents/document.table.ts'
import { catalogueImportShape, planShape, providerShape } from './catalogue.collections.ts'

export const plans = documentTable(planShape)
export const providers = documentTable(providerShape)
export const catalogueImports = documentTable(catalogueImportShape)
