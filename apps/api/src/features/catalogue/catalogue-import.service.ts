import { createHash } from 'node:crypto'
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { loadCatalogue } from '@streamline/catalogue'
import { documentsOf } from './catalogue-documents.ts'
import { CatalogueImportRepository } from './catalogue-import.repository.ts'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import type { PlanDocument } from './plan.document.ts'
import { PlanRepository } from './plan.repository.ts'
import { ProviderRepository } from './provider.repository.ts'

/** Loads the catalogue that came with this version, once per content: the next start reads one document and is done. */
@Injectable()
export class CatalogueImportService implements OnApplicationBootstrap {
  private readonly log = new Logger(CatalogueImportService.name)

  constructor(
    private readonly plans: PlanRepository,
    private readonly providers: ProviderRepository,
    private readonly imports: CatalogueImportRepository,
    /** Nobody, where it is loaded before anything runs that remembers. */
    private readonly version?: CatalogueVersionService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.run(documentsOf(loadCatalogue()))
  }

  /** True when something was written. Two processes that start at once write the same. */
  async run({ plans, providers }: ReturnType<typeof documentsOf>): Promise<boolean> {
    const contentHash = createHash('sha256')
      .update(JSON.stringify([plans, providers]))
      .digest('hex')
    if ((await this.imports.lastHash()) === contentHash) return false
    const stored = new Map((await this.plans.all()).map((plan) => [plan.id, plan]))
    await this.providers.store(providers)
    await this.plans.store([
      ...plans.map((plan) => besides(stored.get(plan.id), plan)),
      ...withdrawn(stored, plans),
    ])
    await this.imports.remember(contentHash)
    this.version?.forget()
    this.log.log(`Loaded ${plans.length} plans of ${providers.length} providers`)
    return true
  }
}

/** What an editor wrote stays, unless what comes was seen after that. */
const besides = (stored: PlanDocument | undefined, plan: PlanDocument): PlanDocument => {
  if (stored?.editedAt === undefined || stored.editedAt === null) return withHistoryOf(stored, plan)
  return stored.editedAt.slice(0, 10) >= plan.asOf ? stored : withHistoryOf(stored, plan)
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

/** Plans that are no longer sold stay for those who have them; what editors made was never among them. */
const withdrawn = (
  stored: ReadonlyMap<string, PlanDocument>,
  plans: readonly PlanDocument[],
): PlanDocument[] => {
  const sold = new Set(plans.map(({ id }) => id))
  return [...stored.values()]
    .filter(({ id, status, editedAt }) => !sold.has(id) && status !== 'superseded' && editedAt === null)
    .map((plan) => ({ ...plan, status: 'superseded' as const }))
}
