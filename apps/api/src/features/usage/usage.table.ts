import { documentTable } from '../../platform/documents/document.table.ts'
import { usageShape } from './usage.collection.ts'

export const usage = documentTable(usageShape)
