import { stepKeyOf } from '@streamline/domain'
import type { AcceptedStep, AcceptedSteps } from '../answers.ts'
import type { CheapestSet } from './needs-change.ts'

type Step = CheapestSet['steps'][number]

/** One line of the list: a step of the set, what became of it, or one that was accepted before. */
export interface ShownStep extends Pick<Step, 'kind' | 'on' | 'subscription' | 'plan' | 'service'> {
  readonly key: string
  /** Null where nobody has accepted it. */
  readonly accepted: AcceptedStep | null
  readonly mayAccept: boolean
}

type Named = Pick<Step, 'kind' | 'subscription' | 'plan' | 'service'>

/** How a step is called where it is accepted. */
export const stepNameOf = ({ kind, subscription, plan, service }: Named) => ({
  kind,
  subscriptionId: subscription?.id ?? null,
  planId: plan?.id ?? null,
  serviceId: service?.id ?? null,
})

const keyOf = (step: Named): string => stepKeyOf(stepNameOf(step))

/** The steps of a set beside those that were accepted, each once, in order of the day. */
export const shownSteps = (
  set: Pick<CheapestSet, 'steps'> | null,
  { steps: accepted, mayActOn, mayBegin }: AcceptedSteps,
): ShownStep[] => {
  const taken = new Map(accepted.map((step) => [keyOf(step), step]))
  const offered = (set?.steps ?? []).filter((step) => {
    const known = taken.get(keyOf(step))
    if (known === undefined) return true
    // Its day went by: what helps now helps by another day.
    return step.kind === 'cancel' && known.state === 'open' && known.on < step.on
  })
  const anew = new Set(offered.map(keyOf))
  return [
    ...offered.map((step) => ({
      ...step,
      key: keyOf(step),
      accepted: null,
      mayAccept: step.subscription === null ? mayBegin : mayActOn.includes(step.subscription.id),
    })),
    ...accepted
      .filter((step) => !anew.has(keyOf(step)))
      .map((step) => ({ ...step, key: keyOf(step), accepted: step, mayAccept: false })),
  ].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** Where a step is done: the sheet of a subscription, or the form for a new one. */
export type StepPlace =
  | { readonly is: 'subscription'; readonly id: string; readonly open: 'cancel' | 'recharge' | null }
  | {
      readonly is: 'add'
      readonly plan: string
      readonly starts: AcceptedStep['on']
      readonly people: readonly string[]
      readonly line: string | null
    }

/** Null where nothing is to be opened for it. */
export const stepPlaceOf = ({
  kind,
  on,
  subscription,
  plan,
  memberIds,
  lineId,
}: Pick<
  AcceptedStep,
  'kind' | 'on' | 'subscription' | 'plan' | 'memberIds' | 'lineId'
>): StepPlace | null => {
  if (subscription !== null && kind !== 'port')
    return {
      is: 'subscription',
      id: subscription.id,
      open: kind === 'claim' || kind === 'begin' ? null : kind,
    }
  if (plan === null || kind === 'claim' || kind === 'cancel') return null
  return { is: 'add', plan: plan.id, starts: on, people: memberIds, line: lineId }
}
