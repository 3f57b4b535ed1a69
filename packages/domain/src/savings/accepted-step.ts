import { URGENT_DAYS } from '../overview/needs.ts'
import type { Entitlement } from '../subscription/entitlement.ts'
import { statusOf } from '../subscription/lifecycle.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { lastEndOf } from '../subscription/periods.ts'
import { daysBetween, maxDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { occurrenceOn } from '../time/interval.ts'
import type { Step } from './steps.ts'

/** A step that somebody took up for the household. */
export interface AcceptedStep extends Step {
  readonly acceptedOn: CalendarDate
  /** Subscriptions that had the plan of the step already when it was accepted: those are not it. */
  readonly before: readonly string[]
}

/** A subscription as accepted steps look at it. */
export interface StepSubject {
  readonly id: string
  readonly facts: SubscriptionFacts
}

/** What says how accepted steps stand. */
export interface StepFacts<Subject extends StepSubject = StepSubject> {
  readonly subjects: readonly Subject[]
  readonly rightsOf: (subject: Subject) => readonly Entitlement[]
  readonly isSold: (planId: string) => boolean
  readonly today: CalendarDate
}

/**
 * `open`; `planned` where what it takes up is entered and begins later; `done` where the facts say so; `gone` where it makes no sense
 * any more: the subscription was `removed`, has `ended`, or the plan was `withdrawn` from sale.
 */
export type StepStanding =
  | { readonly state: 'open' | 'planned' | 'done'; readonly because: null }
  | { readonly state: 'gone'; readonly because: 'removed' | 'ended' | 'withdrawn' }

const OPEN: StepStanding = { state: 'open', because: null }
const PLANNED: StepStanding = { state: 'planned', because: null }
const DONE: StepStanding = { state: 'done', because: null }

const gone = (because: 'removed' | 'ended' | 'withdrawn'): StepStanding => ({ state: 'gone', because })

/** It will not renew, or is over. */
const isLeft = ({ facts }: StepSubject, today: CalendarDate): boolean =>
  facts.cancellation !== undefined || statusOf(facts, today) === 'expired'

/** First days of the plan in a subscription. */
const beginningsOf = ({ facts }: StepSubject, planId: string): CalendarDate[] =>
  facts.terms.segments
    .filter((segment) => segment.planId === planId)
    .map(({ anchorOn, interval, firstOccurrence }) => occurrenceOn(anchorOn, interval, firstOccurrence))

/** The first day on which a subscription has the plan for this step; undefined where it does not. */
function takenOn(subject: StepSubject, planId: string, step: AcceptedStep): CalendarDate | undefined {
  const days = beginningsOf(subject, planId).toSorted()
  if (!step.before.includes(subject.id)) return days[0]
  // The same plan again: another beginning, or a pack that reaches beyond the day of the step.
  const again = days.find((day) => day >= step.acceptedOn)
  const end = lastEndOf(subject.facts.terms)
  return again ?? (subject.id === step.subscriptionId && end !== null && end > step.on ? step.on : undefined)
}

function takesUp(
  step: AcceptedStep,
  planId: string,
  { subjects, today, isSold }: Pick<StepFacts, 'subjects' | 'today' | 'isSold'>,
): StepStanding {
  const days = subjects
    .filter(({ facts: own }) => statusOf(own, today) !== 'expired')
    .flatMap((subject) => takenOn(subject, planId, step) ?? [])
  if (days.some((day) => day <= today)) return DONE
  if (days.length > 0) return PLANNED
  if (!isSold(planId)) return gone('withdrawn')
  const isThere =
    step.subscriptionId === null || subjects.some((subject) => subject.id === step.subscriptionId)
  return isThere ? OPEN : gone('removed')
}

function claims<Subject extends StepSubject>(
  { planId, subscriptionId, serviceId }: AcceptedStep,
  { subjects, rightsOf, isSold, today }: StepFacts<Subject>,
): StepStanding {
  const carriers = subjects.filter((subject) =>
    planId === null ? subject.id === subscriptionId : beginningsOf(subject, planId).length > 0,
  )
  const rights = carriers.flatMap((carrier) =>
    rightsOf(carrier).filter(({ included }) => included.serviceId === serviceId),
  )
  if (rights.some(({ state }) => state === 'running')) return DONE
  if (rights.some(({ state }) => state === 'toClaim')) return OPEN
  if (carriers.length === 0) {
    if (planId === null) return gone('removed')
    return isSold(planId) ? OPEN : gone('withdrawn')
  }
  return carriers.every((carrier) => isLeft(carrier, today)) ? gone('ended') : OPEN
}

function ends(step: AcceptedStep, { subjects, today }: Pick<StepFacts, 'subjects' | 'today'>): StepStanding {
  const { subscriptionId, planId } = step
  if (subscriptionId === null && planId !== null) {
    // What was to be begun for some months only: whatever has the plan since then.
    const begun = subjects.filter((subject) => takenOn(subject, planId, step) !== undefined)
    return begun.length > 0 && begun.every((subject) => isLeft(subject, today)) ? DONE : OPEN
  }
  const subject = subjects.find(({ id }) => id === subscriptionId)
  if (subject === undefined) return gone('removed')
  return isLeft(subject, today) ? DONE : OPEN
}

/** How an accepted step stands by the facts of the household: nobody ticks it off. */
export function standingOfStep<Subject extends StepSubject>(
  step: AcceptedStep,
  facts: StepFacts<Subject>,
): StepStanding {
  const { kind, planId } = step
  if (kind === 'claim') return claims(step, facts)
  if (kind === 'cancel') return ends(step, facts)
  return planId === null ? gone('withdrawn') : takesUp(step, planId, facts)
}

/** Asked for on the first screen: from three days before its day on, until it is done. */
export function isStepDue({ on }: Pick<Step, 'on'>, today: CalendarDate): boolean {
  return daysBetween(today, on) <= URGENT_DAYS
}

/** Days for which one that is done or gone is still told. */
const SHOWN = 30

/** An open step is there until it is done or dismissed; another one for a month after its day, or after it was accepted. */
export function isStepShown(
  { on, acceptedOn }: Pick<AcceptedStep, 'on' | 'acceptedOn'>,
  { state }: StepStanding,
  today: CalendarDate,
): boolean {
  return state === 'open' || state === 'planned' || daysBetween(maxDate(on, acceptedOn), today) <= SHOWN
}

/** What tells one step from all others, whatever its day. */
export const stepKeyOf = ({
  kind,
  subscriptionId,
  planId,
  serviceId,
}: Pick<Step, 'kind' | 'subscriptionId' | 'planId' | 'serviceId'>): string =>
  [kind, subscriptionId, planId, serviceId].map((part) => part ?? '').join(' ')
