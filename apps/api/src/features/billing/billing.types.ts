import type { Money } from '@streamline/domain'
import type { ChargeAnswer } from './charges/charge.presenter.ts'
import type { presentListedPayment, PaymentAnswer } from './payments/payment.presenter.ts'

export type {
  BilledExtra,
  BilledSubscription,
  ChargePlan,
  FreedMoney,
  PlannedPayment,
  UndoneAct,
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
