import { isDeepStrictEqual } from 'node:util'
import { Injectable, Logger } from '@nestjs/common'
import {
  actsThatStand,
  chargesToRaise,
  extrasOf,
  factsOfActs,
  moneyOf,
  periodName,
  periodOpenedBy,
  type Period,
  type StandingExtra,
} from '@streamline/domain'
import { BillingService } from '../billing/billing.service.ts'
import type {
  BilledExtra,
  BilledSubscription,
  ChargePlan,
  FreedMoney,
  UndoneAct,
} from '../billing/billing.types.ts'
import { KeptPagesService } from './kept-pages.service.ts'
import type { Owed, SubscriptionDocument } from './subscription.document.ts'
import { SubscriptionRepository } from './subscription.repository.ts'

/** Brings to billing what a document owes it. Doing it twice, or by two processes at once, is doing it once. */
@Injectable()
export class SubscriptionEffectsService {
  private readonly log = new Logger(SubscriptionEffectsService.name)

  constructor(
    private readonly billing: BillingService,
    private readonly repository: SubscriptionRepository,
    private readonly pages: KeptPagesService,
  ) {}

  /** Brings all that is owed and strikes it off. */
  async apply(subscription: SubscriptionDocument): Promise<SubscriptionDocument> {
    const [settled = subscription] = await this.applyAll(subscription.householdId, [subscription])
    return settled
  }

  /** The same for any number of one household, in one transaction; what was erased meanwhile is not answered. */
  async applyAll(
    householdId: string,
    subscriptions: readonly SubscriptionDocument[],
  ): Promise<SubscriptionDocument[]> {
    const settled = await this.bring(householdId, subscriptions)
    await this.repository.amendMany(settled)
    return settled
  }

  /**
   * Brings what those of one household owe and answers them without it, to be struck off by `strikeOff`. For who does this with many
   * households: one that is unhurried waits for no disk.
   */
  async bring(
    householdId: string,
    subscriptions: readonly SubscriptionDocument[],
    { isUnhurried = false } = {},
  ): Promise<SubscriptionDocument[]> {
    const plans = subscriptions.flatMap((subscription) =>
      subscription.owed === null ? [] : [planOf(subscription, subscription.owed)],
    )
    const outcomes =
      plans.length === 0
        ? new Map<string, never>()
        : await this.billing.reconcile(householdId, plans, { isUnhurried })
    const erased = subscriptions.filter(({ id }) => outcomes.get(id) === 'erased')
    for (const subscription of erased) await this.erase(subscription)
    // What was older than billing knows is contained in what made it so. Whoever wrote meanwhile took what was owed along and
    // brings it again, which changes nothing.
    return subscriptions
      .filter((subscription) => !erased.includes(subscription))
      .map((subscription): SubscriptionDocument => ({ ...subscription, owed: null }))
  }

  /** Strikes off what was brought, of any households, once all of it is on the disk: what a crash takes is owed again. */
  async strikeOff(settled: readonly SubscriptionDocument[]): Promise<void> {
    if (settled.length === 0) return
    await this.billing.onDisk()
    await this.repository.amendMany(settled)
  }

  /** What a request wrote that was under way while its household, or the account of its owner, was erased. */
  private async erase({ householdId, visibility, ownerId }: SubscriptionDocument): Promise<void> {
    if (visibility === 'private') await this.repository.erasePrivate(householdId, ownerId)
    else await this.repository.eraseHousehold(householdId)
  }

  /** As `apply`, but a failure is left to the sweep: the write itself has happened. */
  async tryApply(subscription: SubscriptionDocument): Promise<SubscriptionDocument> {
    if (subscription.owed === null) return subscription
    try {
      return await this.apply(subscription)
    } catch (error) {
      this.pages.forget(subscription.householdId)
      this.log.warn({ err: error, subscriptionId: subscription.id }, 'Effects stay pending')
      return subscription
    }
  }
}

const billedOf = (subscription: SubscriptionDocument): BilledSubscription => {
  const { id, householdId, revision, raised, name, kind, providerId } = subscription
  const { visibility, ownerId, paidBy, splits, departures = [] } = subscription
  const { brandColor, look = null } = subscription
  const shown = { name, kind, providerId, brandColor, look }
  return { id, householdId, revision, raised, ...shown, visibility, ownerId, paidBy, splits, departures }
}

const billedExtra = ({ ownSplits = [] }: SubscriptionDocument, extra: StandingExtra): BilledExtra => {
  const own = ownSplits.find(({ act }) => act === extra.id)
  return own === undefined ? extra : { ...extra, splits: own.splits }
}

/** What an undo takes back, and whether that was the last that still stood. */
const undoneAct = ({ records }: SubscriptionDocument, undone: string | undefined): UndoneAct | undefined => {
  const at = records.findIndex(({ id }) => id === undone)
  const record = records[at]
  if (record === undefined) return undefined
  const [before, now] = [actsThatStand(records.slice(0, at)), actsThatStand(records)]
  return { id: record.id, at: record.at, on: record.on, isLast: isDeepStrictEqual(before, now) }
}

/** Of `periods` those that cost what they did before a record was written that is taken back. */
const periodsAsBefore = (
  { records }: SubscriptionDocument,
  undone: string,
  periods: readonly Period[],
  { on, fromIndex }: Owed,
): ReadonlySet<string> => {
  const earlier = records.slice(
    0,
    records.findIndex(({ id }) => id === undone),
  )
  const then = new Map(
    chargesToRaise(factsOfActs(earlier), on, { fromIndex }).map((period) => [
      periodName(period),
      period.amount,
    ]),
  )
  return new Set(periods.filter((period) => then.get(periodName(period)) === period.amount).map(periodName))
}

const freedBy = ({ records }: SubscriptionDocument, id: string): FreedMoney[] => {
  const record = records.find((one) => one.id === id)
  const goes = record === undefined ? undefined : moneyOf(record)
  return record === undefined || goes === undefined ? [] : [{ act: id, goes, recordedBy: record.by }]
}

/**
 * The number of the period that a recharge opens, as the list counts now; a pack that was given up opens none once another has its
 * number. Worked out when it is asked first.
 */
const openings = ({ records, withdrawn }: SubscriptionDocument) => {
  let indexes: ReadonlyMap<string, number> | undefined
  const found = (): ReadonlyMap<string, number> => {
    const byIndex = new Map(
      actsThatStand(records)
        .acts.filter(({ act }) => act.kind === 'recharged')
        .map(({ id }) => [periodOpenedBy(records, id), id]),
    )
    return new Map([...byIndex].map(([index, id]) => [id, index]))
  }
  return (act: string): number | undefined => {
    if (withdrawn) return undefined
    indexes ??= found()
    return indexes.get(act)
  }
}

export const planOf = (subscription: SubscriptionDocument, owed: Owed): ChargePlan => {
  const { id: subscriptionId, householdId, facts, recordsItself, withdrawn } = subscription
  const { fromIndex, on, billedUntil, splitFrom, assumePaidBeforeIndex, amends, takesBack } = owed
  const periods = withdrawn ? [] : chargesToRaise(facts, on, { fromIndex })
  return {
    subscription: billedOf(subscription),
    fromIndex,
    periods,
    extras: withdrawn ? [] : extrasOf(subscription.records).map((extra) => billedExtra(subscription, extra)),
    amends,
    takesBack,
    bringsBack: owed.bringsBack,
    opens: openings(subscription),
    assumedStandBefore: owed.assumedStandBefore,
    startsAnew: owed.startsAnew,
    undone: undoneAct(subscription, owed.undoes),
    act: owed.act,
    asBefore:
      owed.undoes === undefined ? undefined : periodsAsBefore(subscription, owed.undoes, periods, owed),
    money: (owed.money ?? []).flatMap((id) => freedBy(subscription, id)),
    moneyBack: owed.moneyBack,
    moneyAgain: owed.moneyAgain,
    today: on,
    billedUntil,
    splitFrom,
    bookedFrom:
      withdrawn || recordsItself === null || recordsItself === false ? undefined : recordsItself.from,
    assumePaidBeforeIndex: assumePaidBeforeIndex ?? undefined,
    payments: owed.payments.map(({ id, on: paidOn, index, amount, paidBy, method, recordedBy }) => ({
      id,
      householdId,
      subscriptionId,
      index,
      amount: amount ?? undefined,
      paidBy,
      paidOn,
      method: method ?? undefined,
      recordedBy,
    })),
  }
}
