import { Injectable } from '@nestjs/common'
import type { SubscriptionKind } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import {
  planAnswer,
  planRow,
  providerRow,
  type PlanAnswer,
  type PlanRow,
  type ProviderRow,
} from './catalogue.presenter.ts'
import { CatalogueSearchService } from './catalogue-search.service.ts'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import { pageOfFound, pageOfMatches } from './catalogue-page.ts'
import type { PlanDocument } from './plan.document.ts'
import { PlanRepository } from './plan.repository.ts'
import { PlansOfCountryService } from './plans-of-country.service.ts'
import { PlansOfProvidersService } from './plans-of-providers.service.ts'
import { ProviderRepository } from './provider.repository.ts'
import { RecentPlansService } from './recent-plans.service.ts'
import { ANY_COUNTRY, byPopularityIn } from './provider-rank.ts'

export type { PlanDocument, PlanInclude } from './plan.document.ts'

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

interface ListQuery {
  readonly country?: string | undefined
  readonly kind?: SubscriptionKind | undefined
  readonly q?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const DEFAULT_LIMIT = 50
const PLAN_ID = /^[a-z0-9][a-z0-9.+-]{0,119}$/

const isAsked = (q: string | undefined): q is string => q !== undefined && q.trim() !== ''

const sizeOf = ({ limit, cursor }: ListQuery) => ({ limit: limit ?? DEFAULT_LIMIT, cursor })

/** The catalogue is public: nothing here asks who is looking. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly providers: ProviderRepository,
    private readonly plans: PlanRepository,
    private readonly recent: RecentPlansService,
    private readonly sold: PlansOfProvidersService,
    private readonly inCountry: PlansOfCountryService,
    private readonly search: CatalogueSearchService,
    private readonly catalogueVersion: CatalogueVersionService,
  ) {}

  async listProviders(query: ListQuery): Promise<Page<ProviderRow>> {
    const { country, kind } = query
    if (isAsked(query.q)) {
      const found = await this.search.findProviders(
        query.q,
        country,
        (provider) =>
          (country === undefined || provider.countries.includes(country)) &&
          (kind === undefined || provider.kinds.includes(kind)),
      )
      const { items, nextCursor } = pageOfFound(found, sizeOf(query))
      return { items: items.map(({ provider }) => providerRow(provider, country)), nextCursor }
    }
    const filters = {
      ...(country === undefined ? {} : { countries: { hasAll: [country] } }),
      ...(kind === undefined ? {} : { kinds: { hasAll: [kind] } }),
    }
    const popular = [country ?? ANY_COUNTRY]
    const page = await pageOfMatches(
      [{ popularIn: { hasAll: popular } }, { popularIn: { lacksSome: popular } }],
      sizeOf(query),
      (match, limit, after) => this.providers.find({ ...filters, ...match }, limit, after),
      (provider) => this.providers.positionOf(provider),
    )
    const items = page.items.toSorted(byPopularityIn(country))
    return { items: items.map((provider) => providerRow(provider, country)), nextCursor: page.nextCursor }
  }

  async listPlans(query: ListQuery & { readonly providerId?: string | undefined }): Promise<Page<PlanRow>> {
    const { country, kind, providerId } = query
    if (isAsked(query.q)) {
      const found = await this.search.findPlans(
        query.q,
        (plan) =>
          (country === undefined || plan.country === country) &&
          (kind === undefined || plan.kind === kind) &&
          (providerId === undefined || plan.providerId === providerId),
      )
      const { items, nextCursor } = pageOfFound(found, sizeOf(query))
      return { items: items.map(({ plan }) => planRow(plan)), nextCursor }
    }
    const filters = {
      ...(country === undefined ? {} : { country: { equals: country } }),
      ...(kind === undefined ? {} : { kind: { equals: kind } }),
      ...(providerId === undefined ? {} : { providerId: { equals: providerId } }),
    }
    const page = await pageOfMatches(
      [filters],
      sizeOf(query),
      (match, limit, after) => this.plans.find(match, limit, after),
      (plan) => this.plans.positionOf(plan),
    )
    return { items: page.items.map(planRow), nextCursor: page.nextCursor }
  }

  async readPlan(id: string): Promise<PlanAnswer> {
    const plan = await this.planForSubscription(id)
    if (plan === null) throw new ProblemError('not-found')
    return planAnswer(plan)
  }

  /** What a plan says about a new subscription; null where there is none of this id. */
  async planForSubscription(id: string): Promise<PlanDocument | null> {
    return PLAN_ID.test(id) ? this.plans.get(id) : null
  }

  /** Plans by id, as lists mention them; up to five minutes old, like every public answer. */
  plansByIds(ids: readonly string[]): Promise<Map<string, PlanDocument>> {
    return this.recent.byIds(new Set(ids))
  }

  /** Plans of these providers in a country: what their subscriptions could be switched to. */
  plansOfProviders(providerIds: readonly string[], country: string): Promise<PlanDocument[]> {
    return this.sold.of(providerIds, country)
  }

  /** All that is sold in a country. */
  plansOfCountry(country: string): Promise<PlanDocument[]> {
    return this.inCountry.of(country)
  }

  /** Everything that people call providers, by the provider's id. */
  providerNames(): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.search.names()
  }

  /** Names the content of the catalogue as this process knows it. */
  version(): Promise<string> {
    return this.catalogueVersion.known()
  }
}
