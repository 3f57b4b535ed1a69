import type { SubscriptionKind } from '@streamline/domain'
import type { lines } from './line.table.ts'

/** A number of a household, in full. */
export type LineRow = Omit<typeof lines.$inferSelect, 'kind'> & { kind: SubscriptionKind }
