import { Injectable } from '@nestjs/common'
import { searchIn, type Found, type SearchIndex } from '@streamline/domain'
import {
  namesByProvider,
  planIndexOf,
  providerIndexOf,
  type FoundPlan,
  type FoundProvider,
} from './catalogue-index.ts'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import type { PlanDocument } from './plan.document.ts'
import { PlanRepository } from './plan.repository.ts'
import type { ProviderDocument } from './provider.document.ts'
import { ProviderRepository } from './provider.repository.ts'

/** The words of one version of the catalogue. */
interface Words {
  readonly version: string
  readonly providers: readonly ProviderDocument[]
  readonly plans: SearchIndex<FoundPlan>
  /** By country, because the most used come first there. */
  readonly providersIn: Map<string | undefined, SearchIndex<FoundProvider>>
}

/**
 * Finds plans and providers by what people type. The whole catalogue is some hundred kilobytes of words: they are read once per
 * version and searched in memory, so that both stores answer alike and what was meant can be weighed against all there is.
 */
@Injectable()
export class CatalogueSearchService {
  private words: Promise<Words> | undefined

  constructor(
    private readonly plans: PlanRepository,
    private readonly providers: ProviderRepository,
    private readonly catalogue: CatalogueVersionService,
  ) {}

  /** The best first. */
  async findPlans(query: string, accepts: (plan: PlanDocument) => boolean): Promise<Found<FoundPlan>[]> {
    const { plans } = await this.known()
    return searchIn(plans, query, ({ plan }) => accepts(plan))
  }

  /** The best first, then the most used of the country. */
  async findProviders(
    query: string,
    country: string | undefined,
    accepts: (provider: ProviderDocument) => boolean,
  ): Promise<Found<FoundProvider>[]> {
    const { providers, providersIn } = await this.known()
    let index = providersIn.get(country)
    if (index === undefined) providersIn.set(country, (index = providerIndexOf(providers, country)))
    return searchIn(index, query, ({ provider }) => accepts(provider))
  }

  /** Everything a provider is called, by its id. */
  async names(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { providers } = await this.known()
    return namesByProvider(providers)
  }

  private async known(): Promise<Words> {
    const version = await this.catalogue.current()
    const known = await this.words?.catch(() => undefined)
    if (known?.version === version) return known
    this.words = this.read(version)
    return this.words
  }

  private async read(version: string): Promise<Words> {
    const [plans, providers] = await Promise.all([this.plans.all(), this.providers.all()])
    return { version, providers, plans: planIndexOf(plans, providers), providersIn: new Map() }
  }
}
