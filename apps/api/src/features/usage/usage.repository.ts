import { Injectable } from '@nestjs/common'
import { DocumentStore, type Position } from '../../platform/documents/document-store.ts'
import { usageShape } from './usage.collection.ts'
import type { UsageDocument } from './usage.document.ts'

export interface UsageListing {
  readonly householdId: string
  readonly subscriptionId: string
  readonly state: 'noted' | 'removed'
  readonly limit: number
  readonly after: Position | null
}

/** Of all subscriptions that are asked about together: years of notes; who noted more is told by the latest. */
const MOST_READ = 2000
const STEP = 500

@Injectable()
export class UsageRepository {
  private readonly collection

  constructor(store: DocumentStore) {
    this.collection = store.collection(usageShape)
  }

  get(id: string): Promise<UsageDocument | null> {
    return this.collection.get(id)
  }

  insert(reading: UsageDocument): Promise<boolean> {
    return this.collection.insert(reading)
  }

  /** Null when somebody else was faster. */
  replace(changed: UsageDocument, expectedRevision: number): Promise<UsageDocument | null> {
    return this.collection.replace(changed, expectedRevision)
  }

  /** The latest day first. */
  list({ householdId, subscriptionId, state, limit, after }: UsageListing): Promise<UsageDocument[]> {
    return this.collection.find({
      where: {
        householdId: { equals: householdId },
        subscriptionId: { equals: subscriptionId },
        state: { equals: state },
      },
      sort: 'latestFirst',
      limit,
      after,
    })
  }

  positionOf(reading: UsageDocument): Position {
    return this.collection.positionOf(reading, 'latestFirst')
  }

  /** What counts of these subscriptions, in one question, the latest first. */
  async ofSubscriptions(householdId: string, ids: readonly string[]): Promise<UsageDocument[]> {
    if (ids.length === 0) return []
    return this.collection.find({
      where: {
        householdId: { equals: householdId },
        subscriptionId: { oneOf: ids },
        state: { equals: 'noted' },
      },
      sort: 'latestFirst',
      limit: MOST_READ,
    })
  }

  /** All of these subscriptions, page by page. */
  async everyOf(householdId: string, ids: readonly string[]): Promise<UsageDocument[]> {
    const found: UsageDocument[] = []
    for (let after: Position | null = null; ids.length > 0;) {
      const step: UsageDocument[] = await this.collection.find({
        where: { householdId: { equals: householdId }, subscriptionId: { oneOf: ids } },
        sort: 'latestFirst',
        limit: STEP,
        after,
      })
      found.push(...step)
      const last = step.at(-1)
      if (last === undefined || step.length < STEP) break
      after = this.positionOf(last)
    }
    return found
  }

  /** A part of what one person noted; the next one begins after another position. */
  notedBy(householdId: string, memberId: string, after: Position | null = null): Promise<UsageDocument[]> {
    return this.collection.find({
      where: { householdId: { equals: householdId }, notedBy: { equals: memberId } },
      sort: 'latestFirst',
      limit: STEP,
      after,
    })
  }

  /** Bookkeeping that gives no new revision; what has moved on meanwhile stays as it is. */
  amendMany(changed: readonly UsageDocument[]): Promise<unknown> {
    return this.collection.amendMany(changed)
  }

  async eraseOf(householdId: string, subscriptionIds: readonly string[]): Promise<void> {
    if (subscriptionIds.length === 0) return
    await this.collection.removeWhere({
      householdId: { equals: householdId },
      subscriptionId: { oneOf: subscriptionIds },
    })
  }

  async eraseHousehold(householdId: string): Promise<void> {
    await this.collection.removeWhere({ householdId: { equals: householdId } })
  }
}
