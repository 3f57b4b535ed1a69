import { daysBetween, occurrenceOn, type BillingInterval, type CalendarDate } from '@streamline/domain'
import type { TimelineEntry } from '../answers.ts'
import { openUntil } from './timeline.ts'

export type RechargePolicy = 'fromDueDate' | 'fromPaymentDate' | 'stack'

export interface RechargeOutlook {
  readonly policy: RechargePolicy
  /** The pack still ran on the day of the recharge. */
  readonly early: boolean
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate
  /** Paid days that this way of counting gives away. */
  readonly lostDays: number
  /** Days without service before it. */
  readonly gapDays: number
}

interface Pack {
  readonly interval: BillingInterval
  readonly timeline: readonly TimelineEntry[]
}

/** How a recharge counts when nobody says otherwise (law 20). */
export const usualPolicy = (over: CalendarDate | null, renewedOn: CalendarDate): RechargePolicy =>
  over === null || over < renewedOn ? 'fromPaymentDate' : over === renewedOn ? 'fromDueDate' : 'stack'

const period = (policy: RechargePolicy, over: CalendarDate, renewedOn: CalendarDate, pack: Pack) => {
  if (policy === 'fromPaymentDate')
    return { startsOn: renewedOn, endsOn: occurrenceOn(renewedOn, pack.interval, 1) }
  // The forecast already knows the next period from its anchor; a month end would be lost by counting from `over`.
  const next = pack.timeline.find(({ expected, startsOn }) => expected && startsOn === over)
  return { startsOn: over, endsOn: next?.endsOn ?? occurrenceOn(over, pack.interval, 1) }
}

/** What a recharge on this day would open, so that its consequence is seen before it is recorded. */
export const rechargeOutlook = (
  pack: Pack,
  renewedOn: CalendarDate,
  chosen?: RechargePolicy,
): RechargeOutlook => {
  const over = openUntil(pack.timeline)
  const policy = chosen ?? usualPolicy(over, renewedOn)
  const { startsOn, endsOn } = period(policy, over ?? renewedOn, renewedOn, pack)
  const atPayment = policy === 'fromPaymentDate'
  const between = over === null ? 0 : daysBetween(over, renewedOn)
  return {
    policy,
    early: between < 0,
    startsOn,
    endsOn,
    lostDays: Math.max(0, atPayment ? -between : Math.min(between, daysBetween(startsOn, endsOn))),
    gapDays: Math.max(0, atPayment ? between : 0),
  }
}
