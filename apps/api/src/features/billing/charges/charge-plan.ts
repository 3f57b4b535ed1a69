import { rulesWithin, type Period } from '@streamline/domain'
import { v5 } from 'uuid'
import type { BilledSubscription, ChargePlan } from './billed-subscription.ts'
import type { ChargeRow } from './charge.repository.ts'

/** The id of the charge of one period: the same whoever raises it, and however often. */
export const chargeIdOf = (subscriptionId: string, index: number): string => v5(String(index), subscriptionId)

const plannedCharge = (subscription: BilledSubscription, period: Period, raisedAt: string): ChargeRow => ({
  id: chargeIdOf(subscription.id, period.index),
  householdId: subscription.householdId,
  subscriptionId: subscription.id,
  index: period.index,
  startsOn: period.startsOn,
  endsOn: period.endsOn,
  billedOn: period.billedOn,
  dueOn: period.dueOn,
  net: period.net,
  tax: period.tax,
  amount: period.amount,
  paid: 0,
  currency: period.currency,
  subscriptionName: subscription.name,
  kind: subscription.kind,
  providerId: subscription.providerId,
  brandColor: subscription.brandColor,
  visibility: subscription.visibility,
  ownerId: subscription.ownerId,
  payerId: subscription.paidBy,
  splits: rulesWithin(subscription.splits, period, subscription.paidBy),
  corrected: false,
  voidedAt: null,
  waivedAt: null,
  waivedBy: null,
  raisedAt,
})

/** The rows that a plan asks for. A period that nobody recharged yet is a forecast, not a charge (decision 1). */
export const plannedCharges = ({ subscription, periods }: ChargePlan, raisedAt: string): ChargeRow[] =>
  periods.filter(({ expected }) => !expected).map((period) => plannedCharge(subscription, period, raisedAt))
