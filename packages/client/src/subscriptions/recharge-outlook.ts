import {
  daysBetween,
  isSameInterval,
  occurrenceOn,
  type BillingInterval,
  type CalendarDate,
} from '@streamline/domain'
import type { Act, TimelineEntry } from '../answers.ts'
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

/** What the pack of this recharge is, where it is another than the last, and what was given on top. */
export interface Validity {
  readonly interval?: BillingInterval | undefined
  readonly bonus?: BillingInterval | undefined
}

/** How a recharge counts when nobody says otherwise (law 9). */
export const usualPolicy = (over: CalendarDate | null, renewedOn: CalendarDate): RechargePolicy =>
  over === null || over < renewedOn ? 'fromPaymentDate' : over === renewedOn ? 'fromDueDate' : 'stack'

/** Recharges that were made after this day: one that is remembered later goes before them. */
export const rechargesAfter = (acts: readonly Act[], renewedOn: CalendarDate): number =>
  acts.filter(({ kind, stands, on }) => kind === 'recharged' && stands && on !== null && on > renewedOn)
    .length

const period = (
  policy: RechargePolicy,
  { over, renewedOn }: { over: CalendarDate; renewedOn: CalendarDate },
  { interval: own, timeline }: Pack,
  { interval = own, bonus }: Validity,
) => {
  const startsOn = policy === 'fromPaymentDate' ? renewedOn : over
  // The forecast already knows the next period from its anchor; a month end would be lost by counting from `over`.
  const next =
    policy === 'fromPaymentDate' || !isSameInterval(interval, own)
      ? undefined
      : timeline.find((entry) => entry.expected && entry.startsOn === over)
  const endsOn = next?.endsOn ?? occurrenceOn(startsOn, interval, 1)
  return { startsOn, endsOn: bonus === undefined ? endsOn : occurrenceOn(endsOn, bonus, 1) }
}

/** What a recharge on this day would open, so that its consequence is seen before it is recorded. */
export const rechargeOutlook = (
  pack: Pack,
  renewedOn: CalendarDate,
  chosen?: RechargePolicy,
  validity: Validity = {},
): RechargeOutlook => {
  const over = openUntil(pack.timeline)
  const policy = chosen ?? usualPolicy(over, renewedOn)
  const { startsOn, endsOn } = period(policy, { over: over ?? renewedOn, renewedOn }, pack, validity)
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
