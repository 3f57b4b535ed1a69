import { Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import { lastPlanNamed } from '@streamline/domain'
import { v7 } from 'uuid'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { BillingService } from '../billing/billing.service.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import type { ActOutlook } from '../billing/billing.types.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { actedBy } from './act-subscription.ts'
import type { ActInput, NamedPlan } from './act.types.ts'
import { cancelledSubscription, reactivatedSubscription } from './cancel-subscription.ts'
import { laterPrices, settledOtherwise } from './later-prices.ts'
import type { Occasion } from './occasion.ts'
import { planChangeOf } from './plan-change.ts'
import { followingPlan } from './plan-identity.ts'
import { assertPaidBy, renewedSubscription, type RenewInput } from './renew-subscription.ts'
import { assertMayChange, assertThere } from './subscription-access.ts'
import { SubscriptionChangesService, type Change } from './subscription-changes.service.ts'
import type { SubscriptionDetail } from './subscription-detail.presenter.ts'
import { planOf } from './subscription-effects.service.ts'
import { assertSharers } from './subscription-people.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

type Subscriptions = typeof contract.subscriptions
type Input<K extends keyof Subscriptions> = Call<Subscriptions[K]>['input']

/** What happens to a subscription, and what is put right about it. */
@Injectable()
export class ActsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly catalogue: CatalogueService,
    private readonly billing: BillingService,
    private readonly bills: BillingReaderService,
    private readonly changes: SubscriptionChangesService,
  ) {}

  async renew(actor: Actor, input: RenewInput, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    const plan = input.planId === undefined ? undefined : await this.changes.planOf(input.planId)
    const recharge = planChangeOf(input, plan, household.country)
    return this.changes.change(household, input.id, change, async (subscription, occasion) => {
      await this.assertPayer(household, input.payment?.paidBy)
      const forOthers = this.households.may(household, 'payments.recordForOthers')
      const after = renewedSubscription(subscription, input, recharge, household, forOthers, occasion)
      await this.assertReturnable(after)
      return this.followed(after, subscription)
    })
  }

  async act(actor: Actor, { id, act }: Input<'act'>, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    const named = await this.namedBy(id, act, household)
    const payment = act.kind === 'charge' ? act.payment : undefined
    const forOthers = this.households.may(household, 'payments.recordForOthers')
    const how = { ...change, isUndo: act.kind === 'undo' }
    return this.changes.change(household, id, how, async (subscription, occasion) => {
      await this.assertPayer(household, payment?.paidBy, '/act/payment/paidBy')
      if (payment !== undefined)
        assertPaidBy(subscription, household, forOthers, payment.paidBy ?? subscription.paidBy)
      if (act.kind === 'charge' && act.split !== undefined)
        assertSharers(subscription, act.split, await this.memberIds(household))
      const after = await this.afterAct(subscription, act, named, occasion)
      if (act.kind === 'undo') await this.assertReturnable(after)
      await this.assertMoneyMayGo(household, after, '/act/money')
      return this.followed(after, subscription)
    })
  }

  /** With another plan come its provider and its name. */
  private async followed(after: SubscriptionDocument, before: SubscriptionDocument) {
    if (after.planId === before.planId) return after
    const named = after.planId ?? lastPlanNamed(after.records)
    const [old, plan] = await Promise.all([this.known(before.planId), this.known(named)])
    return followingPlan(after, old, plan)
  }

  private async known(planId: string | null) {
    return planId === null ? null : this.catalogue.planForSubscription(planId)
  }

  /** The very change that `act` would store, compared with what is charged, and not stored. */
  async outlook(actor: Actor, { id, act }: Input<'outlook'>): Promise<ActOutlook> {
    const household = this.households.require(actor, 'subscriptions.change')
    const subscription = await this.changes.visible(household, id)
    assertMayChange(subscription, household, this.changes.rightsOf(household))
    assertThere(subscription, act.kind === 'undo')
    const named = await this.namedBy(id, act, household)
    const occasion = this.changes.occasion(household, v7())
    const after = await this.afterAct(subscription, act, named, occasion)
    if (after.owed === null) throw new Error('A change owes nothing')
    if (act.kind === 'undo') await this.assertReturnable(after)
    await this.assertMoneyMayGo(household, after, '/act/money')
    return this.billing.outlook(planOf(after, after.owed))
  }

  /** Where something earlier is put right, later prices hold for what was not settled then. */
  private async afterAct(
    subscription: SubscriptionDocument,
    act: ActInput,
    named: NamedPlan,
    occasion: Occasion,
  ): Promise<SubscriptionDocument> {
    const plan = await this.ownPlan(act, subscription)
    const after = actedBy(subscription, act, named, plan, occasion)
    const prices = act.kind === 'undo' || act.kind === 'correct' ? laterPrices(after.records) : []
    if (prices.length === 0 || after.owed === null) return after
    const settled = settledOtherwise(
      after.records,
      prices,
      await this.billing.settledBills(planOf(after, after.owed)),
    )
    return settled.length === 0 ? after : actedBy(subscription, act, { ...named, settled }, plan, occasion)
  }

  async cancel(actor: Actor, input: Input<'cancel'>, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    return this.changes.change(household, input.id, change, async (subscription, occasion) => {
      const after = cancelledSubscription(subscription, input, occasion)
      await this.assertMoneyMayGo(household, after, '/money')
      return after
    })
  }

  async reactivate(actor: Actor, { id }: Input<'reactivate'>, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    return this.changes.change(household, id, change, reactivatedSubscription)
  }

  /** What somebody recorded is never changed by what is taken back: where it would have to be, they do that first. */
  private async assertReturnable(after: SubscriptionDocument): Promise<void> {
    if (after.owed !== null && (await this.billing.isReturnHindered(planOf(after, after.owed))))
      throw new ProblemError(
        'rests-on-it',
        'Money came back of what its credit paid since: take that refund back first.',
      )
  }

  private async assertMoneyMayGo(
    household: HouseholdActor,
    after: SubscriptionDocument,
    at: string,
  ): Promise<void> {
    if (after.owed?.money !== undefined)
      await this.billing.assertMoneyMayGo(household, planOf(after, after.owed), at)
  }

  private async namedBy(id: string, act: ActInput, household: HouseholdActor): Promise<NamedPlan> {
    const isOfPlan = act.kind === 'correct' || act.kind === 'changePlan'
    const planId = isOfPlan ? act.planId : undefined
    return {
      plan:
        planId === null
          ? null
          : planId === undefined
            ? undefined
            : await this.changes.planOf(planId, '/act/planId'),
      country: household.country,
      settledUntil: act.kind === 'changePrice' ? await this.bills.settledUntil(household.id, id) : null,
    }
  }

  /** Only a claim asks what the plan brings along. */
  private async ownPlan({ kind }: ActInput, { planId }: SubscriptionDocument) {
    return kind === 'claim' ? this.known(planId) : null
  }

  private async memberIds(household: HouseholdActor): Promise<ReadonlySet<string>> {
    return new Set((await this.households.members(household.id)).map(({ id }) => id))
  }

  private async assertPayer(
    household: HouseholdActor,
    paidBy: string | undefined,
    pointer = '/payment/paidBy',
  ): Promise<void> {
    if (paidBy === undefined || paidBy === household.memberId) return
    const members = await this.households.members(household.id)
    if (members.some((member) => member.id === paidBy)) return
    const errors = [{ pointer, message: 'must be somebody of this household' }]
    throw new ProblemError('unknown-member', undefined, { errors })
  }
}
