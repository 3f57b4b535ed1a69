import { Injectable } from '@nestjs/common'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import type { PlanDocument } from './plan.document.ts'
import { MOST_PLANS, PlanRepository } from './plan.repository.ts'

/** Of all countries and providers: several times what one country has. */
const MOST_KEPT = 5000

/** What a provider sells in a country, read once per version of the catalogue: every first screen compares with it. */
@Injectable()
export class PlansOfProvidersService {
  private readonly kept = new Map<string, readonly PlanDocument[]>()
  private version = ''
  private size = 0

  constructor(
    private readonly plans: PlanRepository,
    private readonly catalogue: CatalogueVersionService,
  ) {}

  /** By provider, in the order of the catalogue. */
  async of(providerIds: readonly string[], country: string): Promise<PlanDocument[]> {
    const version = await this.catalogue.current()
    if (version !== this.version) this.forget(version)
    const wanted = [...new Set(providerIds)]
    const found = new Map<string, readonly PlanDocument[]>()
    for (const id of wanted) {
      const plans = this.kept.get(keyOf(country, id))
      if (plans !== undefined) found.set(id, plans)
    }
    const missing = wanted.filter((id) => !found.has(id))
    if (missing.length > 0) {
      const read = await this.plans.ofProviders(missing, country)
      const byProvider = Map.groupBy(read, ({ providerId }) => providerId)
      for (const id of missing) found.set(id, byProvider.get(id) ?? [])
      // The catalogue may have been loaded anew while it was read.
      if (version === this.version && read.length < MOST_PLANS) this.keep(missing, country, byProvider)
    }
    return wanted.flatMap((id) => found.get(id) ?? [])
  }

  private keep(
    ids: readonly string[],
    country: string,
    plans: ReadonlyMap<string, readonly PlanDocument[]>,
  ): void {
    for (const id of ids) {
      const own = plans.get(id) ?? []
      if (this.size + own.length + 1 > MOST_KEPT) this.forget(this.version)
      // A provider that sells nothing there takes room as well.
      this.size += own.length + 1
      this.kept.set(keyOf(country, id), own)
    }
  }

  private forget(version: string): void {
    this.kept.clear()
    this.size = 0
    this.version = version
  }
}

const keyOf = (country: string, providerId: string) => `${country} ${providerId}`
