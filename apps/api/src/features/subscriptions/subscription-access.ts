import type { HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** What is private exists for its owner only, whatever the role. */
export const maySee = (
  { householdId, visibility, ownerId }: SubscriptionDocument,
  who: HouseholdActor,
): boolean => householdId === who.id && (visibility === 'shared' || ownerId === who.memberId)

/** What the role of a person allows, by the matrix. */
export interface Rights {
  readonly change: boolean
  readonly changeShared: boolean
}

/** A member changes what they own or manage, managers and owners everything shared (law 27). */
export const mayChange = (
  subscription: SubscriptionDocument,
  who: HouseholdActor,
  rights: Rights,
): boolean => {
  if (!maySee(subscription, who) || !rights.change) return false
  return rights.changeShared || [subscription.ownerId, subscription.managedBy].includes(who.memberId)
}

/** What was taken away is only brought back. */
export const assertThere = ({ withdrawn }: SubscriptionDocument, isUndo: boolean): void => {
  if (withdrawn && !isUndo)
    throw new ProblemError('illegal-transition', 'It was taken away: take that back first.')
}

/** What becomes private disappears for everybody but its owner: nobody else decides that. */
export const assertOwnsPrivacy = (
  { ownerId, visibility: before }: SubscriptionDocument,
  { memberId }: HouseholdActor,
  visibility: SubscriptionDocument['visibility'] | undefined,
): void => {
  if (visibility === undefined || visibility === before || ownerId === memberId) return
  throw new ProblemError('forbidden', 'Only its owner says whether it is private.')
}

export const assertMayChange = (
  subscription: SubscriptionDocument,
  who: HouseholdActor,
  rights: Rights,
): void => {
  if (!mayChange(subscription, who, rights))
    throw new ProblemError(
      'forbidden',
      'Members change the subscriptions that are theirs or that they manage.',
    )
}
