import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import { previewPeriods, statusOf, type CalendarDate, type Merging } from '@streamline/domain'
import { v5, v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { RawJson, rawJson } from '../../platform/http/raw-json.ts'
import { BillingService, type ActOutlook } from '../billing/billing.service.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { actedBy, type ActInput, type NamedPlan } from './act-subscription.ts'
import { cancelledSubscription, reactivatedSubscription } from './cancel-subscription.ts'
import { createdSubscription } from './create-subscription.ts'
import type { Occasion } from './occasion.ts'
import { KeptPagesService, type Page } from './kept-pages.service.ts'
import { KnownSubscriptionsService } from './known-subscriptions.service.ts'
import { assertPaidBy, renewedSubscription, type RenewInput } from './renew-subscription.ts'
import { assertMayChange, assertThere, mayChange, maySee, type Rights } from './subscription-access.ts'
import { previewAnswer, type SubscriptionDetail } from './subscription-detail.presenter.ts'
import { draftOf, unknownPlan, type CreateInput } from './subscription-draft.ts'
import { planChangeOf } from './plan-change.ts'
import { planOf, SubscriptionEffectsService } from './subscription-effects.service.ts'
import { assertPeople, assertSplit, peopleOf } from './subscription-people.ts'
import { SubscriptionReaderService } from './subscription-reader.service.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { inputOf } from './records-itself.ts'
import { written } from './subscription-write.ts'
import { withMerged } from './merged-member.ts'
import { withoutMember, type Leaver } from './without-member.ts'
import { updatedSubscription, type UpdateInput } from './update-subscription.ts'

export type { SubscriptionDocument } from './subscription.document.ts'
export { rightsOf } from './entitlement-rules.ts'
export { maskedLine } from './masked-line.ts'
export { mayHaveNews, newsOf } from './price-news.ts'

type Subscriptions = typeof contract.subscriptions
type Input<K extends keyof Subscriptions> = Call<Subscriptions[K]>['input']

/** How a change came in: the revision it was made on, and a name by which sending it again is recognised. */
export interface Change {
  readonly ifMatch: number | null
  readonly act: string
  /** What was taken away can only be brought back. */
  readonly isUndo?: boolean
}

const pack = promisify(gzip)

/** Without `If-Match` a change is made on whatever is there; somebody faster only makes it try again. */
const ATTEMPTS = 5

@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly catalogue: CatalogueService,
    private readonly repository: SubscriptionRepository,
    private readonly effects: SubscriptionEffectsService,
    private readonly reader: SubscriptionReaderService,
    private readonly pages: KeptPagesService,
    private readonly billing: BillingService,
    private readonly known: KnownSubscriptionsService,
  ) {}

  async preview(
    actor: Actor,
    { count = 12, ...input }: Input<'preview'>,
  ): Promise<Answer<Subscriptions['preview']>> {
    const household = this.households.require(actor, 'subscriptions.read')
    const draft = draftOf(input, await this.planOf(input.planId), household.country)
    return previewAnswer(previewPeriods(draft, count))
  }

  /** As text, or packed for who accepts gzip. */
  async list(actor: Actor, input: Input<'list'>, form: keyof Page): Promise<RawJson> {
    const household = this.households.require(actor, 'subscriptions.read')
    const today = this.households.today(household)
    const query = JSON.stringify(input)
    const kept = this.pages.find(household, today, query)
    if (kept !== undefined) return rawJson(kept[form])
    const text = JSON.stringify(await this.reader.page(household, today, input))
    // What somebody types is asked once.
    if (input.q !== undefined) return rawJson(text)
    const page = { text, gzip: await pack(text) }
    this.pages.keep(household, today, query, page)
    return rawJson(page[form])
  }

  async read(actor: Actor, { id }: Input<'read'>): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.read')
    return this.detail(await this.visible(household, id), household)
  }

  async create(actor: Actor, input: CreateInput, id: string): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.create')
    const plan = await this.planOf(input.planId)
    const created = createdSubscription(input, plan, household, this.occasion(household, id))
    await this.assertPeople(created, household)
    assertSplit(created)
    const isNew = await this.repository.insert(created)
    // The same key again after a crash: what it made then is what counts.
    const stored = isNew ? created : await this.visible(household, id)
    return this.detail(await this.effects.tryApply(stored), household, isNew)
  }

  async update(actor: Actor, input: UpdateInput, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    return this.change(household, input.id, change, async (subscription, occasion) => {
      const updated = updatedSubscription(subscription, input, occasion)
      if (input.split !== undefined || input.price !== undefined) assertSplit(updated)
      await this.assertPeople(updated, household, subscription)
      return updated
    })
  }

  /** One answer for everything that was never asked; each is a change of its own, so that sending it again goes on where it was. */
  async recordThemselves(
    actor: Actor,
    { answer }: Input<'recordThemselves'>,
    act: string,
  ): Promise<Answer<Subscriptions['recordThemselves']>> {
    const household = this.households.require(actor, 'subscriptions.change')
    const today = this.households.today(household)
    const all = await this.repository.ofHousehold(household.id, household.memberId)
    const acts = all.map((subscription) => ({
      subscription,
      own: v5(`records-itself ${subscription.id}`, act),
    }))
    const asked = acts.filter(
      ({ subscription, own }) =>
        subscription.writes.includes(own) || this.isUnasked(subscription, household, today),
    )
    for (const { subscription, own } of asked)
      await this.change(household, subscription.id, { ifMatch: null, act: own }, (known, occasion) =>
        // Somebody has just said so.
        known.recordsItself === null
          ? updatedSubscription(known, inputOf(answer, known, today), occasion)
          : written(known, occasion, { fromIndex: known.raised }),
      )
    return { subscriptionIds: asked.map(({ subscription }) => subscription.id) }
  }

  /** It renews by itself, goes on, is this person's to change, and nobody has said whether its debits book themselves. */
  isUnasked(subscription: SubscriptionDocument, household: HouseholdActor, today: CalendarDate): boolean {
    const { recordsItself, facts } = subscription
    return (
      recordsItself === null &&
      facts.terms.renewal === 'automatic' &&
      facts.cancellation === undefined &&
      statusOf(facts, today) !== 'expired' &&
      this.isChangeable(subscription, household)
    )
  }

  /** Whether this person may change it. */
  isChangeable(subscription: SubscriptionDocument, household: HouseholdActor): boolean {
    return mayChange(subscription, household, this.rightsOf(household))
  }

  async renew(actor: Actor, input: RenewInput, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    const plan = input.planId === undefined ? undefined : await this.planOf(input.planId)
    const recharge = planChangeOf(input, plan, household.country)
    return this.change(household, input.id, change, async (subscription, occasion) => {
      await this.assertPayer(household, input.payment?.paidBy)
      const forOthers = this.households.may(household, 'payments.recordForOthers')
      return renewedSubscription(subscription, input, recharge, household, forOthers, occasion)
    })
  }

  async act(actor: Actor, { id, act }: Input<'act'>, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    const named = await this.namedBy(act, household)
    const payment = act.kind === 'charge' ? act.payment : undefined
    const forOthers = this.households.may(household, 'payments.recordForOthers')
    const how = { ...change, isUndo: act.kind === 'undo' }
    return this.change(household, id, how, async (subscription, occasion) => {
      await this.assertPayer(household, payment?.paidBy)
      if (payment !== undefined)
        assertPaidBy(subscription, household, forOthers, payment.paidBy ?? subscription.paidBy)
      return actedBy(subscription, act, named, await this.ownPlan(act, subscription), occasion)
    })
  }

  /** The very change that `act` would store, compared with what is charged, and not stored. */
  async outlook(actor: Actor, { id, act }: Input<'outlook'>): Promise<ActOutlook> {
    const household = this.households.require(actor, 'subscriptions.change')
    const subscription = await this.visible(household, id)
    assertMayChange(subscription, household, this.rightsOf(household))
    assertThere(subscription, act.kind === 'undo')
    const named = await this.namedBy(act, household)
    const after = actedBy(
      subscription,
      act,
      named,
      await this.ownPlan(act, subscription),
      this.occasion(household, v7()),
    )
    if (after.owed === null) throw new Error('A change owes nothing')
    return this.billing.outlook(planOf(after, after.owed))
  }

  async cancel(actor: Actor, { id, when }: Input<'cancel'>, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    return this.change(household, id, change, (subscription, occasion) =>
      cancelledSubscription(subscription, when ?? 'atPeriodEnd', occasion),
    )
  }

  async reactivate(actor: Actor, { id }: Input<'reactivate'>, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    return this.change(household, id, change, reactivatedSubscription)
  }

  /** All that a member may see, in one question; the caller has checked who asks. */
  factsOfHousehold(householdId: string, memberId: string): Promise<SubscriptionDocument[]> {
    return this.known.of(householdId, memberId)
  }

  /** Names by id, for screens that only mention a subscription. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.repository.getMany([...new Set(ids)])
    return new Map(found.map(({ id, name }) => [id, name]))
  }

  /**
   * Takes somebody who leaves out of everything shared: by the day, and again is the same as once. Leaving the household has
   * checked who asks.
   */
  async leaveOut(householdId: string, leaver: Leaver, today: CalendarDate): Promise<void> {
    const timeZone = (await this.households.zonesOf([householdId])).get(householdId) ?? 'UTC'
    for (const { id } of await this.repository.ofHousehold(householdId, leaver.memberId))
      await this.leaveOutOf(id, leaver, { today, timeZone })
  }

  /** Removes one person's private subscriptions; only deleting their account may ask. */
  erasePrivate(householdId: string, ownerId: string): Promise<number> {
    return this.repository.erasePrivate(householdId, ownerId).finally(() => this.known.forget(householdId))
  }

  /** Removes all subscriptions of a household; only erasing the household itself may ask. */
  eraseHousehold(householdId: string): Promise<number> {
    return this.repository.eraseHousehold(householdId).finally(() => this.known.forget(householdId))
  }

  /** Makes two entries one person in everything shared; again is the same as once. Merging them has checked who asks. */
  async merge(householdId: string, merging: Merging, today: CalendarDate): Promise<void> {
    const timeZone = (await this.households.zonesOf([householdId])).get(householdId) ?? 'UTC'
    const name = `merged ${merging.memberId} ${merging.intoId}`
    for (const { id } of await this.repository.ofHousehold(householdId, merging.intoId))
      await this.rewrite(id, name, { today, timeZone }, (subscription, occasion) =>
        withMerged(subscription, merging, occasion),
      )
  }

  private leaveOutOf(id: string, leaver: Leaver, on: Pick<Occasion, 'today' | 'timeZone'>): Promise<void> {
    return this.rewrite(id, `without ${leaver.memberId} ${on.today}`, on, (subscription, occasion) =>
      withoutMember(subscription, leaver, occasion),
    )
  }

  /** What is shared, and what `apply` does not leave as it is. */
  private async rewrite(
    id: string,
    name: string,
    { today, timeZone }: Pick<Occasion, 'today' | 'timeZone'>,
    apply: (subscription: SubscriptionDocument, occasion: Occasion) => SubscriptionDocument | null,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const subscription = await this.repository.get(id)
      if (subscription === null || subscription.visibility === 'private') return
      const occasion = { act: v5(name, id), by: null, today, timeZone, now: this.clock.nowIso() }
      const changed = apply(subscription, occasion)
      if (changed === null) return
      const stored = await this.repository.replace(changed, subscription.revision)
      if (stored !== null) return void (await this.effects.tryApply(stored))
      if (attempt === ATTEMPTS) throw new ProblemError('unavailable', 'Too many changes at once, try again.')
    }
  }

  /** Reads, checks, changes and stores, and applies what the change owes before anybody is told. */
  private async change(
    household: HouseholdActor,
    id: string,
    { ifMatch, act, isUndo = false }: Change,
    apply: (
      from: SubscriptionDocument,
      occasion: Occasion,
    ) => SubscriptionDocument | Promise<SubscriptionDocument>,
  ): Promise<SubscriptionDetail> {
    for (let attempt = 1; ; attempt++) {
      const subscription = await this.visible(household, id)
      assertMayChange(subscription, household, this.rightsOf(household))
      if (subscription.writes.includes(act))
        return this.detail(await this.effects.tryApply(subscription), household)
      assertThere(subscription, isUndo)
      if (ifMatch !== null && ifMatch !== subscription.revision)
        throw await this.stale(subscription, household)
      const changed = await apply(subscription, this.occasion(household, act))
      const stored = await this.repository.replace(changed, subscription.revision)
      if (stored !== null) return this.detail(await this.effects.tryApply(stored), household)
      if (attempt === ATTEMPTS) throw await this.stale(await this.visible(household, id), household)
    }
  }

  private async stale(subscription: SubscriptionDocument, household: HouseholdActor): Promise<ProblemError> {
    return new ProblemError('stale-revision', undefined, {
      current: await this.detail(subscription, household),
    })
  }

  private detail(
    subscription: SubscriptionDocument,
    household: HouseholdActor,
    isNew = false,
  ): Promise<SubscriptionDetail> {
    const today = this.households.today(household)
    return this.reader.detail(subscription, {
      today,
      isNew,
      mayChange: mayChange(subscription, household, this.rightsOf(household)),
    })
  }

  private rightsOf(household: HouseholdActor): Rights {
    return {
      change: this.households.may(household, 'subscriptions.change'),
      changeShared: this.households.may(household, 'subscriptions.changeShared'),
    }
  }

  private async visible(household: HouseholdActor, id: string): Promise<SubscriptionDocument> {
    const subscription = await this.repository.get(id)
    if (subscription === null || !maySee(subscription, household)) throw new ProblemError('not-found')
    return subscription
  }

  private occasion(household: HouseholdActor, act: string): Occasion {
    const { timeZone, memberId: by } = household
    return { act, by, today: this.households.today(household), timeZone, now: this.clock.nowIso() }
  }

  private async namedBy(act: ActInput, { country }: HouseholdActor): Promise<NamedPlan> {
    const isOfPlan = act.kind === 'correct' || act.kind === 'changePlan'
    const planId = isOfPlan ? act.planId : undefined
    return {
      plan: planId === null ? null : planId === undefined ? undefined : await this.planOf(planId),
      country,
    }
  }

  /** Only a claim asks what the plan brings along. */
  private async ownPlan({ kind }: ActInput, { planId }: SubscriptionDocument) {
    return kind === 'claim' && planId !== null ? this.catalogue.planForSubscription(planId) : null
  }

  private async planOf(planId: string | undefined) {
    if (planId === undefined) return null
    const plan = await this.catalogue.planForSubscription(planId)
    if (plan === null) throw unknownPlan()
    return plan
  }

  /** Somebody who has left stays where they were named before; only new names must be of the household. */
  private async assertPeople(
    subscription: SubscriptionDocument,
    household: HouseholdActor,
    before?: SubscriptionDocument,
  ): Promise<void> {
    const known = [household.memberId, ...(before === undefined ? [] : peopleOf(before).map(([, id]) => id))]
    const isKnown = peopleOf(subscription).every(([, id]) => known.includes(id))
    const members = isKnown ? [] : await this.households.members(subscription.householdId)
    assertPeople(subscription, new Set([...members.map((member) => member.id), ...known]))
  }

  private async assertPayer(household: HouseholdActor, paidBy: string | undefined): Promise<void> {
    if (paidBy === undefined || paidBy === household.memberId) return
    const members = await this.households.members(household.id)
    if (members.some((member) => member.id === paidBy)) return
    const errors = [{ pointer: '/payment/paidBy', message: 'must be somebody of this household' }]
    throw new ProblemError('unknown-member', undefined, { errors })
  }
}
