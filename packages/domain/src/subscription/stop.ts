import { DomainError } from '../error.ts'
import { parseCalendarDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { rejoinedAt, restartedAt, segmentsBefore } from './change.ts'
import { assertTransition, isCancelledInPause, isPausedOn, mayReactivate, statusOf } from './lifecycle.ts'
import type { Pause, SubscriptionFacts } from './lifecycle.ts'
import { closedOn, lastEndOf, periodAt, periodByIndex } from './periods.ts'
import { firstIndexOn } from './position.ts'
import { planChangeIn, renewTerms } from './renew.ts'
import type { Renewed, RenewOptions } from './renew.ts'
import { invalidTerms } from './draft.ts'
import { withoutMinimumTerm } from './terms.ts'
import type { Terms } from './terms.ts'

function without(
  facts: SubscriptionFacts,
  change: { readonly pauses?: readonly Pause[]; readonly terms: Terms },
) {
  const { cancellation: _gone, ...rest } = facts
  return { ...rest, ...change }
}

/**
 * Cancels: `now` is over at once, `atPeriodEnd` on the first day after the running period (of a manual one: after the last paid
 * period; before the start: on the first day; in a pause: after the last period that began before it). `illegal-transition` by the status on `requestedOn`.
 */
export function cancelFacts(
  facts: SubscriptionFacts,
  request: { readonly requestedOn: CalendarDate; readonly mode: 'atPeriodEnd' | 'now' },
): SubscriptionFacts {
  const { mode } = request
  const requestedOn = parseCalendarDate(request.requestedOn)
  const over = facts.cancellation?.effectiveOn ?? requestedOn
  if (mode === 'now' && over <= requestedOn && isCancelledInPause(facts, requestedOn))
    return { ...facts, cancellation: { requestedOn, effectiveOn: over, mode } }
  assertTransition(statusOf(facts, requestedOn), mode === 'now' ? 'cancelNow' : 'cancelAtPeriodEnd')
  const effectiveOn = mode === 'now' ? requestedOn : periodEndAfter(facts, requestedOn)
  return { ...facts, cancellation: { requestedOn, effectiveOn, mode } }
}

/**
 * A stopped pack that nobody goes on with: over since its last day. `illegal-transition` while it runs, or once it has been cancelled.
 */
export function endFacts(facts: SubscriptionFacts, endedOn: CalendarDate): SubscriptionFacts {
  const requestedOn = parseCalendarDate(endedOn)
  const status = statusOf(facts, requestedOn)
  const over = lastEndOf(facts.terms) ?? closedOn(facts.terms)
  assertTransition(status, 'end')
  if (facts.cancellation !== undefined || over === null)
    throw new DomainError('illegal-transition', 'It has been ended already.', { from: status, to: 'expired' })
  return { ...facts, cancellation: { requestedOn, effectiveOn: over, mode: 'now' } }
}

/** A period that begins in a pause costs nothing and gives nothing: the one before it was the last. */
function periodEndAfter({ terms, pauses }: SubscriptionFacts, date: CalendarDate): CalendarDate {
  const end = lastEndOf(terms)
  if (end !== null) return end
  const running = periodAt(terms, date)
  if (running !== undefined && !isPausedOn(pauses, running.startsOn)) return running.endsOn
  const next = running?.index ?? firstIndexOn(terms, date)
  if (!isPausedOn(pauses, date)) return periodByIndex(terms, next).startsOn
  for (let index = next - 1; index >= 0; index--) {
    const { startsOn, endsOn } = periodByIndex(terms, index)
    if (!isPausedOn(pauses, startsOn)) return endsOn
  }
  return terms.startsOn
}

/** Takes a cancellation back while the subscription still runs, or has not begun; otherwise `illegal-transition`. */
export function reactivateFacts(facts: SubscriptionFacts, today: CalendarDate): SubscriptionFacts {
  if (!mayReactivate(facts, today)) assertTransition(statusOf(facts, today), 'reactivate')
  return without(facts, { terms: facts.terms })
}

/**
 * Pauses from a date, until another or until somebody resumes it. Periods that would begin within cost nothing. With a known
 * end, billing starts again on it when it lies after the paid period. `illegal-transition`; an empty or second one, and one before the start that does not move it to another day, is `invalid-terms`.
 */
export function pauseFacts(
  facts: SubscriptionFacts,
  pause: { readonly fromOn: CalendarDate; readonly untilOn?: CalendarDate | null | undefined },
  today: CalendarDate,
): SubscriptionFacts {
  assertTransition(statusOf(facts, today), 'pause')
  const fromOn = parseCalendarDate(pause.fromOn)
  const untilOn = pause.untilOn ?? null
  if (fromOn < facts.terms.startsOn && (untilOn === null || untilOn <= facts.terms.startsOn))
    throw invalidTerms('A pause before its first day moves that day: it needs an end after it.')
  if (untilOn !== null && parseCalendarDate(untilOn) <= fromOn)
    throw invalidTerms('A pause ends after it begins.')
  if (
    facts.pauses.some(
      (other) =>
        (other.untilOn === null || fromOn < other.untilOn) && (untilOn === null || other.fromOn < untilOn),
    )
  )
    throw invalidTerms('There is a pause on those days already.')
  const terms = untilOn === null ? facts.terms : resumedTerms(facts.terms, fromOn, untilOn)
  return { ...facts, terms, pauses: [...facts.pauses, { fromOn, untilOn }] }
}

/**
 * Ends the running pause. Within the paid period nothing else changes; after it a new period begins on that day and is the new
 * anchor. An open pause only, or one whose planned end is brought forward. `illegal-transition`.
 */
export function resumeFacts(facts: SubscriptionFacts, resumedOn: CalendarDate): SubscriptionFacts {
  assertTransition(statusOf(facts, parseCalendarDate(resumedOn)), 'resume')
  const running = facts.pauses.find((pause) => isPausedOn([pause], resumedOn))
  if (running === undefined) throw invalidTerms('There is no pause on that day.')
  const others = facts.pauses.filter((pause) => pause !== running)
  const shortened = running.fromOn < resumedOn ? [{ ...running, untilOn: resumedOn }] : []
  return {
    ...facts,
    terms: resumedTerms(facts.terms, running.fromOn, resumedOn, running.untilOn),
    pauses: [...others, ...shortened],
  }
}

/** Terms of a subscription that opens by itself, billed again from `resumedOn` on unless that day is paid: then as if there had been no pause. */
function resumedTerms(
  terms: Terms,
  pausedOn: CalendarDate,
  resumedOn: CalendarDate,
  plannedOn: CalendarDate | null = null,
): Terms {
  if (terms.opened !== null) return terms
  const begun = firstIndexOn(terms, pausedOn)
  const paidUntil = begun === 0 ? terms.startsOn : periodByIndex(terms, begun - 1).endsOn
  if (resumedOn > paidUntil) return restartedAt(terms, begun, resumedOn)
  // Its planned end had moved what comes after the paid days.
  return plannedOn !== null && plannedOn > paidUntil ? rejoinedAt(terms, begun) : terms
}

/** Packs that waited when it was cancelled at once are gone with it. */
function withoutQueued(terms: Terms, cancellation: SubscriptionFacts['cancellation']): Terms {
  if (cancellation === undefined || terms.opened === null) return terms
  const begun = Math.max(1, firstIndexOn(terms, cancellation.effectiveOn))
  return begun < terms.opened ? { ...terms, opened: begun } : terms
}

/**
 * Renews by facts: a manual subscription as `renewTerms`, which also takes back a cancellation; one that opens by itself, when it
 * is over, starts again on `renewedOn` with what it had, but for a minimum term. `illegal-transition`, and the errors of `renewTerms`.
 */
export function renewFacts(
  facts: SubscriptionFacts,
  options: RenewOptions,
): Omit<Renewed, 'terms'> & { readonly facts: SubscriptionFacts } {
  const status = statusOf(facts, options.today)
  assertTransition(status, 'renew')
  const { terms, cancellation } = facts
  // Who left begins anew: the term that bound them is over, with or without its fee.
  const hasLeft = cancellation !== undefined && status === 'expired'
  if (terms.opened !== null) {
    const { terms: next, ...rest } = renewTerms(withoutQueued(terms, cancellation), options)
    return { facts: without(facts, { terms: hasLeft ? withoutMinimumTerm(next) : next }), ...rest }
  }
  const endedOn = cancellation?.effectiveOn ?? closedOn(terms)
  if (status !== 'expired' || endedOn === null) throw invalidTerms('It opens its next period by itself.')
  const { renewedOn, today } = options
  if (renewedOn < endedOn || renewedOn > today)
    throw invalidTerms(`A new start lies between ${endedOn} and ${today}.`, { renewedOn })
  const index = firstIndexOn(terms, endedOn)
  const restarted = restartedAt(terms, index, renewedOn, planChangeIn(options))
  const kept = segmentsBefore(terms, index)
  const cut = kept.map((segment, at) => (at === kept.length - 1 ? { ...segment, endsOn: endedOn } : segment))
  const next = withoutMinimumTerm({
    ...restarted,
    segments: [...cut, ...restarted.segments.slice(kept.length)],
  })
  const policyApplied = 'fromPaymentDate'
  return { facts: without(facts, { terms: next }), period: periodByIndex(next, index), policyApplied }
}
