import { documentTable } from '../../platform/documents/document.table.ts'
import { subscriptionShape } from './subscription.collection.ts'

export const subscriptions = documentTable(subscriptionShape)
