import { isDeepStrictEqual } from 'node:util'
import {
  departuresMerged,
  historyMerged,
  membersOfSplit,
  type CalendarDate,
  type Merging,
} from '@streamline/domain'
import type { Occasion } from './occasion.ts'
import { written } from './subscription-write.ts'
import type { PeopleOfSubscription, SubscriptionDocument } from './subscription.document.ts'

/** Two entries that become one person; `id` names the act, where it can be taken back. */
export type NamedMerging = Merging & { readonly id?: string | undefined }

/** As it is stored: what is absent is absent. */
const peopleOf = ({
  paidBy,
  managedBy,
  ownerId,
  usedBy,
  splits,
  ownSplits,
  departures,
}: SubscriptionDocument): PeopleOfSubscription => ({
  paidBy,
  managedBy,
  ownerId,
  usedBy,
  splits,
  ...(ownSplits === undefined ? {} : { ownSplits }),
  ...(departures === undefined ? {} : { departures }),
})

/** A subscription in which two entries are one person, also in what is over. Null where it does not name the one that went. */
export const withMerged = (
  subscription: SubscriptionDocument,
  merging: NamedMerging,
  occasion: Occasion,
): SubscriptionDocument | null => {
  const { id, memberId, intoId } = merging
  const { splits, ownSplits, departures = [], paidBy, managedBy, ownerId, usedBy } = subscription
  const histories = [splits, ...(ownSplits ?? []).map((own) => own.splits)]
  const isShared = histories.some((history) =>
    history.some(({ split }) => membersOfSplit(split).includes(memberId)),
  )
  const hadLeft = departures.some((left) => [left.memberId, left.heirId].includes(memberId))
  if (!isShared && !hadLeft && ![paidBy, managedBy, ownerId, ...usedBy].includes(memberId)) return null
  const nameOf = (person: string) => (person === memberId ? intoId : person)
  const changed: SubscriptionDocument = {
    ...subscription,
    paidBy: nameOf(paidBy),
    managedBy: nameOf(managedBy),
    ownerId: nameOf(ownerId),
    usedBy: [...new Set(usedBy.map(nameOf))],
    splits: historyMerged(splits, merging),
    ...(ownSplits === undefined
      ? {}
      : { ownSplits: ownSplits.map((own) => ({ ...own, splits: historyMerged(own.splits, merging) })) }),
    ...(hadLeft ? { departures: departuresMerged(departures, merging) } : {}),
  }
  const kept =
    id === undefined
      ? {}
      : {
          mergings: [
            ...(subscription.mergings ?? []),
            { id, before: peopleOf(subscription), after: peopleOf(changed) },
          ],
        }
  return written({ ...changed, ...kept }, occasion, { fromIndex: changed.raised })
}

/** Whether nobody has changed since who is named in it. */
export const isAsMerged = (subscription: SubscriptionDocument, id: string): boolean => {
  const merging = subscription.mergings?.find((one) => one.id === id)
  return merging === undefined || isDeepStrictEqual(plain(merging.after), plain(peopleOf(subscription)))
}

const plain = (people: PeopleOfSubscription): unknown => JSON.parse(JSON.stringify(people))

/** A subscription in which they are two again, as before; null where it never followed. */
export const withUnmerged = (
  subscription: SubscriptionDocument,
  { id, on }: { readonly id: string; readonly on: CalendarDate },
  occasion: Occasion,
): SubscriptionDocument | null => {
  const { mergings = [], ownSplits: _own, departures: _left, ...rest } = subscription
  const merging = mergings.find((one) => one.id === id)
  if (merging === undefined) return null
  const others = mergings.filter((one) => one !== merging)
  const people = isAsMerged(subscription, id) ? merging.before : peopleOf(subscription)
  return written({ ...rest, ...people, mergings: others }, occasion, {
    fromIndex: subscription.raised,
    splitFrom: on,
  })
}
