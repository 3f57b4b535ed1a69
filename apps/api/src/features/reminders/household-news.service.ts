import { Injectable } from '@nestjs/common'
import {
  budgetOccasion,
  monthOf,
  overlapOccasion,
  peopleOccasions,
  settlementOccasion,
  settleUpOccasion,
  startOfMonth,
  stepOccasion,
  subscriptionKinds,
  type CalendarDate,
  type Occasion,
} from '@streamline/domain'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { SettleRequestsService } from '../billing/settlements/settle-requests.service.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { HouseholdPerson } from '../households/member.types.ts'
import { BudgetsService } from '../insights/budgets.service.ts'
import { OverviewService } from '../overview/overview.service.ts'
import { SavingsStepsService } from '../savings/savings-steps.service.ts'
import { WantedBothService } from '../savings/wanted-both.service.ts'
import type { SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'

interface Seen {
  readonly everyone: Awaited<ReturnType<HouseholdsService['everyone']>>
  readonly documents: readonly SubscriptionDocument[]
  readonly plans: ReadonlyMap<string, PlanDocument>
  readonly today: CalendarDate
}

/**
 * What somebody is told beside their subscriptions: of transfers to them, of what they are asked for, of who came and went, of what is paid for
 * twice, of budgets that are overrun, of the steps that they are to do.
 */
@Injectable()
export class HouseholdNewsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly billing: BillingReaderService,
    private readonly settleRequests: SettleRequestsService,
    private readonly overviews: OverviewService,
    private readonly budgets: BudgetsService,
    private readonly steps: SavingsStepsService,
    private readonly wantedBoth: WantedBothService,
  ) {}

  async of(person: HouseholdPerson, { everyone, documents, plans, today }: Seen): Promise<Occasion[]> {
    const [transfers, requests, budgets, steps, answers] = await Promise.all([
      this.transfers(person, everyone),
      this.requests(person, everyone, today),
      this.overrunBudgets(person, today),
      this.steps.openFor(person, { documents, actors: this.households.actorsAmong(everyone), today }),
      this.wantedBoth.answersOf(person.id),
    ])
    return [
      ...transfers,
      ...requests,
      ...this.people(person, everyone, today),
      ...budgets,
      ...steps.map(stepOccasion),
      ...this.overviews.overlaps(documents, plans, today, answers).map(overlapOccasion),
    ]
  }

  /** Only who got it can say so. */
  private async transfers(person: HouseholdPerson, everyone: Seen['everyone']): Promise<Occasion[]> {
    if (!this.households.may(person, 'settlements.record')) return []
    const { id: householdId, memberId } = person
    const arrivals = await this.billing.arrivalsFor({ householdId, memberId }, everyone, 'own')
    return arrivals.map(settlementOccasion)
  }

  private async requests(
    person: HouseholdPerson,
    everyone: Seen['everyone'],
    today: CalendarDate,
  ): Promise<Occasion[]> {
    if (!this.households.may(person, 'settlements.record')) return []
    const { id: householdId, memberId } = person
    const asked = await this.settleRequests.askedOf({ householdId, memberId, today }, everyone)
    return asked.map(settleUpOccasion)
  }

  /** Budgets that this month comes to more than: a member's is that member's, and of whoever set it. */
  private async overrunBudgets(person: HouseholdPerson, today: CalendarDate): Promise<Occasion[]> {
    if (!this.households.may(person, 'subscriptions.change')) return []
    const seen = await this.budgets.seenBy(person, today)
    return seen.flatMap(({ row: { id, scope, about, setBy }, memberName, outlook: { overrun } }) => {
      const isOthers = scope === 'member' && ![about, setBy].includes(person.memberId)
      if (isOthers || overrun === null || overrun.month !== monthOf(today)) return []
      const kind = scope === 'kind' ? (subscriptionKinds.find((one) => one === about) ?? null) : null
      const { on: overOn, over } = overrun
      const budgetOf = { kind, memberName }
      return [budgetOccasion({ budgetId: id, about: budgetOf, firstOn: startOfMonth(today), overOn, over })]
    })
  }

  private people(person: HouseholdPerson, everyone: Seen['everyone'], today: CalendarDate): Occasion[] {
    if (!this.households.may(person, 'members.remove')) return []
    const { memberId } = person
    const cameOn = everyone.find(({ id }) => id === memberId)?.cameOn ?? null
    return peopleOccasions(everyone, { memberId, cameOn }, today)
  }
}
