import { Injectable } from '@nestjs/common'
import { statusOf, type BothAnswers, type CalendarDate } from '@streamline/domain'
import {
  apartOf,
  lineAllowanceOf,
  needsApart,
  needsOf,
  type HeldPlan,
  type SavingsInput,
} from '@streamline/domain/cheapest-set'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { CatalogueService, type PlanDocument } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import {
  heldOf,
  SubscriptionsService,
  type SubscriptionDocument,
} from '../subscriptions/subscriptions.service.ts'
import { needsOfAnswer } from './needs.presenter.ts'
import { isOffered, offeredOf } from './offered-plan.ts'
import type { NeedsAnswer } from './savings.repository.ts'
import { answersOf, WantedBothRepository } from './wanted-both.repository.ts'

/** All that savings are worked out of, and what names what is in them. */
export interface SavingsFacts {
  readonly input: SavingsInput
  readonly documents: readonly SubscriptionDocument[]
  readonly plans: readonly PlanDocument[]
  readonly answers: BothAnswers
}

const lineKindOf = ({ kind }: SubscriptionDocument): HeldPlan['lineKind'] =>
  kind === 'mobile' || kind === 'broadband' ? kind : null

/** A pack beside a line is none itself. */
const isLine = (plan: PlanDocument | null): boolean =>
  plan === null || plan.attributes['serviceValidity'] !== false

const heldPlanOf = (document: SubscriptionDocument, plan: PlanDocument | null): HeldPlan => ({
  subscription: heldOf(document, plan),
  providerId: document.providerId,
  planId: document.planId,
  line: plan === null ? null : lineAllowanceOf(plan),
  lineKind: isLine(plan) ? lineKindOf(document) : null,
})

/** Reads what savings are worked out of: what a person sees of the household, its members, and all that is sold in its country. */
@Injectable()
export class SavingsReaderService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly catalogue: CatalogueService,
    private readonly wantedBoth: WantedBothRepository,
  ) {}

  /** `edited` null: the needs are what there is. */
  async read(
    household: HouseholdActor,
    edited: NeedsAnswer | null,
    today: CalendarDate = this.households.today(household),
  ): Promise<SavingsFacts> {
    const { id, memberId, country, currency } = household
    const [members, all, sold, said] = await Promise.all([
      this.households.members(id),
      this.subscriptions.factsOfHousehold(id, memberId),
      this.catalogue.plansOfCountry(country),
      this.wantedBoth.ofHousehold(id),
    ])
    const documents = all.filter(({ facts }) => statusOf(facts, today) !== 'expired')
    const known = new Map(sold.map((plan) => [plan.id, plan]))
    const held = documents.map((document) => heldPlanOf(document, known.get(document.planId ?? '') ?? null))
    const memberIds = members.map((member) => member.id)
    const ids = new Set(documents.map((document) => document.id))
    const answers = answersOf(said)
    const apart = apartOf(
      held.map(({ subscription }) => subscription),
      memberIds,
      answers.wanted,
      today,
    )
    const asked =
      edited === null
        ? needsOf(held, memberIds, today)
        : needsOfAnswer(
            edited,
            (one) => memberIds.includes(one),
            (one) => ids.has(one),
          )
    const needs = { ...asked, services: needsApart(asked.services, apart) }
    const offers = sold.filter(isOffered).map((plan) => offeredOf(plan, today))
    const input = { today, currency, memberIds, held, needs, apart, offers }
    return { input, documents, plans: sold, answers }
  }
}
