import { Injectable } from '@nestjs/common'
import type { contract } from '@streamline/contract'
import type { Noted } from '@streamline/domain'
import { Clock } from '../../platform/clock/clock.ts'
import { cursorOf, positionIn } from '../../platform/documents/cursor.ts'
import type { Actor, HouseholdActor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres } from '../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionsService, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { usageRightsOf, type UsageRights } from './usage-access.ts'
import { notedReading } from './usage-note.ts'
import type { UsageDocument } from './usage.document.ts'
import { presentReading, type UsageAnswer } from './usage.presenter.ts'
import { UsageRepository } from './usage.repository.ts'

type Usage = typeof contract.usage
type Input<K extends keyof Usage> = Call<Usage[K]>['input']

/** How a correction came in: the revision it was made on, and a name by which sending it again is recognised. */
export interface UsageChange {
  readonly ifMatch: number | null
  readonly act: string
}

const DEFAULT_LIMIT = 50
/** Without `If-Match` a correction is made on whatever is there; somebody faster only makes it try again. */
const ATTEMPTS = 5
/** Writes that are remembered: far more than one person can have in flight. */
const REMEMBERED = 8

/** What people note of the use of their subscriptions. */
@Injectable()
export class UsageService {
  constructor(
    private readonly clock: Clock,
    private readonly postgres: Postgres,
    private readonly households: HouseholdsService,
    private readonly subscriptions: SubscriptionsService,
    private readonly repository: UsageRepository,
  ) {}

  async record(actor: Actor, input: Input<'record'>, id: string): Promise<UsageAnswer> {
    const household = this.households.require(actor, 'subscriptions.change')
    const subscription = await this.subscriptions.visible(household, input.id)
    assertMay(this.rightsOf(subscription, household).note, subscription)
    const today = this.households.today(household)
    const { kind, on = today, covers = 'day', amount } = input
    const reading: UsageDocument = {
      ...notedReading({ kind, on, covers, amount }, await this.notedOf(subscription), today),
      id,
      revision: 1,
      householdId: household.id,
      subscriptionId: subscription.id,
      notedBy: household.memberId,
      notedAt: this.clock.nowIso(),
      removed: false,
      writes: [],
    }
    // The same key again after a crash: what it made then is what counts.
    const isNew = await this.repository.insert(reading)
    const stored = isNew ? reading : ((await this.repository.get(id)) ?? reading)
    await this.tell(stored)
    return presentReading(stored, true)
  }

  async list(
    actor: Actor,
    input: Input<'list'>,
  ): Promise<{ items: UsageAnswer[]; nextCursor: string | null }> {
    const household = this.households.require(actor, 'subscriptions.read')
    const subscription = await this.subscriptions.visible(household, input.id)
    const limit = input.limit ?? DEFAULT_LIMIT
    const found = await this.repository.list({
      householdId: household.id,
      subscriptionId: subscription.id,
      state: input.state ?? 'noted',
      limit: limit + 1,
      after: input.cursor === undefined ? null : positionIn(input.cursor),
    })
    const rights = this.rightsOf(subscription, household)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    return {
      items: shown.map((reading) => presentReading(reading, mayCorrect(reading, household, rights))),
      nextCursor:
        found.length > limit && last !== undefined ? cursorOf(this.repository.positionOf(last)) : null,
    }
  }

  async read(actor: Actor, { id }: Input<'read'>): Promise<UsageAnswer> {
    const household = this.households.require(actor, 'subscriptions.read')
    const { reading, rights } = await this.visible(household, id)
    return presentReading(reading, mayCorrect(reading, household, rights))
  }

  async correct(actor: Actor, input: Input<'correct'>, { ifMatch, act }: UsageChange): Promise<UsageAnswer> {
    const household = this.households.require(actor, 'subscriptions.change')
    for (let attempt = 1; ; attempt++) {
      const { reading, subscription, rights } = await this.visible(household, input.id)
      assertMay(mayCorrect(reading, household, rights), subscription)
      if (reading.writes.includes(act)) return this.told(reading)
      const isStale = ifMatch !== null && ifMatch !== reading.revision
      if (isStale || attempt > ATTEMPTS)
        throw new ProblemError('stale-revision', undefined, { current: presentReading(reading, true) })
      const changed = await this.corrected(reading, input, subscription, household)
      const writes = [...reading.writes, act].slice(-REMEMBERED)
      const stored = await this.repository.replace({ ...changed, writes }, reading.revision)
      if (stored !== null) return this.told(stored)
    }
  }

  /** Only what is said anew is looked at: what stands wrong since its subscription began on another day can still be removed. */
  private async corrected(
    reading: UsageDocument,
    { on, covers, amount, removed }: Input<'correct'>,
    subscription: SubscriptionDocument,
    household: HouseholdActor,
  ): Promise<UsageDocument> {
    const changed = removed === undefined ? reading : { ...reading, removed }
    if (on === undefined && covers === undefined && amount === undefined) return changed
    const draft = {
      kind: reading.kind,
      on: on ?? reading.on,
      covers: covers ?? reading.covers,
      amount: amount ?? reading.amount,
    }
    const noted = await this.notedOf(subscription)
    return { ...changed, ...notedReading(draft, noted, this.households.today(household)) }
  }

  private async notedOf(subscription: SubscriptionDocument): Promise<Noted> {
    const { kind, facts } = subscription
    return { kind, facts, allowances: await this.subscriptions.allowancesOf(subscription) }
  }

  private rightsOf(subscription: SubscriptionDocument, household: HouseholdActor): UsageRights {
    return usageRightsOf(subscription, household, {
      mayWrite: this.households.may(household, 'subscriptions.change'),
      isChangeable: this.subscriptions.isChangeable(subscription, household),
    })
  }

  private async visible(household: HouseholdActor, id: string) {
    const reading = await this.repository.get(id)
    if (reading === null || reading.householdId !== household.id) throw new ProblemError('not-found')
    const subscription = await this.subscriptions.visible(household, reading.subscriptionId)
    return { reading, subscription, rights: this.rightsOf(subscription, household) }
  }

  private async told(reading: UsageDocument): Promise<UsageAnswer> {
    await this.tell(reading)
    return presentReading(reading, true)
  }

  /**
   * Says that what screens show has changed. A crash before it leaves them behind until the next write or midnight; who sends
   * the note again tells it. A note that came while its subscription was erased goes with it.
   */
  private async tell({ householdId, subscriptionId }: UsageDocument): Promise<void> {
    const isThere = await this.postgres.transaction((tx) => this.households.touch(tx, householdId))
    if (isThere && (await this.subscriptions.exists(subscriptionId))) return
    await this.repository.eraseOf(householdId, [subscriptionId])
    throw new ProblemError('not-found')
  }
}

const mayCorrect = (
  { notedBy }: UsageDocument,
  { memberId }: HouseholdActor,
  { note, correctOthers }: UsageRights,
): boolean => correctOthers || (note && notedBy === memberId)

const assertMay = (may: boolean, { withdrawn }: SubscriptionDocument): void => {
  if (withdrawn) throw new ProblemError('illegal-transition', 'It was taken away: take that back first.')
  if (!may) throw new ProblemError('forbidden', 'Who uses or manages a subscription notes its use.')
}
