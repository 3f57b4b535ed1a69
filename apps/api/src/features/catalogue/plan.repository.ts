import { Injectable } from '@nestjs/common'
import { DocumentStore, type Position, type Where } from '../../platform/documents/document-store.ts'
import { planShape } from './catalogue.collections.ts'
import type { PlanDocument } from './plan.document.ts'

/** What plans may be asked for. */
export type PlanFilter = Where<keyof (typeof planShape)['fields']>

/** More than all providers of a household sell. */
export const MOST_PLANS = 2000
const BATCH = 500

@Injectable()
export class PlanRepository {
  private readonly collection

  constructor(store: DocumentStore) {
    this.collection = store.collection(planShape)
  }

  get(id: string): Promise<PlanDocument | null> {
    return this.collection.get(id)
  }

  getMany(ids: readonly string[]): Promise<PlanDocument[]> {
    return this.collection.getMany(ids)
  }

  /** The best first. */
  find(where: PlanFilter, limit: number, after: Position | null): Promise<PlanDocument[]> {
    return this.collection.find({ where, sort: 'rank', limit, after })
  }

  /** As `find` pages. */
  positionOf(plan: PlanDocument): Position {
    return this.collection.positionOf(plan, 'rank')
  }

  ofProviders(providerIds: readonly string[], country: string): Promise<PlanDocument[]> {
    return this.find({ providerId: { oneOf: providerIds }, country: { equals: country } }, MOST_PLANS, null)
  }

  /** Every plan there is, sold or not. */
  all(): Promise<PlanDocument[]> {
    return this.every({})
  }

  ofCountry(country: string): Promise<PlanDocument[]> {
    return this.every({ country: { equals: country } })
  }

  private async every(where: PlanFilter): Promise<PlanDocument[]> {
    const plans: PlanDocument[] = []
    for (let after: Position | null = null; ;) {
      const page: PlanDocument[] = await this.find(where, BATCH, after)
      plans.push(...page)
      const last = page.at(-1)
      if (last === undefined || page.length < BATCH) return plans
      after = this.positionOf(last)
    }
  }

  /** Null when there is one of this id already. */
  async insert(plan: PlanDocument): Promise<PlanDocument | null> {
    return (await this.collection.insert(plan)) ? plan : null
  }

  /** Null when it has moved on since it was read. */
  replace(plan: PlanDocument, read: PlanDocument): Promise<PlanDocument | null> {
    return this.collection.replace(plan, read.revision)
  }

  /** Those with a price that begins by a day. */
  withPricesUntil(day: string): Promise<PlanDocument[]> {
    return this.collection.find({
      where: { nextPriceOn: { atMost: day } },
      sort: 'nextPriceOn',
      limit: BATCH,
    })
  }

  /** Plans that are the same already stay at their revision. */
  store(plans: readonly PlanDocument[]): Promise<void> {
    return this.collection.upsertMany(plans)
  }
}
