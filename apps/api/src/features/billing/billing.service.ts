import { Injectable } from '@nestjs/common'
import { outstandingOf, type CalendarDate, type Money, type OpenCharge, type Sum } from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type Queries, type TransactionOptions, type Tx } from '../../platform/postgres/postgres.ts'
import type { BalancesAnswer, Person } from './balances/balances.presenter.ts'
import { BalancesService } from './balances/balances.service.ts'
import { outlookOf, type ActOutlook } from './charges/act-outlook.ts'
import { BilledSubscriptionRepository } from './charges/billed-subscription.repository.ts'
import type { ChargePlan, PlannedPayment, PlanOutcome } from './charges/billed-subscription.ts'
import { changesOf } from './charges/charge-plan.ts'
import { settledBills, type SettledBill } from './charges/settled-bills.ts'
import { ReconcilerService } from './charges/reconciler.service.ts'
import {
  chargeFactsOf,
  mayChangeCharge,
  presentCharge,
  type ChargeAnswer,
} from './charges/charge.presenter.ts'
import {
  ChargeRepository,
  type ChargeRow,
  type OverviewFacts,
  type OverviewRange,
  type ToldBill,
  type Viewer,
} from './charges/charge.repository.ts'
import { AssumedDebitRepository, type OpenDebits } from './debits/assumed-debit.repository.ts'
import { FreedMoneyService } from './credits/freed-money.service.ts'
import { LedgerService } from './ledger/ledger.service.ts'
import { LedgerRepository } from './ledger/ledger.repository.ts'
import { presentListedPayment, presentPayment, type PaymentAnswer } from './payments/payment.presenter.ts'
import { NEWEST } from './page.ts'
import { PaymentRepository, type PaymentQuery, type PaymentRow } from './payments/payment.repository.ts'
import { SpendRepository, type ShareRow, type SpendRange, type SpendRow } from './spend/spend.repository.ts'
import { refusedAt } from './payments/refused-at.ts'
import { ViewersService } from './viewers.service.ts'
import { PlannedPaymentsService } from './payments/planned-payments.service.ts'
import {
  SettlementRepository,
  type SettlementRow as Settlement,
} from './settlements/settlement.repository.ts'

export type {
  BilledExtra,
  BilledSubscription,
  ChargePlan,
  FreedMoney,
  PlannedPayment,
  PlanOutcome,
} from './charges/billed-subscription.ts'
export type { SettledBill } from './charges/settled-bills.ts'
export type { ActOutlook } from './charges/act-outlook.ts'
export type { OpenDebits } from './debits/assumed-debit.repository.ts'
export type { BalancesAnswer } from './balances/balances.presenter.ts'
export type { MonthTotal, Viewer } from './charges/charge.repository.ts'
export type { SettlementRow as Settlement } from './settlements/settlement.repository.ts'
export type { SpendRange, SpendRow } from './spend/spend.repository.ts'
export type { ChargeAnswer } from './charges/charge.presenter.ts'
export type { PaymentAnswer } from './payments/payment.presenter.ts'

/** A charge with the period it is for and everything paid for it, oldest first. */
export interface PeriodCharge extends ChargeAnswer {
  index: number
  payments: PaymentAnswer[]
}

/** A payment in which a member had a part, and what of it was theirs. */
export type PaidFor = ReturnType<typeof presentListedPayment> & { part: Money }

type PaymentPosition = PaymentQuery['before']

/** Debits that one answer names; the others come when these are answered. */
const DEBITS_NAMED = 100

const EXPORT_STEP = 500

const ARRIVALS_NAMED = 20

/** What other features ask of billing. They have checked who asks: everything here is for whole households. */
@Injectable()
export class BillingService {
  constructor(
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: LedgerService,
    private readonly planned: PlannedPaymentsService,
    private readonly reconciler: ReconcilerService,
    private readonly billed: BilledSubscriptionRepository,
    private readonly balances: BalancesService,
    private readonly settlements: SettlementRepository,
    private readonly debits: AssumedDebitRepository,
    private readonly spend: SpendRepository,
    private readonly freed: FreedMoneyService,
    private readonly viewers: ViewersService,
    private readonly postgres: Postgres,
  ) {}

  /**
   * Brings the charges of subscriptions of one household to what their plans say, in one transaction; again is the same as
   * once, and what is older than what is known changes nothing. Answers what became of each, by the id of the subscription. Who
   * brings it again after a crash need not wait for the disk each time, but for `onDisk` before they forget it.
   */
  reconcile(
    householdId: string,
    plans: readonly ChargePlan[],
    options: Pick<TransactionOptions, 'isUnhurried'> = {},
  ): Promise<Map<string, PlanOutcome>> {
    return this.ledger.writeOr(
      householdId,
      (tx) => this.reconciler.apply(tx, plans),
      () => new Map(plans.map(({ subscription }) => [subscription.id, 'erased'])),
      options,
    )
  }

  /** What a plan would do to the charges; nothing is written. */
  async outlook(plan: ChargePlan): Promise<ActOutlook> {
    const [charges, payments] = await this.billsOf(plan.subscription.id)
    const assumed = payments.filter((payment) => payment.assumed)
    const confirmed = (await this.debits.among(this.postgres, assumed)).filter((debit) => debit.isConfirmed)
    return outlookOf(plan, charges, payments, new Set(confirmed.map(({ paymentId }) => paymentId)))
  }

  /**
   * Money came back of what a credit had paid, and that credit would be needed by a period that comes back with what people paid for it:
   * somebody would have to give it back first.
   */
  async isReturnHindered(plan: ChargePlan): Promise<boolean> {
    const { id } = plan.subscription
    if (await this.freed.isHindered(this.postgres, plan)) return true
    // Hardly ever true, so that nothing else is read for it.
    if (!(await this.payments.isCreditRefunded(id))) return false
    const charges = await this.charges.ofSubscriptions([id])
    return changesOf(plan, charges, '').restored.some((charge) => charge.paid > 0)
  }

  /**
   * Whether somebody may send the money that a plan frees where its act says: who gets it back is of the household, and members speak
   * of their own money (law 27); a charge is one that they may change, open, of another subscription, in the same currency.
   */
  async assertMoneyMayGo(household: HouseholdActor, plan: ChargePlan, at: string): Promise<void> {
    const { subscription, money = [] } = plan
    if (money.length === 0) return
    const [charges, payments] = await this.billsOf(subscription.id)
    const { ended, split } = changesOf(plan, charges, '')
    const touched = new Set([...ended, ...split].map(({ id }) => id))
    const payers = payments.filter(({ chargeId }) => touched.has(chargeId)).map(({ paidBy }) => paidBy)
    const paidBy = payers.filter((payer) => payer !== null)
    for (const { goes } of money) {
      if (goes.to === 'refund') {
        const { receivedBy } = goes
        await this.viewers.assertMembers(household.id, [receivedBy], `${at}/receivedBy`)
        this.viewers.assertOwnMoney(household, receivedBy === undefined ? paidBy : [receivedBy])
        continue
      }
      const viewer = this.viewers.of(household)
      const target = await this.charges.byId(this.postgres, viewer, goes.chargeId)
      const currency = charges.find(({ id }) => touched.has(id))?.currency
      if (target === undefined || target.subscriptionId === subscription.id)
        throw refusedAt('charge-closed', `${at}/chargeId`, 'must be a charge of another subscription')
      if (!mayChangeCharge(target, viewer))
        throw new ProblemError('forbidden', 'Members change the charges of their own subscriptions.')
      if (currency !== undefined && target.currency !== currency)
        throw refusedAt('currency-mismatch', `${at}/chargeId`, `must be in ${currency}`)
      if (outstandingOf(chargeFactsOf(target)) === 0)
        throw refusedAt('charge-closed', `${at}/chargeId`, 'must be open')
      this.viewers.assertMayPay(target, paidBy, `${at}/chargeId`)
    }
  }

  /** Answers when all that was brought before is on the disk. */
  onDisk(): Promise<void> {
    return this.ledger.onDisk()
  }

  /** Payments of one household that somebody else's history brings; any number in one transaction. */
  async recordPayments(householdId: string, payments: readonly PlannedPayment[]): Promise<void> {
    await this.ledger.write(householdId, (tx) => this.planned.record(tx, payments))
  }

  /** One transfer between members, for letters about it. */
  settlement(on: Queries, householdId: string, id: string): Promise<Settlement | undefined> {
    return this.settlements.byId(on, householdId, id)
  }

  /** Everything that a member gave to others or got from them; the newest first. */
  settlementsOf({ householdId, memberId }: Viewer): Promise<Settlement[]> {
    return this.settlements.ofMember(householdId, memberId)
  }

  /** All charges of these subscriptions with their payments, in order of the period; two queries. */
  async chargesOfSubscriptions(
    ids: readonly string[],
    today: CalendarDate,
  ): Promise<Map<string, PeriodCharge[]>> {
    const [rows, payments] = await Promise.all([
      this.charges.ofSubscriptions(ids),
      this.payments.ofSubscriptions(ids),
    ])
    return Map.groupBy(withPayments(rows, payments, today), ({ subscriptionId }) => subscriptionId)
  }

  /**
   * As `chargesOfSubscriptions`, with the lifetime spend, for one that was added a moment ago: where nothing is paid yet there is
   * nothing to look for.
   */
  async chargesOfNew(
    id: string,
    today: CalendarDate,
  ): Promise<{ charges: PeriodCharge[]; lifetimeSpend: Sum[] }> {
    const rows = await this.charges.ofSubscriptions([id])
    const isPaid = rows.some(({ paid }) => paid > 0)
    const [payments, lifetimeSpend] = isPaid
      ? await Promise.all([this.payments.ofSubscriptions([id]), this.lifetimeSpend(id)])
      : [[], []]
    return { charges: withPayments(rows, payments, today), lifetimeSpend }
  }

  /** The first day after the last bill whose amount stands, whatever the price becomes; null where there is none. */
  settledUntil(householdId: string, id: string): Promise<CalendarDate | null> {
    return this.charges.settledUntil(householdId, id)
  }

  /** Bills whose amount stands once a plan is applied; nothing is written. */
  async settledBills(plan: ChargePlan): Promise<SettledBill[]> {
    return settledBills(plan, ...(await this.billsOf(plan.subscription.id)))
  }

  /** What falls due from today on and is not fully paid, the earliest first; for the subscriptions that have such charges. */
  async openAhead(ids: readonly string[], today: CalendarDate): Promise<Map<string, OpenCharge[]>> {
    const rows = await this.charges.openAhead(ids, today)
    const bySubscription = Map.groupBy(rows, ({ subscriptionId }) => subscriptionId)
    return new Map(
      [...bySubscription].map(([id, own]) => [
        id,
        own.map(({ index, dueOn, amount, currency }) => ({
          index,
          dueOn,
          outstanding: { amount, currency },
        })),
      ]),
    )
  }

  /** What was paid so far for a subscription, by the ledger (law 11). */
  lifetimeSpend(subscriptionId: string): Promise<Sum[]> {
    return this.payments.lifetime(subscriptionId)
  }

  /** What fell due in a range of days, by month, subscription, payer and currency; one query. */
  spent(viewer: Viewer, range: SpendRange): Promise<SpendRow[]> {
    return this.spend.perSubscription(viewer, range)
  }

  /** Who bears what of the same; one query. */
  sharesDue(viewer: Viewer, range: SpendRange): Promise<ShareRow[]> {
    return this.spend.shares(viewer, range)
  }

  /** `lifetimeSpend` of every subscription that the viewer may see; one query. */
  paidPerSubscription(viewer: Viewer): Promise<Map<string, Sum[]>> {
    return this.spend.paid(viewer)
  }

  /** The charges that a first screen is made of; one query. */
  overviewFacts(viewer: Viewer, range: OverviewRange): Promise<OverviewFacts> {
    return this.charges.ofOverview(viewer, range)
  }

  /**
   * Transfers that wait for the viewer to say that they arrived, or for whoever says so for people without an account; `everyone`
   * are the people of the household.
   */
  async arrivalsFor(
    { householdId, memberId }: Pick<Viewer, 'householdId' | 'memberId'>,
    everyone: readonly (Person & { userId: string | null })[],
    whose: 'everybody' | 'own',
  ) {
    const silent =
      whose === 'own' ? [] : everyone.filter(({ userId, leftOn }) => userId === null || leftOn !== null)
    const receivers = [memberId, ...silent.map(({ id }) => id)]
    const names = new Map(everyone.map(({ id, name }) => [id, name]))
    const rows = await this.settlements.arriving(householdId, receivers, ARRIVALS_NAMED)
    return rows.map(({ id, fromMember: from, toMember: to, amount, currency, settledOn: on }) => ({
      settlementId: id,
      from,
      fromName: names.get(from) ?? '',
      to,
      toName: names.get(to) ?? '',
      amount: { amount, currency },
      on,
    }))
  }

  /** Ids of bills that somebody was told of and that are open, by subject and day. Whoever asks may know of them. */
  async openOfTold(told: readonly ToldBill[]): Promise<ReadonlyMap<string, string>> {
    const rows = told.length === 0 ? [] : await this.charges.openOfTold(told)
    return new Map(rows.map(({ id, subjectId, on }) => [`${subjectId} ${on}`, id]))
  }

  /** Of everybody, or only what the viewer paid; one query. */
  openDebits(viewer: Viewer, whose: 'everybody' | 'own'): Promise<OpenDebits> {
    return this.debits.open(viewer, whose === 'own' ? viewer.memberId : null, DEBITS_NAMED)
  }

  /** Shared charges in which a member has a part, the latest due first; `from` counts what was seen. */
  async chargesNaming(viewer: Viewer, from: number, limit: number): Promise<ChargeAnswer[]> {
    const rows = await this.charges.namingMember(viewer.householdId, viewer.memberId, from, limit)
    return rows.map((row) => presentCharge(row, viewer))
  }

  /** Who owes whom in a household, as one member sees it; who reads everybody there anyway brings them. */
  balancesOf(
    householdId: string,
    memberId: string,
    everyone?: Promise<readonly Person[]>,
  ): Promise<BalancesAnswer> {
    return this.balances.of(householdId, memberId, everyone)
  }

  /** Everything that a member ever paid there, alone or with others, their private subscriptions included; the newest first. */
  async paymentsBy(viewer: Viewer): Promise<PaidFor[]> {
    const paid: PaidFor[] = []
    for (let before: PaymentPosition = { paidOn: NEWEST.date, id: NEWEST.id }; ;) {
      const rows = await this.payments.list(viewer, { subscriptionId: undefined, before, limit: EXPORT_STEP })
      paid.push(...rows.map(presentListedPayment).flatMap((payment) => withPart(payment, viewer.memberId)))
      const last = rows.at(-1)
      if (last === undefined || rows.length < EXPORT_STEP) return paid
      before = { paidOn: last.paidOn, id: last.id }
    }
  }

  /** Removes what one person's private subscriptions cost; only deleting their account may ask. */
  async erasePrivate(tx: Tx, householdId: string, ownerId: string): Promise<void> {
    await this.entries.allowErasure(tx, householdId)
    await this.billed.erasePrivate(tx, householdId, ownerId)
    await this.entries.endErasure(tx)
  }

  /** Removes all money of a household; only erasing the household itself may ask. */
  async eraseHousehold(tx: Tx, householdId: string): Promise<void> {
    await this.entries.eraseHousehold(tx, householdId)
    await this.billed.eraseHousehold(tx, householdId)
  }

  private billsOf(subscriptionId: string): Promise<[ChargeRow[], PaymentRow[]]> {
    const ids = [subscriptionId]
    return Promise.all([this.charges.ofSubscriptions(ids), this.payments.ofSubscriptions(ids)])
  }
}

const withPayments = (
  rows: readonly ChargeRow[],
  payments: readonly PaymentRow[],
  today: CalendarDate,
): PeriodCharge[] => {
  const paymentsOf = Map.groupBy(payments, ({ chargeId }) => chargeId)
  return rows.map((row) => ({
    ...presentCharge(row, { today, memberId: row.ownerId }),
    index: row.index,
    payments: (paymentsOf.get(row.id) ?? []).map(presentPayment),
  }))
}

const withPart = (payment: ReturnType<typeof presentListedPayment>, memberId: string): PaidFor[] => {
  const own = payment.payers.find((payer) => payer.memberId === memberId)
  return own === undefined ? [] : [{ ...payment, part: own.amount }]
}
