import { Injectable } from '@nestjs/common'
import { outstandingOf } from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { Postgres, type TransactionOptions, type Tx } from '../../platform/postgres/postgres.ts'
import { outlookOf, type ActOutlook } from './charges/act-outlook.ts'
import { BilledSubscriptionRepository } from './charges/billed-subscription.repository.ts'
import type { ChargePlan, PlannedPayment, PlanOutcome } from './charges/billed-subscription.ts'
import { changesOf } from './charges/charge-plan.ts'
import { settledBills, type SettledBill } from './charges/settled-bills.ts'
import { ReconcilerService } from './charges/reconciler.service.ts'
import { chargeFactsOf, mayChangeCharge } from './charges/charge.presenter.ts'
import { ChargeRepository, type ChargeRow } from './charges/charge.repository.ts'
import { AssumedDebitRepository } from './debits/assumed-debit.repository.ts'
import { FreedMoneyService } from './credits/freed-money.service.ts'
import { LedgerService } from './ledger/ledger.service.ts'
import { LedgerRepository } from './ledger/ledger.repository.ts'
import { PaymentRepository, type PaymentRow } from './payments/payment.repository.ts'
import { refusedAt } from './payments/refused-at.ts'
import { ViewersService } from './viewers.service.ts'
import { PlannedPaymentsService } from './payments/planned-payments.service.ts'

/** What other features bring to billing, and what that would do. They have checked who asks: everything here is for whole households. */
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
    private readonly debits: AssumedDebitRepository,
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

  /** Bills whose amount stands once a plan is applied; nothing is written. */
  async settledBills(plan: ChargePlan): Promise<SettledBill[]> {
    return settledBills(plan, ...(await this.billsOf(plan.subscription.id)))
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
