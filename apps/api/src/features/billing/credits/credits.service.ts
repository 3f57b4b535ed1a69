import { Injectable } from '@nestjs/common'
import { outstandingOf, type Money } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from '../charges/charge.repository.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'
import { payAct, refundAgain, reverseAct } from '../payments/payment-act.ts'
import { paymentFor } from '../payments/payment-draft.ts'
import type { CorrectionRow } from '../corrections/correction.table.ts'
import { PaymentRepository, type PaymentRow } from '../payments/payment.repository.ts'
import { creditAccountOf, type ChargeAct } from '../ledger/posting.ts'

/** What of a credit is for which charge, minor units; at most what is open there. */
export interface CreditUse {
  readonly charge: ChargeRow
  readonly amount: number
}

/** A charge that was void since an instant. */
export interface Return {
  readonly after: Pick<ChargeRow, 'id'>
  readonly since: string | null
  /** It costs what it did then. */
  readonly isAsBefore: boolean
  readonly today: Viewer['today']
}

/** An act that is taken back, as far as it reached credit. */
export interface Undoing {
  readonly subscriptionId: string
  readonly householdId: string
  /** Of the charges that it changes. */
  readonly currencies: readonly string[]
  /** The instant of the act. */
  readonly since: string
  /** Whether a charge costs what it did before the act. */
  readonly isAsBefore: (charge: ChargeRow) => boolean
  readonly today: Viewer['today']
}

/** Credit that paid a charge, and the charge as it is. */
interface Use {
  readonly use: PaymentRow
  readonly charge: ChargeRow
}

type CreditAccount = Pick<ChargeRow, 'householdId' | 'subscriptionId' | 'currency'>

/** Charges that one credit pays, and uses that one return takes back: far more than happen. */
const AT_ONCE = 50

/** What a provider owes back after an overpayment pays the next charges of the same subscription (law 25). */
@Injectable()
export class CreditsService {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Uses what there is for the charges that are open, or takes uses back where what they came from is gone. Answers the
   * charge as it is then.
   */
  async settle(tx: Tx, charge: ChargeRow, { today }: Pick<Viewer, 'today'>): Promise<ChargeRow> {
    await this.settleAccount(tx, charge, today)
    // What is left of its credit is known once all is posted.
    const [after = charge] = await this.charges.byIds(tx, [charge.id])
    return after
  }

  private async settleAccount(tx: Tx, of: CreditAccount, today: Viewer['today']): Promise<void> {
    const { subscriptionId, currency } = of
    let balance = await this.balanceOf(tx, of)
    while (balance > 0 && (await this.takeBackLatest(tx, of, today)))
      // A use is taken back whole, and may have been overpaid itself: what is left is read.
      balance = await this.balanceOf(tx, of)
    await this.use(tx, subscriptionId, { amount: -balance, currency }, today)
  }

  /** Uses the credits of subscriptions of one household for what is open now, or takes uses back that nothing backs any more. */
  async settleAll(
    tx: Tx,
    subscriptions: readonly { id: string; householdId: string; today: Viewer['today'] }[],
  ): Promise<void> {
    const [first] = subscriptions
    if (first === undefined) return
    const byAccount = new Map(
      subscriptions.map((subscription) => [creditAccountOf(subscription.id), subscription]),
    )
    for (const { account, amount, currency } of await this.entries.balances(tx, first.householdId)) {
      const subscription = byAccount.get(account)
      if (subscription === undefined) continue
      const { id: subscriptionId, householdId, today } = subscription
      if (amount < 0) await this.use(tx, subscriptionId, { amount: -amount, currency }, today)
      else await this.settleAccount(tx, { subscriptionId, householdId, currency }, today)
    }
  }

  /** Pays charges of one subscription with so much of its credit each, at most what there is. */
  async payEach(tx: Tx, uses: readonly CreditUse[], today: Viewer['today']): Promise<void> {
    const [first] = uses
    if (first === undefined) return
    let left = -(await this.balanceOf(tx, first.charge))
    const acts: ChargeAct[] = []
    for (const { charge, amount: most } of uses) {
      // What is too much for a charge is credit as before.
      const owed = outstandingOf(chargeFactsOf(charge))
      const amount = most - owed <= 0 ? Math.min(most, left) : owed <= left ? most : left
      if (amount <= 0) continue
      acts.push(this.usedFor(charge, amount, today))
      left -= Math.min(amount, owed)
    }
    await this.ledger.act(tx, acts)
  }

  /**
   * Charges whose period is there again are paid by credit as they were when it went: what that credit paid since is open again, and
   * gets what is left.
   */
  async bringBack(tx: Tx, back: readonly Return[]): Promise<void> {
    const since = new Map(
      back.flatMap(({ after: { id }, since: voidedAt, today, isAsBefore }) =>
        voidedAt === null ? [] : [[id, { voidedAt: Date.parse(voidedAt), today, isAsBefore }] as const],
      ),
    )
    if (since.size === 0) return
    const payments = await this.payments.ofCharges(tx, [...since.keys()])
    const reversals = new Map(payments.map((payment) => [payment.reverses, payment]))
    const wished = (await this.charges.byIds(tx, [...since.keys()])).flatMap((charge) => {
      const gone = since.get(charge.id)
      if (gone === undefined) return []
      const had = payments
        .filter(({ chargeId, entry }) => chargeId === charge.id && entry === 'credit')
        .filter(({ id }) => Date.parse(reversals.get(id)?.recordedAt ?? '') >= gone.voidedAt)
        .reduce((sum, { amount }) => sum + amount, 0)
      const amount = gone.isAsBefore ? had : Math.min(had, outstandingOf(chargeFactsOf(charge)))
      return amount <= 0 ? [] : [{ charge, amount, ...gone }]
    })
    // All of one account at once: what one of them got back is not what another one's credit paid meanwhile.
    for (const [, own] of Map.groupBy(
      wished,
      ({ charge }) => `${charge.subscriptionId} ${charge.currency}`,
    )) {
      const [first] = own
      if (first === undefined) continue
      const latest = Math.max(...own.map(({ voidedAt }) => voidedAt))
      await this.useAnew(tx, first.charge, own, latest, first.today)
    }
  }

  /**
   * Credit lies where it lay before an act that is taken back, on charges too that the act did not reach: what it paid since is open
   * again, and what came due or was paid meanwhile gets what is left.
   */
  async undo(tx: Tx, { subscriptionId, householdId, currencies, since, isAsBefore, today }: Undoing) {
    const gone = await this.payments.creditsGone(tx, subscriptionId, since)
    const charges = await this.charges.byIds(tx, [...new Set(gone.map(({ chargeId }) => chargeId))])
    const ids = charges.map(({ id }) => id)
    const paidSince = chargesPaidSince(await this.payments.ofCharges(tx, ids), Date.parse(since))
    for (const currency of new Set([...currencies, ...gone.map((use) => use.currency)])) {
      const own = charges.filter((charge) => charge.currency === currency && charge.voidedAt === null)
      const uses = own.map((charge) => ({
        charge,
        amount: gone.reduce((sum, use) => sum + (use.chargeId === charge.id ? use.amount : 0), 0),
        isWhole: isAsBefore(charge) && !paidSince.has(charge.id),
      }))
      await this.useAnew(tx, { subscriptionId, householdId, currency }, uses, Date.parse(since), today)
    }
  }

  /** Takes back what a credit paid since an instant, pays these with it, and what else is open with the rest. */
  private async useAnew(
    tx: Tx,
    of: CreditAccount,
    uses: readonly (CreditUse & { readonly isWhole?: boolean })[],
    since: number,
    today: Viewer['today'],
  ): Promise<void> {
    while (await this.takeBackWhole(tx, of, today, since));
    const ids = uses.map(({ charge }) => charge.id)
    const now = new Map((await this.charges.byIds(tx, ids)).map((charge) => [charge.id, charge]))
    const asNow = uses.map(({ charge: before, amount, isWhole = true }) => {
      const charge = now.get(before.id) ?? before
      return { charge, amount: isWhole ? amount : Math.min(amount, outstandingOf(chargeFactsOf(charge))) }
    })
    await this.payEach(tx, asNow, today)
    await this.settleAccount(tx, of, today)
  }

  /** Takes back what credits paid of a charge whose period went. Answers the charge as it is then. */
  async giveBack(tx: Tx, charge: ChargeRow, today: Viewer['today']): Promise<ChargeRow> {
    let left = charge
    for (const use of await this.payments.ofCharges(tx, [charge.id])) {
      // More came back of it than people paid: the rest of the use went with that, and what is left is credit as it is.
      if (use.entry !== 'credit' || use.reversedBy !== null || left.paid < use.amount) continue
      const [after = left] = await this.ledger.act(tx, [this.takenBack(left, use, today)])
      left = after
    }
    return left
  }

  /** Pays what is open with a credit of so much, the earliest first. */
  private async use(
    tx: Tx,
    subscriptionId: string,
    { amount: credit, currency }: Money,
    today: Viewer['today'],
  ): Promise<void> {
    if (credit <= 0) return
    let left = credit
    const acts: ChargeAct[] = []
    for (const charge of await this.charges.openOfSubscription(tx, subscriptionId, currency, AT_ONCE)) {
      const amount = Math.min(left, outstandingOf(chargeFactsOf(charge)))
      if (amount <= 0) continue
      acts.push(this.usedFor(charge, amount, today))
      left -= amount
    }
    await this.ledger.act(tx, acts)
  }

  private usedFor(charge: ChargeRow, amount: number, today: Viewer['today']): ChargeAct {
    const recorded = { id: v7(), today, recordedBy: null, recordedAt: this.clock.nowIso() }
    const payers = [{ memberId: creditAccountOf(charge.subscriptionId), amount }]
    return payAct(charge, { ...paymentFor(charge, recorded), entry: 'credit', payers, amount })
  }

  /** The latest use, whole; false where none is left. Those of which money came back since go last. */
  private async takeBackLatest(tx: Tx, of: CreditAccount, today: Viewer['today']): Promise<boolean> {
    const latest = (await this.latestWhole(tx, of)) ?? (await this.usesOf(tx, of, 1))[0]
    if (latest === undefined) return false
    const { charge, use } = latest
    const undone = await this.withoutRefunds(tx, charge, use.amount, today)
    let [after = charge] = await this.ledger.act(tx, [this.takenBack(undone.charge, use, today)])
    for (const { refund, correction } of undone.refunds) {
      const again = refundAgain(after, refund, this.byItself(today), correction)
      if (again !== null) [after = after] = await this.ledger.act(tx, [again])
    }
    return true
  }

  /** The latest use that is still there whole; false where none is left that was made since an instant. */
  private async takeBackWhole(
    tx: Tx,
    of: CreditAccount,
    today: Viewer['today'],
    since: number,
  ): Promise<boolean> {
    const latest = await this.latestWhole(tx, of, since)
    if (latest === undefined) return false
    await this.ledger.act(tx, [this.takenBack(latest.charge, latest.use, today)])
    return true
  }

  /** Of what came back in money since, somebody has the money: that is no use to be taken back while there is another. */
  private async latestWhole(tx: Tx, of: CreditAccount, since = 0): Promise<Use | undefined> {
    const uses = await this.usesOf(tx, of, AT_ONCE)
    return uses.find(({ charge, use }) => charge.paid >= use.amount && Date.parse(use.recordedAt) >= since)
  }

  private async usesOf(tx: Tx, { subscriptionId, currency }: CreditAccount, most: number): Promise<Use[]> {
    const uses = await this.payments.creditsUsed(tx, subscriptionId, currency, most)
    const charges = new Map(
      (
        await this.charges.byIds(
          tx,
          uses.map(({ chargeId }) => chargeId),
        )
      ).map((charge) => [charge.id, charge]),
    )
    return uses.flatMap((use) => {
      const charge = charges.get(use.chargeId)
      return charge === undefined ? [] : [{ use, charge }]
    })
  }

  /**
   * The charge with so much on it: refunds stand in the way where they gave back what the credit had paid. They are taken back, the
   * latest first, and told again as far as what people paid: more the provider never had for it.
   */
  private async withoutRefunds(tx: Tx, before: ChargeRow, needed: number, today: Viewer['today']) {
    let charge = before
    const refunds: { refund: PaymentRow; correction: CorrectionRow | undefined }[] = []
    if (charge.paid >= needed) return { charge, refunds }
    const all = await this.payments.ofCharges(tx, [charge.id])
    for (const refund of all.toReversed()) {
      if (charge.paid >= needed) break
      if (refund.entry !== 'refund' || refund.reversedBy !== null) continue
      const correction = await this.payments.correctionOfPayment(tx, refund.id)
      const reversal = reverseAct(charge, refund, this.byItself(today), correction)
      ;[charge = charge] = await this.ledger.act(tx, [reversal])
      refunds.unshift({ refund, correction })
    }
    return { charge, refunds }
  }

  private takenBack(charge: ChargeRow, use: PaymentRow, today: Viewer['today']): ChargeAct {
    return reverseAct(charge, use, this.byItself(today))
  }

  private byItself(today: Viewer['today']) {
    return { id: v7(), paidOn: today, note: null, recordedBy: null, recordedAt: this.clock.nowIso() }
  }

  private async balanceOf(tx: Tx, { householdId, subscriptionId, currency }: CreditAccount): Promise<number> {
    const account = creditAccountOf(subscriptionId)
    const balances = await this.entries.balances(tx, householdId)
    return balances.find((row) => row.account === account && row.currency === currency)?.amount ?? 0
  }
}

/** Charges on which people recorded something since an instant, or took back what was there; what is gone again is nothing. */
const chargesPaidSince = (payments: readonly PaymentRow[], since: number): ReadonlySet<string> => {
  const known = new Map(payments.map((payment) => [payment.id, payment]))
  const isLater = (payment: PaymentRow | undefined) =>
    payment !== undefined && Date.parse(payment.recordedAt) >= since
  const counts = (payment: PaymentRow) =>
    payment.recordedBy !== null &&
    isLater(payment) &&
    (payment.reverses === null ? payment.reversedBy === null : !isLater(known.get(payment.reverses)))
  return new Set(payments.filter(counts).map(({ chargeId }) => chargeId))
}
