import { epochDayOf } from '@streamline/domain'
import { collectionOf } from '../../platform/documents/document-store.ts'
import type { UsageDocument } from './usage.document.ts'

/** More than any day of the calendar, and than any instant of it in milliseconds. */
const BEYOND_DAYS = 99_999
const BEYOND_MS = 9_999_999_999_999

const padded = (value: number, length: number) => String(value).padStart(length, '0')

export const usageShape = collectionOf<UsageDocument>()('usage', {
  fields: {
    householdId: { type: 'text', of: ({ householdId }) => householdId },
    subscriptionId: { type: 'text', of: ({ subscriptionId }) => subscriptionId },
    // Pages are read upwards: what is counted down comes with the latest day, and the latest note of it, first.
    latestFirst: {
      type: 'text',
      of: ({ on, notedAt }) =>
        `${padded(BEYOND_DAYS - epochDayOf(on), 6)} ${padded(BEYOND_MS - Date.parse(notedAt), 13)}`,
    },
    state: { type: 'text', of: ({ removed }) => (removed ? 'removed' : 'noted') },
    notedBy: { type: 'text', of: ({ notedBy }) => notedBy },
  },
  indexes: {
    ofSubscription: { by: ['householdId', 'subscriptionId', 'latestFirst'] },
    ofHousehold: { by: ['householdId', 'latestFirst'] },
  },
})
