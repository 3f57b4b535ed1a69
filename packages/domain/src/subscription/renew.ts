import { DomainError } from '../error.ts'
import { parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { continuedFrom, restartedAt } from './change.ts'
import type { PlanChange } from './change.ts'
import { closedOn, hasPeriod, lastEndOf, periodAt, periodByIndex } from './periods.ts'
import type { Period } from './period.ts'
import { invalidTerms } from './draft.ts'
import type { RenewalPolicy } from './draft.ts'
import type { Terms } from './terms.ts'

export interface RenewOptions extends PlanChange {
  /** Day of the recharge; not after today, not before the start. */
  readonly renewedOn: CalendarDate
  readonly today: CalendarDate
  /** Overrides the policy of the terms for this renewal. */
  readonly policy?: RenewalPolicy | undefined
}

export interface Renewed {
  readonly terms: Terms
  /** The period that this renewal opened. */
  readonly period: Period
  /** How it was counted, for the sentence that tells the member. */
  readonly policyApplied: RenewalPolicy
}

/**
 * Opens the next period of a manual subscription by the policy (laws 4 and 20).
 *
 * - on time, on the very `endsOn`: the next occurrence of the old anchor, `fromDueDate`
 * - early `stack` or `fromDueDate`: queued after the last paid period, counted from the same anchor
 * - early `fromPaymentDate`: counted from the payment; the running period is cut there and what was queued is lost by that policy.
 *   On the day the running period began nothing of it is used yet, so it is stacked instead
 * - late `fromDueDate`: the next occurrence of the old anchor, although part of it has passed
 * - late `fromPaymentDate`, or `stack` with nothing to queue behind: counted from the payment, which is the new anchor
 *
 * A changed price keeps the anchor; a changed interval is counted from the boundary. `invalid-terms` for terms that open by
 * themselves and for a day outside [start, today]; `invalid-date` where no other period ends within the calendar.
 */
export function renewTerms(terms: Terms, options: RenewOptions): Renewed {
  const { renewedOn, today, policy } = options
  const { opened } = terms
  const endsOn = lastEndOf(terms)
  if (opened === null || endsOn === null) throw invalidTerms('It opens its next period by itself.')
  if (parseCalendarDate(renewedOn) < terms.startsOn || renewedOn > today)
    throw invalidTerms(`A recharge lies between ${terms.startsOn} and ${today}.`, { renewedOn })
  if (!hasPeriod(terms, opened)) {
    if (closedOn(terms) !== null) throw invalidTerms('It ended with its last period.')
    throw new DomainError('invalid-date', 'The next period is not over by the end of 2200.')
  }
  const change = planChangeIn(options)
  const queued = (policyApplied: RenewalPolicy): Renewed =>
    renewed({ ...continuedFrom(terms, opened, change), opened: opened + 1 }, policyApplied)

  if (renewedOn === endsOn) return queued('fromDueDate')
  const early = renewedOn < endsOn
  const wanted = policy ?? (early ? terms.policy.early : terms.policy.late)
  if (wanted === 'fromDueDate') return queued(wanted)
  if (!early)
    return renewed(
      { ...restartedAt(terms, opened, renewedOn, change), opened: opened + 1 },
      'fromPaymentDate',
    )
  const running = wanted === 'stack' ? undefined : periodAt(terms, renewedOn)
  if (running === undefined || running.startsOn === renewedOn) return queued('stack')
  const cut = running.index + 1
  return renewed({ ...restartedAt(terms, cut, renewedOn, change), opened: cut + 1 }, 'fromPaymentDate')
}

/** What of the options changes the plan. */
export function planChangeIn({ price, interval, tax, planId, priceVersionId }: PlanChange): PlanChange {
  return { price, interval, tax, planId, priceVersionId }
}

function renewed(terms: Terms & { readonly opened: number }, policyApplied: RenewalPolicy): Renewed {
  return { terms, period: periodByIndex(terms, terms.opened - 1), policyApplied }
}
