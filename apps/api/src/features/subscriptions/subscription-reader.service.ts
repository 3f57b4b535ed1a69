import { Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import {
  lineEnding,
  plansNamed,
  searchIn,
  searchIndexOf,
  searchTokensOf,
  statusOf,
  type CalendarDate,
} from '@streamline/domain'
import { cursorOf, positionIn } from '../../platform/documents/cursor.ts'
import { asPrefixes } from '../../platform/documents/prefixes.ts'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { BillingReaderService } from '../billing/billing-reader.service.ts'
import type { PeriodCharge } from '../billing/billing.types.ts'
import { CatalogueService } from '../catalogue/catalogue.service.ts'
import { subscriptionDetail, type SubscriptionDetail } from './subscription-detail.presenter.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { subscriptionRow, type SubscriptionRow } from './subscription.presenter.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

/** Every plan that it is, was, or was said to be. */
const plansOf = ({ planId, facts, records }: SubscriptionDocument): string[] => {
  const ids = [planId, ...facts.terms.segments.map((segment) => segment.planId), ...plansNamed(records)]
  return [...new Set(ids)].filter((id) => id !== null && id !== undefined)
}

type ListInput = Call<typeof contract.subscriptions.list>['input']

const DEFAULT_LIMIT = 50
/** Status is derived, so that a filter by it reads on until the page is full: in steps of this size. */
const STEP = 200
/** Where nothing fits as typed, so many are compared with what may have been meant. */
const MOST_SEARCHED = 1000

interface Viewer {
  readonly today: CalendarDate
  readonly mayChange: boolean
  /** Added by this very request. */
  readonly isNew?: boolean
}

/** Joins a document with what catalogue and billing know of it. Whoever asks has been checked. */
@Injectable()
export class SubscriptionReaderService {
  constructor(
    private readonly repository: SubscriptionRepository,
    private readonly catalogue: CatalogueService,
    private readonly billing: BillingReaderService,
  ) {}

  async page(
    household: HouseholdActor,
    today: CalendarDate,
    input: ListInput,
  ): Promise<{ items: SubscriptionRow[]; nextCursor: string | null }> {
    const limit = input.limit ?? DEFAULT_LIMIT
    const found = await this.found(household, today, input, limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const hasMore = found.length > limit && last !== undefined
    return {
      items: await this.rows(shown, today),
      nextCursor: hasMore ? cursorOf(this.repository.positionOf(last)) : null,
    }
  }

  async detail(
    subscription: SubscriptionDocument,
    { isNew = false, ...viewer }: Viewer,
  ): Promise<SubscriptionDetail> {
    const { id, planId } = subscription
    const { today } = viewer
    const [plans, { charges, lifetimeSpend }] = await Promise.all([
      this.catalogue.plansByIds(plansOf(subscription)),
      isNew ? this.billing.chargesOfNew(id, today) : this.billed(id, today),
    ])
    const plan = planId === null ? undefined : plans.get(planId)
    return subscriptionDetail(subscription, {
      ...viewer,
      plan,
      charges,
      open: openAhead(charges, today),
      lifetimeSpend,
      planNames: new Map([...plans].map(([known, { name }]) => [known, name])),
    })
  }

  private async billed(id: string, today: CalendarDate) {
    const [found, lifetimeSpend] = await Promise.all([
      this.billing.chargesOfSubscriptions([id], today),
      this.billing.lifetimeSpend(id),
    ])
    return { charges: found.get(id) ?? [], lifetimeSpend }
  }

  settledUntil(householdId: string, id: string): Promise<CalendarDate | null> {
    return this.billing.settledUntil(householdId, id)
  }

  /** Nobody else ever bore or paid a part of it: then it can be hidden without leaving a debt that nobody can explain. */
  async isOnlyOf(ownerId: string, id: string, today: CalendarDate): Promise<boolean> {
    const charges = (await this.billing.chargesOfSubscriptions([id], today)).get(id) ?? []
    return charges.every(
      ({ shares, payments }) =>
        shares.every(({ memberId }) => memberId === ownerId) &&
        payments.every(({ payers, entry }) =>
          payers.every(({ memberId }) => entry === 'credit' || memberId === ownerId),
        ),
    )
  }

  private async found(
    household: HouseholdActor,
    today: CalendarDate,
    input: ListInput,
    wanted: number,
  ): Promise<SubscriptionDocument[]> {
    const q = (input.q ?? '').trim()
    const words = asPrefixes(searchTokensOf([q]))
    if (words.length === 0 && q !== '') return []
    const found = await this.read(household, today, input, { words, wanted })
    if (found.length > 0 || words.length === 0) return found
    const all = await this.read(household, today, input, { words: [], wanted: MOST_SEARCHED })
    const meant = await this.meantBy(q, all)
    return all.filter(({ id }) => meant.has(id)).slice(0, wanted)
  }

  /** Those whose names are like what was typed, in any script, joined, apart, or with a slip. */
  private async meantBy(
    q: string,
    subscriptions: readonly SubscriptionDocument[],
  ): Promise<ReadonlySet<string>> {
    if (subscriptions.length === 0) return new Set()
    const names = await this.catalogue.providerNames()
    const index = searchIndexOf(
      subscriptions.map(({ id, name, providerId, providerName, labels, line }) => ({
        id,
        names: names.get(providerId ?? '') ?? [],
        words: [name, providerName ?? '', ...labels, line === null ? '' : lineEnding(line)],
        aside: [],
        further: [],
        order: '',
      })),
    )
    return new Set(searchIn(index, q).map(({ item }) => item.id))
  }

  private async read(
    { id: householdId, memberId }: HouseholdActor,
    today: CalendarDate,
    { kind, memberId: person, status, cursor }: ListInput,
    { words, wanted }: { words: string[]; wanted: number },
  ): Promise<SubscriptionDocument[]> {
    const removed = status === 'removed'
    const limit = status === undefined || removed ? wanted : STEP
    const found: SubscriptionDocument[] = []
    for (let after = cursor === undefined ? null : positionIn(cursor); ;) {
      const step = await this.repository.list({
        householdId,
        memberId,
        kind,
        person,
        words,
        removed,
        limit,
        after,
      })
      found.push(...step.filter((subscription) => matchesStatus(subscription, status, today)))
      const last = step.at(-1)
      if (last === undefined || step.length < limit || found.length >= wanted) return found.slice(0, wanted)
      const { value, id } = this.repository.positionOf(last)
      after = { value: String(value), id }
    }
  }

  /** As the list shows them. */
  async rows(
    subscriptions: readonly SubscriptionDocument[],
    today: CalendarDate,
  ): Promise<SubscriptionRow[]> {
    const planIds = subscriptions.flatMap(({ planId }) => planId ?? [])
    const [plans, open] = await Promise.all([
      this.catalogue.plansByIds(planIds),
      this.billing.openAhead(
        subscriptions.map(({ id }) => id),
        today,
      ),
    ])
    return subscriptions.map((subscription) =>
      subscriptionRow(subscription, {
        today,
        plan: plans.get(subscription.planId ?? ''),
        open: open.get(subscription.id) ?? [],
      }),
    )
  }
}

/** What falls due from today on and is not fully paid, the earliest first. */
const openAhead = (charges: readonly PeriodCharge[], today: CalendarDate): PeriodCharge[] =>
  charges
    .filter(({ dueOn, outstanding }) => dueOn >= today && outstanding.amount > 0)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.index - other.index)

/** Running is everything that has begun and can still be used. */
const matchesStatus = (
  { facts }: SubscriptionDocument,
  wanted: ListInput['status'],
  today: CalendarDate,
): boolean => {
  if (wanted === undefined || wanted === 'removed') return true
  const status = statusOf(facts, today)
  return wanted === 'running' ? status !== 'expired' && status !== 'scheduled' : status === wanted
}
