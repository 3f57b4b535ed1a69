import { Injectable } from '@nestjs/common'
import { searchTokensOf, type SubscriptionKind } from '@streamline/domain'
import { asPrefixes } from '../../platform/documents/prefixes.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import {
  planAnswer,
  planRow,
  providerRow,
  type PlanAnswer,
  type PlanRow,
  type ProviderRow,
} from './catalogue.presenter.ts'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import { matchesOf, pageOfMatches } from './plan-search.ts'
import type { PlanDocument } from './plan.document.ts'
import { PlanRepository } from './plan.repository.ts'
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

/** The catalogue is public: nothing here asks who is looking. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly providers: ProviderRepository,
    private readonly plans: PlanRepository,
    private readonly recent: RecentPlansService,
    private readonly sold: PlansOfProvidersService,
    private readonly catalogueVersion: CatalogueVersionService,
  ) {}

  async listProviders(query: ListQuery): Promise<Page<ProviderRow>> {
    const words = searchTokensOf([query.q])
    if (words.length === 0 && (query.q ?? '').trim() !== '') return { items: [], nextCursor: null }
    const filters = {
      ...(query.country === undefined ? {} : { countries: { hasAll: [query.country] } }),
      ...(query.kind === undefined ? {} : { kinds: { hasAll: [query.kind] } }),
      ...(words.length === 0 ? {} : { beginnings: { hasAll: asPrefixes(words) } }),
    }
    const popular = [query.country ?? ANY_COUNTRY]
    const page = await pageOfMatches(
      [{ popularIn: { hasAll: popular } }, { popularIn: { lacksSome: popular } }],
      { limit: query.limit ?? DEFAULT_LIMIT, cursor: query.cursor },
      (match, limit, after) => this.providers.find({ ...filters, ...match }, limit, after),
      (provider) => this.providers.positionOf(provider),
    )
    const items = page.items.toSorted(byPopularityIn(query.country))
    return {
      items: items.map((provider) => providerRow(provider, query.country)),
      nextCursor: page.nextCursor,
    }
  }

  async listPlans(query: ListQuery & { readonly providerId?: string | undefined }): Promise<Page<PlanRow>> {
    const matches = matchesOf(query.q, query.providerId)
    if (matches === null) return { items: [], nextCursor: null }
    const filters = {
      ...(query.country === undefined ? {} : { country: { equals: query.country } }),
      ...(query.kind === undefined ? {} : { kind: { equals: query.kind } }),
    }
    const page = await pageOfMatches(
      matches,
      { limit: query.limit ?? DEFAULT_LIMIT, cursor: query.cursor },
      (match, limit, after) => this.plans.find({ ...filters, ...match }, limit, after),
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

  /** Names the content of the catalogue as this process knows it. */
  version(): Promise<string> {
    return this.catalogueVersion.known()
  }
}
