import { Injectable } from '@nestjs/common'
import type { insightsContract } from '@streamline/contract'
import { isRunning, monthlyCost, riseOf, statusOf, type CalendarDate, type Sum } from '@streamline/domain'
import type { Actor } from '../../platform/http/actor.ts'
import type { Answer } from '../../platform/http/call.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { UsageHistoryService } from '../usage/usage-history.service.ts'
import { subjectFieldsOf } from './subject-fields.ts'

type Insights = Answer<typeof insightsContract.subscriptions>

const SHOWN = 500

/** What each subscription cost so far, how much dearer it became, and whether anybody uses it. */
@Injectable()
export class SubscriptionInsightsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly billing: BillingReaderService,
    private readonly usage: UsageHistoryService,
  ) {}

  async read(actor: Actor): Promise<Insights> {
    const household = this.households.require(actor, 'overview.read')
    const today = this.households.today(household)
    const { id: householdId, memberId, currency } = household
    const [all, paid] = await Promise.all([
      this.subscriptions.factsOfHousehold(householdId, memberId),
      this.billing.paidPerSubscription({ householdId, memberId, today }),
    ])
    const documents = all.filter(({ withdrawn }) => !withdrawn)
    const unused = await this.usage.unusedAmong(household, documents, today)
    const spentIn = (id: string): number =>
      paid.get(id)?.find((sum) => sum.currency === currency)?.amount ?? 0
    const shown = documents
      .toSorted((a, b) => spentIn(b.id) - spentIn(a.id) || (a.id < b.id ? -1 : 1))
      .slice(0, SHOWN)
      .map((document) => ({
        ...presented(document, paid.get(document.id) ?? [], today),
        unusedDays: unused.get(document.id)?.days ?? null,
      }))
    return { today, subscriptions: shown, count: documents.length }
  }
}

const presented = (document: SubscriptionDocument, spent: readonly Sum[], today: CalendarDate) => {
  const { terms } = document.facts
  const running = isRunning(statusOf(document.facts, today))
  const rise = running ? riseOf(terms, today) : null
  return {
    ...subjectFieldsOf(document),
    running,
    since: terms.startsOn,
    spent: [...spent],
    monthly: running ? monthlyCost(terms, today) : null,
    rise: rise === null ? null : { ...rise },
  }
}
