import { Injectable } from '@nestjs/common'
import type { Stamped } from '../../platform/documents/document-store.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

type Known = ReadonlyMap<string, Stamped<SubscriptionDocument>>

/** Documents of all households together: some 50 MB with what is derived of them. */
const MOST_KEPT = 10_000

const NOTHING: Known = new Map()

/**
 * The subscriptions of households as they were last read here. Every question asks the store which there are, in which version,
 * for this very member: what others wrote, in whatever process, is read anew, and what is private never reaches anybody by having
 * been read for its owner. The same version is the same object, so that what is derived of it can be kept beside it.
 */
@Injectable()
export class KnownSubscriptionsService {
  /** In the order of their last use. */
  private readonly households = new Map<string, Known>()
  private size = 0

  constructor(private readonly repository: SubscriptionRepository) {}

  /** All that a member may see, by name. */
  async of(householdId: string, memberId: string): Promise<SubscriptionDocument[]> {
    const before = this.households.get(householdId) ?? NOTHING
    const now = await this.repository.ofHouseholdBeside(before, householdId, memberId)
    this.keep(householdId, memberId, now)
    return now.map(({ document }) => document)
  }

  /** For what is erased: it goes from memory too. */
  forget(householdId: string): void {
    this.size -= this.households.get(householdId)?.size ?? 0
    this.households.delete(householdId)
  }

  private keep(householdId: string, memberId: string, now: readonly Stamped<SubscriptionDocument>[]): void {
    const others = [...(this.households.get(householdId) ?? NOTHING).values()].filter(
      ({ document }) => document.visibility === 'private' && document.ownerId !== memberId,
    )
    this.forget(householdId)
    const kept = new Map([...others, ...now].map((stamped) => [stamped.document.id, stamped]))
    this.households.set(householdId, kept)
    this.size += kept.size
    for (const oldest of this.households.keys()) {
      if (this.size <= MOST_KEPT) break
      this.forget(oldest)
    }
  }
}
