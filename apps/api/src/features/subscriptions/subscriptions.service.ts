import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import {
  allowancesInForce,
  planAllowances,
  previewPeriods,
  statusOf,
  usageKindsOf,
  type Allowance,
  type CalendarDate,
} from '@streamline/domain'
import { v5 } from 'uuid'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { RawJson, rawJson } from '../../platform/http/raw-json.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { createdSubscription } from './create-subscription.ts'
import { KeptPagesService, type Page } from './kept-pages.service.ts'
import { KnownSubscriptionsService } from './known-subscriptions.service.ts'
import { inputOf } from './records-itself.ts'
import { assertOwnsPrivacy, mayChange } from './subscription-access.ts'
import { SubscriptionChangesService, type Change } from './subscription-changes.service.ts'
import { previewAnswer, type SubscriptionDetail } from './subscription-detail.presenter.ts'
import { draftOf, type CreateInput } from './subscription-draft.ts'
import { SubscriptionEffectsService } from './subscription-effects.service.ts'
import { withPlaces, type Places } from './with-places.ts'
import { assertPeople, assertSplit, peopleOf } from './subscription-people.ts'
import { ReplacingService } from './replacing.service.ts'
import { SubscriptionLinesService } from './subscription-lines.service.ts'
import { SubscriptionReaderService } from './subscription-reader.service.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'
import { updatedSubscription, type UpdateInput } from './update-subscription.ts'

export type { SubscriptionDocument } from './subscription.document.ts'
export type { SubscriptionRow } from './subscription.presenter.ts'
export { isServing } from './subscription-lines.service.ts'
export { rightsOf, startOf } from './entitlement-rules.ts'
export { heldOf } from './held-subscription.ts'
export { mayHaveNews, newsOf } from './price-news.ts'

type Subscriptions = typeof contract.subscriptions
type Input<K extends keyof Subscriptions> = Call<Subscriptions[K]>['input']

const pack = promisify(gzip)

@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly households: HouseholdsService,
    private readonly catalogue: CatalogueService,
    private readonly repository: SubscriptionRepository,
    private readonly effects: SubscriptionEffectsService,
    private readonly reader: SubscriptionReaderService,
    private readonly pages: KeptPagesService,
    private readonly changes: SubscriptionChangesService,
    private readonly known: KnownSubscriptionsService,
    private readonly lines: SubscriptionLinesService,
    private readonly replacing: ReplacingService,
  ) {}

  async preview(
    actor: Actor,
    { count = 12, since, ...input }: Input<'preview'>,
  ): Promise<Answer<Subscriptions['preview']>> {
    const household = this.households.require(actor, 'subscriptions.read')
    const draft = draftOf(input, await this.changes.planOf(input.planId), household.country)
    return previewAnswer(
      withPlaces({}, () => previewPeriods(draft, count, since)),
      count,
    )
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
    return this.changes.detail(await this.changes.visible(household, id), household)
  }

  async create(actor: Actor, input: CreateInput, id: string): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.create')
    const plan = await this.changes.planOf(input.planId)
    const forOthers = this.households.may(household, 'payments.recordForOthers')
    const occasion = this.changes.occasion(household, id)
    const draft = withPlaces(LONG_PAST, () =>
      createdSubscription(input, plan, household, forOthers, occasion),
    )
    await this.assertPeople(draft, household)
    assertSplit(draft)
    await this.replacing.assertMay(input.replaces, household, id)
    const created = await this.lines.onLine(draft, input, household)
    const isNew = await this.repository.insert(created)
    // The same key again after a crash: what it made then is what counts.
    const stored = isNew ? created : await this.changes.visible(household, id)
    const applied = await this.effects.tryApply(stored)
    await this.lines.settle(stored, household)
    await this.replacing.stop(input.replaces, household, id)
    return this.changes.detail(applied, household, isNew)
  }

  async update(actor: Actor, input: UpdateInput, change: Change): Promise<SubscriptionDetail> {
    const household = this.households.require(actor, 'subscriptions.change')
    let before: SubscriptionDocument | undefined
    let after: SubscriptionDocument | undefined
    const detail = await this.changes.change(household, input.id, change, async (subscription, occasion) => {
      assertOwnsPrivacy(subscription, household, input.visibility)
      const settledUntil =
        input.price === undefined ? null : await this.reader.settledUntil(household.id, input.id)
      const updated = updatedSubscription(subscription, input, occasion, settledUntil)
      if (input.split !== undefined || input.price !== undefined) assertSplit(updated)
      await this.assertPeople(updated, household, subscription)
      if (input.visibility === 'private') await this.assertOnlyOwners(updated, occasion.today)
      before = subscription
      return (after = await this.lines.onLine(updated, input, household, subscription))
    })
    if (after !== undefined) await this.lines.settle(after, household, before)
    return detail
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
      await this.changes.change(household, subscription.id, { ifMatch: null, act: own }, (known, occasion) =>
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
    return mayChange(subscription, household, this.changes.rightsOf(household))
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

  /** One that this person may see, or `not-found`; the caller has checked the right. */
  visible(household: HouseholdActor, id: string): Promise<SubscriptionDocument> {
    return this.changes.visible(household, id)
  }

  /** Whether it is there at all, whoever may see it. */
  async exists(id: string): Promise<boolean> {
    return (await this.repository.get(id)) !== null
  }

  /** The limits that hold for it: what the household typed, and else what its plan says. */
  async allowancesOf({ kind, planId, allowances }: SubscriptionDocument): Promise<Allowance[]> {
    const plan = planId === null ? null : await this.catalogue.planForSubscription(planId)
    const inForce = allowancesInForce(allowances, planAllowances(plan?.attributes ?? {}))
    // It may have been of another kind when they were typed.
    return inForce.filter((allowance) => usageKindsOf(kind).includes(allowance.kind))
  }

  /** Ids of one person's private subscriptions, for what hangs on them and is erased with them. */
  privateIdsOf(householdId: string, ownerId: string): Promise<string[]> {
    return this.repository.privateIdsOf(householdId, ownerId)
  }

  /** Removes one person's private subscriptions; only deleting their account may ask. */
  erasePrivate(householdId: string, ownerId: string): Promise<number> {
    return this.repository.erasePrivate(householdId, ownerId).finally(() => this.known.forget(householdId))
  }

  /** Removes all subscriptions of a household; only erasing the household itself may ask. */
  eraseHousehold(householdId: string): Promise<number> {
    return this.repository.eraseHousehold(householdId).finally(() => this.known.forget(householdId))
  }

  private async assertOnlyOwners({ ownerId, id }: SubscriptionDocument, today: CalendarDate): Promise<void> {
    if (await this.reader.isOnlyOf(ownerId, id, today)) return
    const errors = [{ pointer: '/visibility', message: 'others bore or paid a part of it' }]
    throw new ProblemError('invalid-split', undefined, { errors })
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
} /** More periods lie behind the first day than are entered at once. */
const LONG_PAST: Places = { 'too-many-periods': '/startsOn' }
