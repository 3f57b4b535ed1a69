import { DomainError } from '../error.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { isPausedOn } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { periodByIndex, periodsOf } from '../subscription/periods.ts'
import type { Period } from '../subscription/period.ts'
import { firstIndexOn } from '../subscription/position.ts'
import type { Terms } from '../subscription/terms.ts'

export type ChargeState = 'upcoming' | 'due' | 'overdue' | 'partlyPaid' | 'paid' | 'waived' | 'void'

/** What the state of a charge is derived from; amounts in minor units of one currency. */
export interface ChargeFacts {
  readonly billedOn: CalendarDate
  readonly dueOn: CalendarDate
  readonly amount: number
  readonly paid: number
  readonly waived: boolean
  readonly voided: boolean
}

/** What is still to be paid of a charge, minor units; 0 when it is void, waived or overpaid. */
export function outstandingOf({
  amount,
  paid,
  waived,
  voided,
}: Omit<ChargeFacts, 'billedOn' | 'dueOn'>): number {
  if (waived || voided) return 0
  const left = amount - paid
  return amount < 0 ? Math.min(left, 0) : Math.max(left, 0)
}

/**
 * The state of a charge, never stored (law 21). In this order: `void`, `waived`, `paid` (also an amount of zero), `upcoming`
 * (before the billing date and nothing paid), `overdue` (due date passed, also when partly paid), `partlyPaid`, `due`.
 */
export function chargeStateOf(charge: ChargeFacts, today: CalendarDate): ChargeState {
  if (charge.voided) return 'void'
  if (charge.waived) return 'waived'
  if (outstandingOf(charge) === 0) return 'paid'
  if (today < charge.billedOn && charge.paid === 0) return 'upcoming'
  if (charge.dueOn < today) return 'overdue'
  return charge.paid === 0 ? 'due' : 'partlyPaid'
}

/** The most charges raised in one go. */
export const MAX_CHARGES = 1000

/**
 * The periods that must have a charge row by today. Automatic and postpaid: every period billed on or before today and exactly one
 * ahead (law 21), none from a cancellation on, none that begins in a pause or was left out when it was added. Manual: every period that a recharge opened and that begins before a cancellation takes effect.
 * `fromIndex` leaves out the rows before it, so that a second call for rows that exist is empty. More than 1000 is
 * `too-many-periods`.
 */
export function chargesToRaise(
  facts: SubscriptionFacts,
  today: CalendarDate,
  options: { readonly fromIndex?: number | undefined } = {},
): Period[] {
  const { terms, cancellation, pauses } = facts
  const from = Math.max(options.fromIndex ?? 0, firstCharged(terms))
  if (terms.opened !== null) {
    const opened = bounded(periodsOf(terms, { from, limit: MAX_CHARGES + 1 }))
    return cancellation === undefined
      ? opened
      : opened.filter(({ startsOn }) => startsOn < cancellation.effectiveOn)
  }
  if (hasAheadBefore(facts, from, today)) return []
  const cutOn = cancellation?.effectiveOn
  const raised: Period[] = []
  // Nearly always one or two; who is far behind takes longer steps.
  let step = 2
  for (let first = from; raised.length <= MAX_CHARGES; first += step, step = Math.min(2 * step, 100)) {
    const periods = periodsOf(terms, { from: first, limit: step, cutOn })
    for (const period of periods) {
      if (isPausedForGood(facts, period)) return bounded(raised)
      const isAhead = period.billedOn > today
      if (!isPausedOn(pauses, period.startsOn)) raised.push(period)
      else if (isAhead) continue
      if (isAhead) return bounded(raised)
    }
    if (periods.length < step) break
  }
  return bounded(raised)
}

/** Number of the first period that was not left out. */
export const firstCharged = (terms: Terms): number =>
  terms.chargedFrom === undefined ? 0 : firstIndexOn(terms, terms.chargedFrom)

/** True when a row before `index` is ahead already. */
function hasAheadBefore({ terms, pauses }: SubscriptionFacts, index: number, today: CalendarDate): boolean {
  const first = firstCharged(terms)
  for (let before = index - 1; before >= first; before--) {
    const { billedOn, startsOn } = periodByIndex(terms, before)
    if (billedOn <= today) return false
    if (!isPausedOn(pauses, startsOn)) return true
  }
  return false
}

/** True of a period that begins in a pause without an end: nothing is raised of it until somebody resumes. */
export const isPausedForGood = ({ pauses }: SubscriptionFacts, period: Period): boolean =>
  pauses.some(({ fromOn, untilOn }) => untilOn === null && fromOn <= period.startsOn)

function bounded(periods: Period[]): Period[] {
  if (periods.length <= MAX_CHARGES) return periods
  throw new DomainError('too-many-periods', `More than ${MAX_CHARGES} charges would be raised at once.`, {
    most: MAX_CHARGES,
  })
}
