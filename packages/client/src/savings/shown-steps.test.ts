import { parseCalendarDate as day } from '@streamline/domain'
import { describe, expect, it } from 'vitest'
import type { AcceptedStep, AcceptedSteps } from '../answers.ts'
import { shownSteps, stepNameOf, stepPlaceOf } from './shown-steps.ts'

const netflix = { id: 'netflix', name: 'Netflix' }
const jio = { id: 'jio-299', name: 'Jio 299' }

const cancel = {
  kind: 'cancel',
  on: day('2026-12-02'),
  subscription: netflix,
  plan: null,
  service: null,
} as const
const begin = { kind: 'begin', on: day('2026-12-01'), subscription: null, plan: jio, service: null } as const

const accepted = (changes: Partial<AcceptedStep> = {}): AcceptedStep => ({
  ...cancel,
  id: 'one',
  memberIds: ['asha'],
  lineId: null,
  state: 'open',
  because: null,
  acceptedBy: 'asha',
  acceptedOn: day('2026-11-23'),
  saving: null,
  isYours: true,
  mayAct: true,
  ...changes,
})

const answer = (steps: AcceptedStep[], changes: Partial<AcceptedSteps> = {}): AcceptedSteps => ({
  steps,
  mayActOn: ['netflix'],
  mayBegin: false,
  ...changes,
})

describe('steps on the screen', () => {
  it('are those of the set and those accepted, each once, by day', () => {
    const shown = shownSteps({ steps: [cancel, begin] }, answer([accepted()]))
    expect(shown.map(({ kind, accepted: taken, mayAccept }) => [kind, taken?.id, mayAccept])).toEqual([
      ['begin', undefined, false],
      ['cancel', 'one', false],
    ])
  })

  it('stay when they were accepted and the set is another one', () => {
    expect(shownSteps(null, answer([accepted({ state: 'done' })]))).toHaveLength(1)
  })

  it('to cancel are offered anew where their day went by while they are open', () => {
    const moved = { ...cancel, on: day('2026-12-09') }
    const open = shownSteps({ steps: [moved] }, answer([accepted()]))
    expect(open.map(({ on, mayAccept }) => [on, mayAccept])).toEqual([['2026-12-09', true]])
    const done = shownSteps({ steps: [moved] }, answer([accepted({ state: 'done' })]))
    expect(done.map(({ accepted: taken }) => taken?.state)).toEqual(['done'])
  })

  it('are called by what they are about', () => {
    expect(stepNameOf(begin)).toEqual({
      kind: 'begin',
      subscriptionId: null,
      planId: 'jio-299',
      serviceId: null,
    })
  })
})

describe('where a step is done', () => {
  it('is the sheet of its subscription, or the form that it fills', () => {
    expect(stepPlaceOf(accepted())).toEqual({ is: 'subscription', id: 'netflix', open: 'cancel' })
    expect(stepPlaceOf(accepted({ kind: 'claim' }))).toEqual({
      is: 'subscription',
      id: 'netflix',
      open: null,
    })
    expect(stepPlaceOf(accepted({ ...begin }))).toEqual({
      is: 'add',
      plan: 'jio-299',
      starts: '2026-12-01',
      people: ['asha'],
      line: null,
    })
    const port = accepted({ kind: 'port', plan: jio, lineId: 'line' })
    expect(stepPlaceOf(port)).toMatchObject({ is: 'add', line: 'line' })
    expect(stepPlaceOf(accepted({ ...begin, kind: 'claim' }))).toBeNull()
  })
})
