import { Injectable } from '@nestjs/common'
import { outstandingOf } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { CreditsService } from '../credits/credits.service.ts'
import { FreedMoneyService } from '../credits/freed-money.service.ts'
import { CarriedDenialsService } from '../debits/carried-denials.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { ChargeAct } from '../ledger/posting.ts'
import { PaymentsOfActsService } from '../payments/payments-of-acts.service.ts'
import { PlannedPaymentsService } from '../payments/planned-payments.service.ts'
import { UnmadePaymentsService } from '../payments/unmade-payments.service.ts'
import { BilledSubscriptionRepository, type Known } from './billed-subscription.repository.ts'
import type { ChargePlan, PlanOutcome } from './billed-subscription.ts'
import { chargeFactsOf } from './charge.presenter.ts'
import type { Standing } from '../standing/standing.ts'
import { StandingService } from '../standing/standing.service.ts'
import { changesOf, isHeld } from './charge-plan.ts'
import { ChargeRepository, type ChargeRow } from './charge.repository.ts'
import { looseOf, moneyMoved, replacementOf, surplusOf } from './replacement.ts'
import {
  datedAs,
  booksItself,
  undoingIn,
  returnsIn,
  replacedIn,
  outcomeOf,
  type Gone,
  type Changes,
} from './reconciling.ts'

/**
 * Brings charges to what their subscriptions say: raises what is missing, changes what is not billed, voids the rest and turns
 * money on that into the credit of the subscription. Any number of subscriptions of one household in as many statements as one.
 */
@Injectable()
export class ReconcilerService {
  constructor(
    private readonly clock: Clock,
    private readonly households: HouseholdsService,
    private readonly subscriptions: BilledSubscriptionRepository,
    private readonly charges: ChargeRepository,
    private readonly ledger: LedgerService,
    private readonly credits: CreditsService,
    private readonly planned: PlannedPaymentsService,
    private readonly unmade: UnmadePaymentsService,
    private readonly ofActs: PaymentsOfActsService,
    private readonly denials: CarriedDenialsService,
    private readonly freed: FreedMoneyService,
    private readonly standing: StandingService,
  ) {}

  /** The household is locked by who asks. */
  async apply(tx: Tx, plans: readonly ChargePlan[]): Promise<Map<string, PlanOutcome>> {
    const asked = await this.ofSomebody(tx, plans)
    const first = await this.subscriptions.know(tx, asked)
    const before = await this.standing.before(tx, newIn(asked, first))
    const theirs = await this.asTheyStood(tx, asked, before)
    const there = theirs.every((plan) => asked.includes(plan))
      ? first
      : await this.subscriptions.know(tx, newIn(theirs, first))
    const asTheyAre = await this.withMoneyBack(tx, theirs, there)
    const known = await this.withoutToppedUp(tx, theirs, asTheyAre)
    const held = await this.freed.held(tx, theirs)
    const now = this.clock.nowIso()
    const changes = theirs.flatMap((plan): Changes[] => {
      const found = known.get(plan.subscription.id)
      return found === undefined ? [] : [{ plan, ...changesOf(plan, found.charges, now) }]
    })
    const gone = await this.end(tx, changes, now)
    await this.charges.change(
      tx,
      changes.flatMap(({ changed }) => changed),
    )
    await this.charges.raise(
      tx,
      changes.flatMap(({ raised }) => raised),
    )
    await this.act(tx, changes)
    await this.pay(tx, changes, known, { gone: await this.place(tx, changes, gone), held })
    await this.book(tx, changes)
    await this.standing.note(tx, newIn(theirs, known), before)
    return new Map(plans.map((plan) => [plan.subscription.id, outcomeOf(plan, theirs, known)]))
  }

  /** An act that is taken back while all stands as it left it leaves nothing but what time has brought since. */
  private async asTheyStood(
    tx: Tx,
    plans: readonly ChargePlan[],
    before: ReadonlyMap<string, Standing>,
  ): Promise<readonly ChargePlan[]> {
    const after: ChargePlan[] = []
    for (const plan of plans)
      after.push((await this.standing.goBack(tx, plan, before.get(plan.subscription.id))) ?? plan)
    return after
  }

  /** What acts did with money that do not count any more is taken back first, and what was paid along with them: then charges have on them what they had. */
  private async withMoneyBack(
    tx: Tx,
    plans: readonly ChargePlan[],
    known: ReadonlyMap<string, Known>,
  ): Promise<ReadonlyMap<string, Known>> {
    const after = new Map(known)
    for (const plan of plans) {
      const found = known.get(plan.subscription.id)
      if (found === undefined) continue
      const isFollowed = await this.ofActs.follow(tx, plan)
      if (plan.moneyBack === undefined && !isFollowed) continue
      await this.freed.takeBack(tx, plan)
      const ids = found.charges.map(({ id }) => id)
      const rows = new Map((await this.charges.byIds(tx, ids)).map((row) => [row.id, row]))
      after.set(plan.subscription.id, {
        hasCredit: true,
        charges: found.charges.map((charge) => rows.get(charge.id) ?? charge),
      })
    }
    return after
  }

  /**
   * An act took the credit of a charge that stands, and its debit was assumed whole then: taken back, it is open for that credit again.
   * Of what goes, all of it goes with it and comes back with it.
   */
  private async withoutToppedUp(
    tx: Tx,
    plans: readonly ChargePlan[],
    known: ReadonlyMap<string, Known>,
  ): Promise<ReadonlyMap<string, Known>> {
    const after = new Map(known)
    for (const plan of plans) {
      const { subscription, undone, today } = plan
      const found = known.get(subscription.id)
      if (undone === undefined || found === undefined) continue
      const ended = new Set(changesOf(plan, found.charges, undone.at).ended.map(({ id }) => id))
      const since = Date.parse(undone.at)
      const charges: ChargeRow[] = []
      for (const charge of found.charges) {
        const stood = charge.voidedAt === null && charge.paid !== 0 && Date.parse(charge.raisedAt) < since
        const isAsked = stood && charge.dueOn <= undone.on && !ended.has(charge.id)
        charges.push(isAsked ? await this.unmade.takeBack(tx, charge, { today, since }) : charge)
      }
      after.set(subscription.id, { ...found, charges })
    }
    return after
  }

  /** What is private goes with the account of its owner, also what somebody holds who read it before. */
  private async ofSomebody(tx: Tx, plans: readonly ChargePlan[]): Promise<ChargePlan[]> {
    const owners = plans.flatMap(({ subscription: { visibility, ownerId } }) =>
      visibility === 'private' ? [ownerId] : [],
    )
    const [first] = plans
    if (first === undefined || owners.length === 0) return [...plans]
    const there = await this.households.withAccount(tx, first.subscription.householdId, owners)
    return plans.filter(
      ({ subscription: { visibility, ownerId } }) => visibility === 'shared' || there.has(ownerId),
    )
  }

  /** First, because a period that came may have the number of one that went. */
  private async end(tx: Tx, changes: readonly Changes[], now: string): Promise<Gone[]> {
    const ended = changes.flatMap(({ plan, ended: charges }) => charges.map((charge) => ({ plan, charge })))
    const plain: ChargeRow[] = []
    const acts: ChargeAct[] = []
    const gone: Gone[] = []
    for (const { plan, charge } of ended) {
      // What a credit paid is credit again; what people paid becomes it.
      const given = charge.paid === 0 ? charge : await this.credits.giveBack(tx, charge, plan.today)
      const left = given.paid === 0 ? given : await this.unmade.takeBack(tx, given, plan)
      const after = { ...left, voidedAt: now }
      gone.push({ plan, charge: after, wasAssumed: left.paid !== given.paid })
      if (left.paid === 0) plain.push(after)
      else acts.push(this.actOf('void', plan, after))
    }
    await this.charges.change(tx, plain)
    await this.ledger.act(tx, acts)
    return gone
  }

  private async act(tx: Tx, changes: readonly Changes[]): Promise<void> {
    const acts: ChargeAct[] = []
    const plain: ChargeRow[] = []
    const again = new Map<string, string | null>()
    for (const { plan, split, changed, restored, back, asBefore } of changes) {
      for (const after of split) {
        const isAmended = plan.amends === true && !asBefore.has(after.id) && !isHeld(after, plan)
        // What was assumed of another amount was not debited.
        const left = isAmended ? datedAs(after, await this.unmade.takeBack(tx, after, plan)) : after
        if (isAmended) again.set(after.id, null)
        if (left.paid === 0 && !left.corrected) plain.push(left)
        else acts.push(this.actOf('split', plan, left))
      }
      acts.push(...restored.map((after) => this.actOf('restored', plan, after)))
      if (plan.amends === true) for (const { id } of changed) if (!asBefore.has(id)) again.set(id, null)
      for (const { after, since } of back) again.set(after.id, since)
    }
    // Dates are not the ledger's; it changes the rest.
    await this.charges.change(tx, [...plain, ...acts.map(({ after }) => after)])
    await this.ledger.act(tx, acts)
    if (again.size === 0) return
    const asBefore = new Set(changes.flatMap((change) => [...change.asBefore]))
    const plans = new Map(changes.map(({ plan }) => [plan.subscription.id, plan]))
    const todayOf = ({ subscriptionId, dueOn }: ChargeRow) => plans.get(subscriptionId)?.today ?? dueOn
    await this.unmade.bringBack(tx, await this.charges.byIds(tx, [...again.keys()]), {
      asBefore,
      since: again,
      todayOf,
    })
  }

  /** Money that has lost its days pays what is in their place. */
  private async move(tx: Tx, changes: readonly Changes[], gone: readonly Gone[]): Promise<void> {
    for (const { plan, raised, lengthened, shortened } of changes) {
      const went = gone.filter((one) => one.plan === plan && one.charge.paid > 0 && one.charge.index >= 0)
      const places = { raised: raised.filter(({ index }) => index >= 0), lengthened }
      const reached = [...places.raised, ...lengthened]
      if (reached.length === 0 || (went.length === 0 && shortened.length === 0)) continue
      const rows = await this.charges.byIds(
        tx,
        [...reached, ...shortened].map(({ id }) => id),
      )
      const now = new Map(rows.map((charge) => [charge.id, charge]))
      const loose = {
        gone: went.map(({ charge }) => charge),
        shortened: looseOf(plan, shortened, (before) => surplusOf(now.get(before.id) ?? before, before)),
      }
      const open = reached.flatMap(({ id }) => now.get(id) ?? [])
      await this.credits.payEach(tx, moneyMoved(loose, places, open), plan.today)
    }
  }

  /** What nothing else has paid of the past. */
  private async assume(tx: Tx, changes: readonly Changes[], gone: readonly Gone[]): Promise<void> {
    const raised = changes.flatMap(({ plan, raised: own }) => {
      const assumed = gone.filter((one) => one.plan === plan && one.wasAssumed)
      const again = new Set(
        assumed.map(({ charge }) => replacementOf(charge, { raised: own, lengthened: [] })?.id),
      )
      return own
        .filter(({ index, amount }) => amount > 0 && index >= 0)
        .filter(
          ({ id, index, dueOn }) =>
            index < (plan.assumePaidBeforeIndex ?? 0) ||
            (again.has(id) && dueOn <= plan.today && !booksItself(plan, dueOn)),
        )
        .map((charge) => ({ charge, today: plan.today, isMoved: plan.amends === true }))
    })
    const ids = raised.flatMap(({ charge, isMoved }) => (isMoved ? [charge.id] : []))
    const rows = ids.length === 0 ? [] : await this.charges.byIds(tx, ids)
    const moved = new Map(rows.map((charge) => [charge.id, charge]))
    await this.planned.assume(
      tx,
      raised
        .map(({ charge, today }) => ({ charge: moved.get(charge.id) ?? charge, today }))
        .filter(({ charge }) => outstandingOf(chargeFactsOf(charge)) > 0),
    )
  }

  /** What people said along with the writes first: it is a fact, and credit is for what is open then. */
  private async pay(
    tx: Tx,
    changes: readonly Changes[],
    known: ReadonlyMap<string, Known>,
    {
      gone,
      held,
    }: { readonly gone: readonly Gone[]; readonly held: Awaited<ReturnType<FreedMoneyService['held']>> },
  ): Promise<void> {
    await this.planned.record(
      tx,
      changes.flatMap(({ plan }) => plan.payments ?? []),
    )
    await this.move(tx, changes, gone)
    for (const { plan } of changes) {
      const charges = gone.filter((one) => one.plan === plan).map(({ charge }) => charge)
      await this.freed.go(tx, plan, held.get(plan.subscription.id) ?? new Map(), charges)
      await this.freed.goAgain(tx, plan)
    }
    await this.credits.bringBack(tx, changes.flatMap(returnsIn))
    for (const undoing of changes.flatMap(undoingIn)) await this.credits.undo(tx, undoing)
    const withCredit = changes.filter(
      ({ plan, ended, restored, split }) =>
        known.get(plan.subscription.id)?.hasCredit === true ||
        (plan.payments ?? []).length > 0 ||
        ended.length > 0 ||
        restored.length > 0 ||
        (plan.amends === true && split.length > 0) ||
        split.some(({ paid, amount }) => paid > amount),
    )
    await this.credits.settleAll(
      tx,
      withCredit.map(({ plan }) => ({ ...plan.subscription, today: plan.today })),
    )
    await this.denials.carry(tx, changes.flatMap(replacedIn))
    await this.assume(tx, changes, gone)
  }

  /** Where recharges changed places, what each was paid with goes along. Answers what is left on the charges that went. */
  private async place(tx: Tx, changes: readonly Changes[], gone: readonly Gone[]): Promise<readonly Gone[]> {
    let isMoved = false
    for (const { plan, ended } of changes)
      if ((plan.amends === true || ended.length > 0) && (await this.ofActs.place(tx, plan))) isMoved = true
    if (!isMoved) return gone
    const rows = await this.charges.byIds(
      tx,
      gone.map(({ charge }) => charge.id),
    )
    const now = new Map(rows.map((charge) => [charge.id, charge]))
    return gone.map((one) => ({ ...one, charge: now.get(one.charge.id) ?? one.charge }))
  }

  /** Last: what credit, or somebody, has paid is not debited any more. */
  private async book(tx: Tx, changes: readonly Changes[]): Promise<void> {
    const asked = changes.flatMap(({ plan: { bookedFrom, today, subscription, amends = false } }) =>
      bookedFrom === undefined || bookedFrom > today
        ? []
        : [{ id: subscription.id, from: bookedFrom, until: today, amends }],
    )
    const debits = await this.charges.toBook(tx, asked)
    // What an act did is read once all of it is there.
    if (changes.some(({ plan }) => plan.act !== undefined)) await this.planned.book(tx, debits)
    else await this.planned.bookAtEnd(tx, debits)
  }

  private actOf(kind: 'void' | 'split' | 'restored', { today }: ChargePlan, after: ChargeRow): ChargeAct {
    return { id: v7(), kind, after, on: today, recordedBy: null, recordedAt: this.clock.nowIso() }
  }
}

/** Those that are not older than what is known. */
const newIn = (plans: readonly ChargePlan[], known: ReadonlyMap<string, Known>): ChargePlan[] =>
  plans.filter(({ subscription: { id } }) => known.has(id))
