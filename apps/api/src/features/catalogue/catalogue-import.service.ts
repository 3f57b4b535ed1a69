import { createHash } from 'node:crypto'
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { loadCatalogue } from '@streamline/catalogue'
import { documentsOf } from './catalogue-documents.ts'
import { CatalogueRepository } from './catalogue.repository.ts'
import type { PlanDocument } from './plan.document.ts'

const ID = 'bundled'
const BATCH = 500

/** Loads the catalogue that came with this version, once per content: the next start reads one document and is done. */
@Injectable()
export class CatalogueImportService implements OnApplicationBootstrap {
  private readonly log = new Logger(CatalogueImportService.name)

  constructor(private readonly repository: CatalogueRepository) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.run(documentsOf(loadCatalogue()))
  }

  /** True when something was written. Two processes that start at once write the same. */
  async run({ plans, providers }: ReturnType<typeof documentsOf>): Promise<boolean> {
    const contentHash = createHash('sha256')
      .update(JSON.stringify([plans, providers]))
      .digest('hex')
    const last = await this.repository.imports.get(ID)
    if (last?.contentHash === contentHash) return false
    const stored = await this.storedPlans()
    await this.repository.providers.upsertMany(providers)
    await this.repository.plans.upsertMany([
      ...plans.map((plan) => withHistoryOf(stored.get(plan.id), plan)),
      ...withdrawn(stored, plans),
    ])
    await this.repository.imports.upsertMany([{ id: ID, revision: 1, contentHash }])
    this.log.log(`Loaded ${plans.length} plans of ${providers.length} providers`)
    return true
  }

  private async storedPlans(): Promise<Map<string, PlanDocument>> {
    const { plans } = this.repository
    const stored = new Map<string, PlanDocument>()
    for (let page = await plans.find({ sort: 'rank', limit: BATCH }); page.length > 0;) {
      for (const plan of page) stored.set(plan.id, plan)
      const last = page.at(-1)
      page = last
        ? await plans.find({ sort: 'rank', limit: BATCH, after: plans.positionOf(last, 'rank') })
        : []
    }
    return stored
  }
}

/** A price that was published stays, also where the new catalogue forgot it: somebody may be pinned to it. */
const withHistoryOf = (stored: PlanDocument | undefined, plan: PlanDocument): PlanDocument => {
  const known = new Set(plan.priceVersions.map(({ id }) => id))
  const forgotten = stored?.priceVersions.filter(({ id }) => !known.has(id)) ?? []
  if (forgotten.length === 0) return plan
  const priceVersions = [...forgotten, ...plan.priceVersions].toSorted((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : Number(a.effectiveOn > b.effectiveOn),
  )
  return { ...plan, priceVersions }
}

/** Plans that are no longer sold stay for those who have them. */
const withdrawn = (
  stored: ReadonlyMap<string, PlanDocument>,
  plans: readonly PlanDocument[],
): PlanDocument[] => {
  const sold = new Set(plans.map(({ id }) => id))
  return [...stored.values()]
    .filter(({ id, status }) => !sold.has(id) && status !== 'superseded')
    .map((plan) => ({ ...plan, status: 'superseded' as const }))
}
