import { Injectable } from '@nestjs/common'
import { outstandingOf, type Money } from '@streamline/domain'
import { v7 } from 'uuid'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/postgres/postgres.ts'
import { chargeFactsOf } from '../charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow, type Viewer } from '../charges/charge.repository.ts'
import { Ledger } from '../ledger/ledger.ts'
import { LedgerRepository } from '../ledger/ledger.repository.ts'
import { payAct, reverseAct } from '../payments/payment-act.ts'
import { paymentFor } from '../payments/payment-draft.ts'
import { PaymentRepository } from '../payments/payment.repository.ts'
import { creditAccountOf, type ChargeAct } from '../ledger/posting.ts'

/** Charges that one credit pays, and uses that one return takes back: far more than happen. */
const AT_ONCE = 50

/** What a provider owes back after an overpayment pays the next charges of the same subscription (decision 3). */
@Injectable()
export class Credits {
  constructor(
    private readonly clock: Clock,
    private readonly charges: ChargeRepository,
    private readonly payments: PaymentRepository,
    private readonly entries: LedgerRepository,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Uses what there is for the charges that are open, or takes uses back where what they came from is gone. Answers the
   * charge as it is then.
   */
  async settle(tx: Tx, charge: ChargeRow, { today }: Pick<Viewer, 'today'>): Promise<ChargeRow> {
    const { subscriptionId, currency } = charge
    const changed: ChargeRow[] = []
    let balance = await this.balanceOf(tx, charge)
    if (balance > 0) {
      changed.push(...(await this.takeBack(tx, charge, balance, today)))
      // A use is taken back whole, and may have been overpaid itself: what is left is read.
      balance = await this.balanceOf(tx, charge)
    }
    changed.push(...(await this.use(tx, subscriptionId, { amount: -balance, currency }, today)))
    return changed.findLast(({ id }) => id === charge.id) ?? charge
  }

  /** Uses every credit of a subscription for what is open now. */
  async useAll(
    tx: Tx,
    subscription: { id: string; householdId: string },
    today: Viewer['today'],
  ): Promise<void> {
    const account = creditAccountOf(subscription.id)
    const balances = await this.entries.balances(tx, subscription.householdId)
    const owed = balances.filter((balance) => balance.account === account && balance.amount < 0)
    for (const { amount, currency } of owed)
      await this.use(tx, subscription.id, { amount: -amount, currency }, today)
  }

  /** Pays what is open with a credit of so much, the earliest first. */
  private async use(
    tx: Tx,
    subscriptionId: string,
    { amount: credit, currency }: Money,
    today: Viewer['today'],
  ): Promise<ChargeRow[]> {
    if (credit <= 0) return []
    let left = credit
    const acts: ChargeAct[] = []
    for (const charge of await this.charges.openOfSubscription(tx, subscriptionId, currency, AT_ONCE)) {
      const amount = Math.min(left, outstandingOf(chargeFactsOf(charge)))
      if (amount <= 0) continue
      const recorded = { id: v7(), today, recordedBy: null, recordedAt: this.clock.nowIso() }
      const payers = [{ memberId: creditAccountOf(subscriptionId), amount }]
      acts.push(payAct(charge, { ...paymentFor(charge, recorded), entry: 'credit', payers, amount }))
      left -= amount
    }
    return this.ledger.act(tx, acts)
  }

  /** The latest uses first, until nothing is used that is not there. */
  private async takeBack(
    tx: Tx,
    { subscriptionId, currency }: ChargeRow,
    used: number,
    today: Viewer['today'],
  ): Promise<ChargeRow[]> {
    let missing = used
    const changed: ChargeRow[] = []
    for (const use of await this.payments.creditsUsed(tx, subscriptionId, currency, AT_ONCE)) {
      if (missing <= 0) break
      const [paid] = await this.charges.byIds(tx, [use.chargeId])
      if (paid === undefined) continue
      const facts = { id: v7(), paidOn: today, note: null, recordedBy: null, recordedAt: this.clock.nowIso() }
      changed.push(...(await this.ledger.act(tx, [reverseAct(paid, use, facts)])))
      missing -= use.amount
    }
    return changed
  }

  private async balanceOf(tx: Tx, { householdId, subscriptionId, currency }: ChargeRow): Promise<number> {
    const account = creditAccountOf(subscriptionId)
    const balances = await this.entries.balances(tx, householdId)
    return balances.find((row) => row.account === account && row.currency === currency)?.amount ?? 0
  }
}
