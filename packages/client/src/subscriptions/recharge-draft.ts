import { isCalendarDate, isSameInterval, type BillingInterval } from '@streamline/domain'
import type { Plan, SubscriptionDetail } from '../answers.ts'
import type { Inputs } from '../client.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import { bonusOf, type BonusUnit } from './bonus.ts'
import { rechargesAfter, usualPolicy, type RechargePolicy } from './recharge-outlook.ts'
import { openUntil } from './timeline.ts'

/** A recharge that was made, as typed. */
export interface RechargeDraft {
  readonly renewedOn: string
  readonly price: string
  readonly interval: BillingInterval
  /** Another pack of the catalogue; null for the one it has. */
  readonly plan: Plan | null
  readonly bonusCount: string
  readonly bonusUnit: BonusUnit
  /** How it counts; null for the usual way. */
  readonly policy: RechargePolicy | null
  readonly isPaid: boolean
  readonly paidBy: string
  readonly method: string | null
}

export type RechargeProblem = 'notADate' | 'notAnAmount' | 'notBonus'

type Pack = Pick<SubscriptionDetail, 'price' | 'interval' | 'timeline' | 'acts' | 'dayRate'>
type Renewing = Omit<Inputs['subscriptions']['renew'], 'householdId' | 'id'>

export const rechargeDraft = (
  { price, interval }: Pack,
  { today, paidBy }: { today: string; paidBy: string },
): RechargeDraft => ({
  renewedOn: today,
  price: amountText(price.amount, price.currency),
  interval,
  plan: null,
  bonusCount: '',
  bonusUnit: 'day',
  policy: null,
  isPaid: true,
  paidBy,
  method: null,
})

export const rechargeProblems = (
  form: RechargeDraft,
  { price }: Pack,
): Partial<Record<keyof RechargeDraft, RechargeProblem>> => ({
  ...(isCalendarDate(form.renewedOn) ? {} : { renewedOn: 'notADate' as const }),
  ...(parseAmount(form.price, price.currency) === null ? { price: 'notAnAmount' as const } : {}),
  ...(form.bonusCount.trim() === '' || bonusOf(form) !== null ? {} : { bonusCount: 'notBonus' as const }),
})

/** Only what differs from the last one is said. */
export const rechargeOf = (form: RechargeDraft, pack: Pack): Renewing | null => {
  const { renewedOn, plan, policy, paidBy, method } = form
  const { currency } = pack.price
  const amount = parseAmount(form.price, currency)
  if (!isCalendarDate(renewedOn) || amount === null || Object.keys(rechargeProblems(form, pack)).length > 0)
    return null
  const payment = form.isPaid ? { payment: { paidBy, ...(method === null ? {} : { method }) } } : {}
  // How long a balance lasts follows from its amount.
  if (pack.dayRate !== null)
    return {
      renewedOn,
      ...(amount === pack.price.amount ? {} : { price: { amount, currency } }),
      ...payment,
    }
  const bonus = bonusOf(form)
  const known = plan ?? pack
  // One that goes before others counts as it did then: its neighbours are not the ones on screen.
  const isUsual =
    policy === null ||
    rechargesAfter(pack.acts, renewedOn) > 0 ||
    policy === usualPolicy(openUntil(pack.timeline), renewedOn)
  return {
    renewedOn,
    ...(isUsual ? {} : { policy }),
    ...(plan === null ? {} : { planId: plan.id }),
    ...(amount === known.price.amount ? {} : { price: { amount, currency } }),
    ...(isSameInterval(form.interval, known.interval) ? {} : { interval: form.interval }),
    ...(bonus === null ? {} : { bonus }),
    ...payment,
  }
}
