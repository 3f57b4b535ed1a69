import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import type { ChargePlan } from '../charges/billed-subscription.ts'
import { ChargeRepository, type ChargeRow } from '../charges/charge.repository.ts'
import { FreedMoneyService } from '../credits/freed-money.service.ts'
import { AssumedDebitRepository } from '../debits/assumed-debit.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { ChargeAct } from '../ledger/posting.ts'
import { payAct, reverseAct } from '../payments/payment-act.ts'
import { PaymentRepository, type PaymentRow } from '../payments/payment.repository.ts'
import { againOf, originsAmong } from '../payments/unmade.ts'
import { ActEffectRepository, type ActEffect } from './act-effect.repository.ts'
import {
  moneyBetween,
  peopleName,
  standingName,
  standingOf,
  touchedSince,
  type Standing,
  type StandingCharge,
  type StandingMoney,
  type TouchedCharge,
} from './standing.ts'

/** All charges of a subscription and all that was ever paid of them. */
interface Books {
  readonly charges: readonly ChargeRow[]
  readonly payments: readonly PaymentRow[]
}

/**
 * Remembers how charges stood before an act, so that it can be taken back to exactly that: what comes and goes with it otherwise follows
 * from the facts, and what many acts and people did to one bill before follows from nothing that is known any more.
 */
@Injectable()
export class StandingService {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly ledger: LedgerService,
    private readonly debits: AssumedDebitRepository,
    private readonly freed: FreedMoneyService,
    private readonly effects: ActEffectRepository,
  ) {}

  /** How the charges stand of those of which an act is brought, by subscription. */
  async before(tx: Tx, plans: readonly ChargePlan[]): Promise<ReadonlyMap<string, Standing>> {
    return this.now(tx, plans.filter(({ act }) => act !== undefined).map(idOf))
  }

  /** What the acts did since. */
  async note(tx: Tx, plans: readonly ChargePlan[], before: ReadonlyMap<string, Standing>): Promise<void> {
    const after = await this.now(tx, [...before.keys()])
    const effects = plans.flatMap(({ act, subscription }): ActEffect[] => {
      const [was, now] = [before.get(subscription.id), after.get(subscription.id)]
      if (act === undefined || was === undefined || now === undefined) return []
      const { id: subscriptionId, householdId } = subscription
      const [people, recordedAt] = [peopleName(subscription), this.clock.nowIso()]
      const did = { before: touchedSince(was, now), after: standingName(now) }
      return [{ act, subscriptionId, householdId, ...did, people, recordedAt }]
    })
    await this.effects.add(tx, effects)
  }

  /**
   * Brings all charges to how they stood before the act that is taken back, with the money on them, where they stand as it left them.
   * Answers what is left to do then: what time has brought since. Undefined where something else has happened to them; nothing is
   * changed then. `now` is how they stand.
   */
  async goBack(tx: Tx, plan: ChargePlan, now: Standing | undefined): Promise<ChargePlan | undefined> {
    const { undone, subscription } = plan
    if (undone?.isLast !== true || now === undefined) return undefined
    const effect = await this.effects.ofAct(tx, subscription.id, undone.id)
    if (effect === undefined || effect.people !== peopleName(subscription)) return undefined
    if (standingName(now) !== effect.after) return undefined
    if (await this.saysWhatItCosts(tx, now, effect.before)) return undefined
    await this.freed.takeBack(tx, plan)
    const ids = [subscription.id]
    await this.reshape(tx, await this.charges.ofSubscriptions(ids, tx), effect.before, plan)
    await this.payAsBefore(tx, await this.booksOf(tx, ids), effect.before, plan)
    await this.freed.goAgain(tx, plan)
    return sinceThen(plan, await this.charges.ofSubscriptions(ids, tx))
  }

  private async now(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    if (ids.length === 0) return new Map()
    const { charges, payments } = await this.booksOf(tx, ids)
    const [own, paid] = [Map.groupBy(charges, ofSubscription), Map.groupBy(payments, ofSubscription)]
    return new Map(ids.map((id) => [id, standingOf(own.get(id) ?? [], paid.get(id) ?? [])]))
  }

  private async booksOf(tx: Tx, ids: readonly string[]): Promise<Books> {
    const charges = await this.charges.ofSubscriptions(ids, tx)
    return { charges, payments: await this.payments.ofSubscriptions(ids, tx) }
  }

  /** A refund that changed the amount of its charge would go or come: that is more than money. */
  private async saysWhatItCosts(tx: Tx, now: Standing, targets: readonly TouchedCharge[]) {
    const refunds = targets
      .flatMap(({ id, as }) => moneyIn(now.get(id), as))
      .flatMap(({ goes, comes }) => [...goes, ...comes])
      .filter(({ amount }) => amount < 0)
    if (refunds.length === 0) return false
    const ids = refunds.flatMap(({ id, origin }) => [id, origin])
    return (await this.payments.correctionsOfPayments(tx, ids)).size > 0
  }

  /** Dates, amounts and people, and whether it is there at all. */
  private async reshape(
    tx: Tx,
    charges: readonly ChargeRow[],
    targets: readonly TouchedCharge[],
    plan: ChargePlan,
  ) {
    const at = this.clock.nowIso()
    const wanted = new Map(targets.map(({ id, as }) => [id, as]))
    const moves = charges.flatMap((charge) => {
      const as = wanted.get(charge.id)
      if (as === undefined) return []
      const after =
        as === null ? { ...charge, voidedAt: charge.voidedAt ?? at } : { ...charge, ...shapeOf(as) }
      return isDeepStrictEqual(charge, after) ? [] : [{ charge, after }]
    })
    const isGoing = ({ after }: (typeof moves)[number]) => after.voidedAt !== null
    // What comes may have the number of what goes.
    for (const some of [moves.filter(isGoing), moves.filter((move) => !isGoing(move))]) {
      await this.charges.change(
        tx,
        some.map(({ after }) => after),
      )
      await this.ledger.act(
        tx,
        some
          .filter(({ charge }) => charge.paid !== 0 || charge.corrected)
          .map(({ charge, after }): ChargeAct => {
            const kind =
              (charge.voidedAt === null) === (after.voidedAt === null)
                ? 'split'
                : after.voidedAt === null
                  ? 'restored'
                  : 'void'
            return { id: v7(), kind, after, on: plan.today, recordedBy: null, recordedAt: at }
          }),
      )
    }
  }

  private async payAsBefore(tx: Tx, books: Books, targets: readonly TouchedCharge[], { today }: ChargePlan) {
    const { charges, payments } = books
    const now = standingOf(charges, payments)
    const between = targets.flatMap(({ id, as }) => moneyIn(now.get(id), as))
    const goes = between.flatMap((money) => money.goes).map((money) => ({ ...money, reversal: v7() }))
    const comes = between.flatMap((money) => money.comes)
    const known = new Map(payments.map((payment) => [payment.id, payment]))
    const left = new Map(charges.map((charge) => [charge.id, charge]))
    const recordedAt = this.clock.nowIso()
    const act = async (of: PaymentRow, acting: (charge: ChargeRow) => ChargeAct) => {
      const charge = left.get(of.chargeId)
      if (charge === undefined) return
      for (const after of await this.ledger.act(tx, [acting(charge)])) left.set(after.id, after)
    }
    const take = async ({ id, reversal }: (typeof goes)[number]) => {
      const payment = known.get(id)
      if (payment === undefined) return
      const facts = { id: reversal, paidOn: today, note: null, recordedBy: null, recordedAt }
      await act(payment, (charge) => reverseAct(charge, payment, facts))
    }
    const again = new Map(goes.map(({ origin, reversal }) => [origin, reversal]))
    const lastTaken = lastTakenAmong(payments)
    const booked = new Set(
      (
        await this.debits.among(
          tx,
          payments.filter(({ assumed }) => assumed),
        )
      ).map(({ paymentId }) => paymentId),
    )
    const make = async ({ id, origin }: StandingMoney) => {
      const payment = known.get(id)
      const reversal = again.get(origin) ?? lastTaken(origin)
      if (payment === undefined || reversal === undefined) return
      const { reversedBy: _, ...draft } = payment
      await act(payment, (charge) => payAct(charge, { ...draft, id: againOf(reversal), recordedAt }))
      if (booked.has(id))
        await this.debits.add(tx, [{ paymentId: againOf(reversal), householdId: payment.householdId }])
    }
    // In this order nothing is ever paid less than nothing.
    for (const money of goes.filter(isRefund)) await take(money)
    for (const money of comes.filter((one) => !isRefund(one))) await make(money)
    for (const money of goes.filter((one) => !isRefund(one))) await take(money)
    for (const money of comes.filter(isRefund)) await make(money)
  }
}

const idOf = ({ subscription }: ChargePlan): string => subscription.id

const ofSubscription = ({ subscriptionId }: { readonly subscriptionId: string }): string => subscriptionId

const isRefund = ({ amount }: StandingMoney): boolean => amount < 0

const moneyIn = (now: StandingCharge | undefined, as: StandingCharge | null) =>
  now === undefined ? [] : [moneyBetween(now, as)]

const shapeOf = (standing: StandingCharge) => {
  const { money: _, ...shape } = standing
  return shape
}

/** What took a payment back the last time, by what it was at first: it was not made again since. */
const lastTakenAmong = (payments: readonly PaymentRow[]): ((origin: string) => string | undefined) => {
  const originOf = originsAmong(payments)
  const ids = new Set(payments.map(({ id }) => id))
  const last = new Map(
    payments.flatMap(({ id, reverses }) =>
      reverses === null || ids.has(againOf(id)) ? [] : [[originOf(reverses), id] as const],
    ),
  )
  return (origin) => last.get(origin)
}

/** Beyond all periods; PostgreSQL counts them to 2^31. */
const BEYOND = 2 ** 31 - 1

/** What a plan asks once all stands as before: periods that have begun since, and debits that went through. */
const sinceThen = (plan: ChargePlan, now: readonly ChargeRow[]): ChargePlan => {
  const { subscription, extras, today, splitFrom, bookedFrom, act } = plan
  const inForce = now.filter(({ index, voidedAt }) => index >= 0 && voidedAt === null)
  const latest = inForce
    .map(({ startsOn }) => startsOn)
    .toSorted()
    .at(-1)
  const periods = plan.periods.filter(({ startsOn }) => latest === undefined || startsOn > latest)
  const fromIndex = periods[0]?.index ?? BEYOND
  return { subscription, extras, today, splitFrom, bookedFrom, act, fromIndex, periods }
}
