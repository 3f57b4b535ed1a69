import { Injectable } from '@nestjs/common'
import {
  overlapOccasion,
  peopleOccasions,
  settlementOccasion,
  settleUpOccasion,
  stepOccasion,
  type CalendarDate,
  type Occasion,
} from '@streamline/domain'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { SettleRequestsService } from '../billing/settlements/settle-requests.service.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import type { HouseholdPerson } from '../households/member.types.ts'
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
 * twice, of the steps that they are to do.
 */
@Injectable()
export class HouseholdNewsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly billing: BillingReaderService,
    private readonly settleRequests: SettleRequestsService,
    private readonly overviews: OverviewService,
    private readonly steps: SavingsStepsService,
    private readonly wantedBoth: WantedBothService,
  ) {}

  async of(person: HouseholdPerson, { everyone, documents, plans, today }: Seen): Promise<Occasion[]> {
    const [transfers, requests, steps, answers] = await Promise.all([
      this.transfers(person, everyone),
      this.requests(person, everyone, today),
      this.steps.openFor(person, { documents, actors: this.households.actorsAmong(everyone), today }),
      this.wantedBoth.answersOf(person.id),
    ])
    return [
      ...transfers,
      ...requests,
      ...this.people(person, everyone, today),
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

  private people(person: HouseholdPerson, everyone: Seen['everyone'], today: CalendarDate): Occasion[] {
    if (!this.households.may(person, 'members.remove')) return []
    const { memberId } = person
    const cameOn = everyone.find(({ id }) => id === memberId)?.cameOn ?? null
    return peopleOccasions(everyone, { memberId, cameOn }, today)
  }
}
