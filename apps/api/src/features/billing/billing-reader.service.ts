import { Injectable } from '@nestjs/common'
import { type CalendarDate, type OpenCharge, type Sum } from '@streamline/domain'
import { type Queries } from '../../platform/postgres/postgres.ts'
import type { BalancesAnswer, Person } from './balances/balances.presenter.ts'
import { BalancesService } from './balances/balances.service.ts'
import { presentCharge, type ChargeAnswer } from './charges/charge.presenter.ts'
import {
  ChargeRepository,
  type ChargeRow,
  type OverviewFacts,
  type OverviewRange,
  type ToldBill,
  type Viewer,
} from './charges/charge.repository.ts'
import { AssumedDebitRepository, type OpenDebits } from './debits/assumed-debit.repository.ts'
import { presentListedPayment, presentPayment } from './payments/payment.presenter.ts'
import { NEWEST } from './page.ts'
import { PaymentRepository, type PaymentQuery, type PaymentRow } from './payments/payment.repository.ts'
import {
  SpendRepository,
  type FallenDue,
  type ShareRow,
  type SpendRange,
  type SpendRow,
} from './spend/spend.repository.ts'
import {
  SettlementRepository,
  type SettlementRow as Settlement,
} from './settlements/settlement.repository.ts'
import type { PeriodCharge, PaidFor } from './billing.types.ts'

type PaymentPosition = PaymentQuery['before']

/** Debits that one answer names; the others come when these are answered. */
const DEBITS_NAMED = 100

const EXPORT_STEP = 500

const ARRIVALS_NAMED = 20

/** What other features read of billing. They have checked who asks: everything here is for whole households. */
@Injectable()
export class BillingReaderService {
  constructor(
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly balances: BalancesService,
    private readonly settlements: SettlementRepository,
    private readonly debits: AssumedDebitRepository,
    private readonly spend: SpendRepository,
  ) {}

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

  /** The same day by day; one query. */
  fallenDue(viewer: Viewer, range: SpendRange): Promise<FallenDue[]> {
    return this.spend.perDay(viewer, range)
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
