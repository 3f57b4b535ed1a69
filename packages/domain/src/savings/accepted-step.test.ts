import { describe, expect, it } from 'vitest'
import type { Entitlement, EntitlementState } from '../subscription/entitlement.ts'
import { cancelFacts } from '../subscription/stop.ts'
import { factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import {
  isStepDue,
  isStepShown,
  standingOfStep,
  stepKeyOf,
  type AcceptedStep,
  type StepFacts,
  type StepSubject,
} from './accepted-step.ts'

const today = on('2026-11-23')

const step = (changes: Partial<AcceptedStep> = {}): AcceptedStep => ({
  kind: 'cancel',
  on: on('2026-12-01'),
  subscriptionId: 'netflix',
  planId: null,
  serviceId: null,
  memberIds: [],
  acceptedOn: today,
  before: [],
  ...changes,
})

const taking = (changes: Partial<AcceptedStep> = {}) =>
  step({ kind: 'begin', subscriptionId: null, planId: 'jio-299', ...changes })

const subject = (id: string, changes: Partial<StepSubject> = {}): StepSubject => ({
  id,
  facts: factsOf(termsFrom('2026-11-02')),
  ...changes,
})

const none: StepFacts = { subjects: [], rightsOf: () => [], isSold: () => true, today }

const of = (
  accepted: AcceptedStep,
  subjects: readonly StepSubject[],
  more: Partial<StepFacts> = {},
): string => {
  const { state, because } = standingOfStep(accepted, { ...none, subjects, ...more })
  return because === null ? state : `${state}: ${because}`
}

const right = (state: EntitlementState): Entitlement => ({
  included: { serviceId: 'netflix:basic', activation: 'claim', interval: null, choice: null },
  state,
  from: today,
  until: null,
})

const saying = (state: EntitlementState) => ({ rightsOf: () => [right(state)] })

describe('a step to cancel', () => {
  it('is open until the subscription will not renew, and open again once that is taken back', () => {
    const there = subject('netflix')
    expect(of(step(), [there])).toBe('open')
    const cancelled = cancelFacts(there.facts, { requestedOn: today, mode: 'atPeriodEnd' })
    expect(of(step(), [{ ...there, facts: cancelled }])).toBe('done')
    expect(of(step(), [there])).toBe('open')
  })

  it('is done by what ended by itself, and gone with what was removed', () => {
    expect(of(step(), [subject('netflix', { facts: factsOf(packFrom('2026-09-01')) })])).toBe('done')
    expect(of(step(), [subject('prime')])).toBe('gone: removed')
  })

  it('of what was to be begun for some months waits until that was begun, and is done once it is left', () => {
    const ending = step({ subscriptionId: null, planId: 'netflix-199', before: ['old'] })
    const begun = subject('new', { facts: factsOf(termsFrom('2026-11-10', { planId: 'netflix-199' })) })
    const left = cancelFacts(begun.facts, { requestedOn: today, mode: 'atPeriodEnd' })
    expect(of(ending, [])).toBe('open')
    expect(of(ending, [begun])).toBe('open')
    expect(of(ending, [{ ...begun, facts: left }])).toBe('done')
    expect(of(ending, [{ ...begun, id: 'old', facts: left }])).toBe('open')
  })
})

describe('a step that takes up a plan', () => {
  const plan = { planId: 'jio-299' }

  it('is open until somebody has the plan, planned where it begins later, done once it runs', () => {
    expect(of(taking(), [])).toBe('open')
    const later = subject('new', { facts: factsOf(termsFrom('2026-12-01', plan)) })
    expect(of(taking(), [later])).toBe('planned')
    expect(of(taking(), [later], { today: on('2026-12-01') })).toBe('done')
  })

  it('is not done by what had the plan before it was accepted', () => {
    const other = subject('old', { facts: factsOf(termsFrom('2026-11-02', plan)) })
    expect(of(taking(), [other])).toBe('done')
    expect(of(taking({ before: ['old'] }), [other])).toBe('open')
  })

  it('with the plan of before waits for the day where a pack reaches beyond it', () => {
    const again = taking({ kind: 'recharge', subscriptionId: 'jio', before: ['jio'] })
    expect(of(again, [subject('jio', { facts: factsOf(packFrom('2026-11-02', plan)) })])).toBe('open')
    const recharged = factsOf({ ...packFrom('2026-11-02', plan), opened: 2 })
    expect(of(again, [subject('jio', { facts: recharged })])).toBe('planned')
    expect(of(again, [subject('jio', { facts: recharged })], { today: on('2026-12-01') })).toBe('done')
  })

  it('is gone with the plan, and with the line that it was for', () => {
    expect(of(taking(), [], { isSold: () => false })).toBe('gone: withdrawn')
    const port = taking({ kind: 'port', subscriptionId: 'airtel' })
    expect(of(port, [subject('airtel')])).toBe('open')
    expect(of(port, [])).toBe('gone: removed')
  })
})

describe('a step to claim', () => {
  const claim = step({ kind: 'claim', subscriptionId: 'jio', serviceId: 'netflix:basic' })

  it('is done once the benefit runs, however that came about', () => {
    expect(of(claim, [subject('jio')], saying('toClaim'))).toBe('open')
    expect(of(claim, [subject('jio')], saying('running'))).toBe('done')
  })

  it('waits for the plan that brings it along, and is gone with it', () => {
    const ofNew = { ...claim, subscriptionId: null, planId: 'jio-299' }
    expect(of(ofNew, [])).toBe('open')
    expect(of(ofNew, [], { isSold: () => false })).toBe('gone: withdrawn')
    expect(of(claim, [])).toBe('gone: removed')
    const over = subject('jio', { facts: factsOf(packFrom('2026-09-01')) })
    expect(of(claim, [over], saying('ended'))).toBe('gone: ended')
  })
})

describe('an accepted step', () => {
  it('is asked for from three days before its day on, and after it', () => {
    const asked = ['2026-11-26', '2026-11-27', '2026-11-20'].map((day) => isStepDue({ on: on(day) }, today))
    expect(asked).toEqual([true, false, true])
  })

  it('that is done or gone is shown for a month after its day, an open one always', () => {
    const { standing, shown } = { standing: standingOfStep(step(), none), shown: on('2026-12-31') }
    expect(isStepShown(step(), standing, shown)).toBe(true)
    expect(isStepShown(step(), standing, on('2027-01-01'))).toBe(false)
    expect(isStepShown(step(), { state: 'open', because: null }, on('2028-01-01'))).toBe(true)
  })

  it('is the same one on whatever day', () => {
    expect(stepKeyOf(step())).toBe(stepKeyOf(step({ on: today })))
    expect(stepKeyOf(step())).not.toBe(stepKeyOf(step({ subscriptionId: 'prime' })))
  })
})
