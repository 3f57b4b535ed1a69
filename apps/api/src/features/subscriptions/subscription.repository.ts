import { Injectable } from '@nestjs/common'
import type { SubscriptionKind } from '@streamline/domain'
import { DocumentStore, type Position, type Stamped } from '../../platform/documents/document-store.ts'
import { EVERYBODY, subscriptionShape, whoSeesRemoved } from './subscription.collection.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** More than a household can hold in earnest; a bound keeps one question from growing without end. */
const MOST_OF_HOUSEHOLD = 5000

export interface Listing {
  readonly householdId: string
  readonly memberId: string
  readonly kind: SubscriptionKind | undefined
  /** Used, managed or paid by this person. */
  readonly person: string | undefined
  /** Beginnings of words that must all be there. */
  readonly words: readonly string[]
  /** Those that were added by mistake instead of those that count. */
  readonly removed: boolean
  readonly limit: number
  readonly after: Position | null
}

@Injectable()
export class SubscriptionRepository {
  private readonly collection

  constructor(store: DocumentStore) {
    this.collection = store.collection(subscriptionShape)
  }

  get(id: string): Promise<SubscriptionDocument | null> {
    return this.collection.get(id)
  }

  getMany(ids: readonly string[]): Promise<SubscriptionDocument[]> {
    return this.collection.getMany(ids)
  }

  insert(subscription: SubscriptionDocument): Promise<boolean> {
    return this.collection.insert(subscription)
  }

  /** Null when somebody else was faster. */
  replace(changed: SubscriptionDocument, expectedRevision: number): Promise<SubscriptionDocument | null> {
    return this.collection.replace(changed, expectedRevision)
  }

  /** Bookkeeping that gives no new revision; what has moved on meanwhile stays as it is. */
  amendMany(changed: readonly SubscriptionDocument[]): Promise<unknown> {
    return this.collection.amendMany(changed)
  }

  list(listing: Listing): Promise<SubscriptionDocument[]> {
    return this.collection.find(questionOf(listing))
  }

  /** As `ofHousehold`; what is known and has not changed is not read again. */
  ofHouseholdBeside(
    known: ReadonlyMap<string, Stamped<SubscriptionDocument>>,
    householdId: string,
    memberId: string,
  ): Promise<Stamped<SubscriptionDocument>[]> {
    return this.collection.findBeside(known, questionOf(everything(householdId, memberId)))
  }

  /** By name, as `list` pages. */
  positionOf(subscription: SubscriptionDocument): Position {
    return this.collection.positionOf(subscription, 'nameKey')
  }

  ofHousehold(householdId: string, memberId: string): Promise<SubscriptionDocument[]> {
    return this.list(everything(householdId, memberId))
  }

  /** Of those that were added by mistake. */
  removedOfHousehold(householdId: string, memberId: string): Promise<SubscriptionDocument[]> {
    return this.list({ ...everything(householdId, memberId), removed: true })
  }

  /** Everything of a household, whoever may see it, by name. */
  everyOf(householdId: string, limit: number, after: Position | null): Promise<SubscriptionDocument[]> {
    return this.collection.find({
      where: { householdId: { equals: householdId } },
      sort: 'nameKey',
      limit,
      after,
    })
  }

  /** All that is or was on these numbers, whoever may see it. */
  onLines(householdId: string, lineIds: readonly string[]): Promise<SubscriptionDocument[]> {
    return this.collection.find({
      where: { householdId: { equals: householdId }, lineId: { oneOf: lineIds } },
      sort: 'nameKey',
      limit: MOST_OF_HOUSEHOLD,
    })
  }

  /** Whose next charge is due by an instant, the longest waiting first. */
  due(until: string, limit: number, after: Position | null): Promise<SubscriptionDocument[]> {
    return this.collection.find({
      where: { nextLook: { atMost: `${until}~` } },
      sort: 'nextLook',
      limit,
      after,
    })
  }

  duePosition(subscription: SubscriptionDocument): Position {
    return this.collection.positionOf(subscription, 'nextLook')
  }

  /** What was written by an instant and is still owed: what a crash left, the oldest first. */
  pending(until: string, limit: number, after: Position | null): Promise<SubscriptionDocument[]> {
    return this.collection.find({
      where: { pendingSince: { atMost: until } },
      sort: 'pendingSince',
      limit,
      after,
    })
  }

  pendingPosition(subscription: SubscriptionDocument): Position {
    return this.collection.positionOf(subscription, 'pendingSince')
  }

  /** Ids of one person's private subscriptions, also of those that were added by mistake. */
  async privateIdsOf(householdId: string, ownerId: string): Promise<string[]> {
    const found = await this.collection.find({
      where: {
        householdId: { equals: householdId },
        visibleTo: { oneOf: [ownerId, whoSeesRemoved(ownerId)] },
      },
      sort: 'nameKey',
      limit: MOST_OF_HOUSEHOLD,
    })
    return found.map(({ id }) => id)
  }

  erasePrivate(householdId: string, ownerId: string): Promise<number> {
    return this.collection.removeWhere({
      householdId: { equals: householdId },
      visibleTo: { oneOf: [ownerId, whoSeesRemoved(ownerId)] },
    })
  }

  eraseHousehold(householdId: string): Promise<number> {
    return this.collection.removeWhere({ householdId: { equals: householdId } })
  }
}

const everything = (householdId: string, memberId: string): Listing => ({
  householdId,
  memberId,
  kind: undefined,
  person: undefined,
  words: [],
  removed: false,
  limit: MOST_OF_HOUSEHOLD,
  after: null,
})

const seenBy = (memberId: string, removed: boolean): string[] => {
  const seen = [EVERYBODY, memberId]
  return removed ? seen.map(whoSeesRemoved) : seen
}

const questionOf = ({ householdId, memberId, kind, person, words, removed, limit, after }: Listing) => ({
  where: {
    householdId: { equals: householdId },
    visibleTo: { oneOf: seenBy(memberId, removed) },
    ...(kind === undefined ? {} : { kind: { equals: kind } }),
    ...(person === undefined ? {} : { people: { hasAll: [person] } }),
    ...(words.length === 0 ? {} : { beginnings: { hasAll: words } }),
  },
  sort: 'nameKey' as const,
  limit,
  after,
})
