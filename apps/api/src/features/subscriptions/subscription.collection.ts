import { lineEnding, searchTokensOf } from '@streamline/domain'
import { collectionOf } from '../../platform/documents/document-store.ts'
import { prefixesOf } from '../../platform/documents/prefixes.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import {
  withAllowances,
  withCloudAsOther,
  withKeptPrice,
  withLineId,
  withOwed,
  withRecords,
  withRecordsItself,
} from './subscription.upgrades.ts'

/** Stands for everybody in the household among those who may see a subscription. */
export const EVERYBODY = '*'

/** Who may see what was added by mistake: only where it is asked for. */
export const whoSeesRemoved = (who: string): string => `-${who}`

export const subscriptionShape = collectionOf<SubscriptionDocument>()('subscriptions', {
  fields: {
    householdId: { type: 'text', of: ({ householdId }) => householdId },
    nameKey: { type: 'text', of: ({ name }) => name.toLowerCase() },
    kind: { type: 'text', of: ({ kind }) => kind },
    visibleTo: {
      type: 'text',
      of: ({ visibility, ownerId, withdrawn }) => {
        const who = visibility === 'shared' ? EVERYBODY : ownerId
        return withdrawn ? whoSeesRemoved(who) : who
      },
    },
    people: {
      type: 'texts',
      of: ({ managedBy, paidBy, usedBy }) => [...new Set([managedBy, paidBy, ...usedBy])],
    },
    beginnings: {
      type: 'texts',
      // Only the end of a line is a search word: a number must not be found out digit by digit.
      of: ({ name, providerName, labels, line }) =>
        prefixesOf(searchTokensOf([name, providerName, ...labels, line === null ? null : lineEnding(line)])),
    },
    lineId: { type: 'text', optional: true, of: ({ lineId }) => lineId },
    nextLook: {
      type: 'text',
      optional: true,
      // Those of one household come together: they are brought to billing in one transaction.
      of: ({ nextLookAt, householdId }) => (nextLookAt === null ? null : `${nextLookAt} ${householdId}`),
    },
    pendingSince: { type: 'text', optional: true, of: ({ owed }) => owed?.since ?? null },
  },
  indexes: {
    ofHousehold: { by: ['householdId', 'nameKey'] },
    onLine: { by: ['lineId', 'nameKey'], onlySet: true },
    // What is due and what a crash left are few among all: each question reads only those.
    due: { by: ['nextLook'], onlySet: true },
    pending: { by: ['pendingSince'], onlySet: true },
  },
  upgrades: [
    withOwed,
    withRecordsItself,
    withCloudAsOther,
    withRecords,
    withKeptPrice,
    withAllowances,
    withLineId,
  ],
})
