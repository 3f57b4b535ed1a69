import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { perOf } from './allowance.ts'
import type { Allowance } from './allowance.ts'
import { allowanceSpan } from './allowance-span.ts'
import type { UsageReading } from './reading.ts'
import { isMetered, mostNoted, usageKindsOf } from './usage-kind.ts'
import type { UsageKind } from './usage-kind.ts'

/** What a person says; `since` follows from it. */
export interface UsageDraft {
  readonly kind: UsageKind
  readonly on: CalendarDate
  /** `soFar` only for what a meter counts. */
  readonly covers: 'day' | 'soFar'
  /** In the unit of its kind. */
  readonly amount: number
}

/** What a note is about. */
export interface Noted {
  readonly kind: SubscriptionKind
  readonly facts: SubscriptionFacts
  /** Those in force. */
  readonly allowances: readonly Allowance[]
}

/**
 * Why a note cannot be: its kind, or a meter of it, does not fit the subscription; the amount is not a whole number of 0 …
 * `mostNoted`; or its day lies ahead, before the first day, or where nothing runs any more.
 */
export type UsageFault = 'kind' | 'meter' | 'amount' | 'ahead' | 'beforeStart' | 'afterEnd' | 'notRunning'

/** What is wrong with a note, or null; one thing at a time. */
export function usageFaultOf(draft: UsageDraft, noted: Noted, today: CalendarDate): UsageFault | null {
  const { kind, on, covers, amount } = draft
  const { facts } = noted
  if (!usageKindsOf(noted.kind).includes(kind)) return 'kind'
  if (covers === 'soFar' && !isMetered(kind)) return 'meter'
  if (!Number.isInteger(amount) || amount < 0 || amount > mostNoted[kind]) return 'amount'
  if (on > today) return 'ahead'
  if (on < facts.terms.startsOn) return 'beforeStart'
  if (facts.cancellation !== undefined && on >= facts.cancellation.effectiveOn) return 'afterEnd'
  if (covers === 'soFar' && sinceOf(draft, noted) === undefined) return 'notRunning'
  return null
}

/** The reading that a note makes: a meter counts from the first day of the span that its allowance has around the day. */
export function readingOf(draft: UsageDraft, noted: Noted): UsageReading {
  return { ...draft, since: sinceOf(draft, noted) ?? draft.on }
}

const sinceOf = (
  { kind, on, covers }: UsageDraft,
  { facts, allowances }: Noted,
): CalendarDate | undefined => {
  if (covers === 'day' || !isMetered(kind)) return on
  return allowanceSpan(facts, perOf(allowances, kind), on)?.startsOn
}
