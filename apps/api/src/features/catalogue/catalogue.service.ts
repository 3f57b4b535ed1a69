import { Injectable } from '@nestjs/common'
import { searchTokensOf } from '@streamline/domain'
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
import { CatalogueRepository } from './catalogue.repository.ts'
import { matchesOf, pageOfMatches } from './plan-search.ts'
import type { PlanDocument, PlanKind } from './plan.document.ts'
import { RecentPlansService } from './recent-plans.service.ts'
import { ANY_COUNTRY, byPopularityIn } from './provider-rank.ts'

export type { PlanDocument, PlanInclude } from './plan.document.ts'

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

interface ListQuery {
  readonly country?: string | undefined
  readonly kind?: PlanKind | undefined
  readonly q?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const DEFAULT_LIMIT = 50
/** More than all providers of a household sell. */
const MOST_PLANS = 2000
const PLAN_ID = /^[a-z0-9][a-z0-9.+-]{0,119}$/

/** The catalogue is public: nothing here asks who is looking. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly repository: CatalogueRepository,
    private readonly recent: RecentPlansService,
  ) {}

  async listProviders(query: ListQuery): Promise<Page<ProviderRow>> {
    const words = searchTokensOf([query.q])
    if (words.length === 0 && (query.q ?? '').trim() !== '') return { items: [], nextCursor: null }
    const { providers } = this.repository
    const filters = {
      ...(query.country === undefined ? {} : { countries: { hasAll: [query.country] } }),
      ...(query.kind === undefined ? {} : { kinds: { hasAll: [query.kind] } }),
      ...(words.length === 0 ? {} : { beginnings: { hasAll: asPrefixes(words) } }),
    }
    const popular = [query.country ?? ANY_COUNTRY]
    const page = await pageOfMatches(
      [{ popularIn: { hasAll: popular } }, { popularIn: { lacksSome: popular } }],
      { limit: query.limit ?? DEFAULT_LIMIT, cursor: query.cursor },
      (match, limit, after) =>
        providers.find({ where: { ...filters, ...match }, sort: 'rank', limit, after }),
      (provider) => providers.positionOf(provider, 'rank'),
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
    const { plans } = this.repository
    const filters = {
      ...(query.country === undefined ? {} : { country: { equals: query.country } }),
      ...(query.kind === undefined ? {} : { kind: { equals: query.kind } }),
    }
    const page = await pageOfMatches(
      matches,
      { limit: query.limit ?? DEFAULT_LIMIT, cursor: query.cursor },
      (match, limit, after) => plans.find({ where: { ...filters, ...match }, sort: 'rank', limit, after }),
      (plan) => plans.positionOf(plan, 'rank'),
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
    return PLAN_ID.test(id) ? this.repository.plans.get(id) : null
  }

  /** Plans by id, as lists mention them; up to five minutes old, like every public answer. */
  plansByIds(ids: readonly string[]): Promise<Map<string, PlanDocument>> {
    return this.recent.byIds(new Set(ids))
  }

  /** Plans of these providers in a country, in one question: what their subscriptions could be switched to. */
  plansOfProviders(providerIds: readonly string[], country: string): Promise<PlanDocument[]> {
    const where = { providerId: { oneOf: [...new Set(providerIds)] }, country: { equals: country } }
    return this.repository.plans.find({ where, sort: 'rank', limit: MOST_PLANS })
  }
}
