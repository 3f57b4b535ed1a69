import { describe, expect, it } from 'vitest'
import { draftFrom, every, on } from '../test-drafts.ts'
import type { Act, ActRecord } from './act.ts'
import { entitlementsOf } from './entitlement.ts'
import type { EntitlementStart, IncludedService } from './entitlement.ts'
import { factsOfActs } from './fold.ts'

let made = 0
const record = (date: string, act: Act): ActRecord => ({
  id: `act-${made++}`,
  on: on(date),
  at: `${date}T06:00:00.000Z`,
  by: 'asha',
  act,
})
const pack = (date: string) =>
  record(date, { kind: 'started', draft: draftFrom(date, { interval: every(28, 'day'), renewal: 'manual' }) })
const monthly = (date: string) => record(date, { kind: 'started', draft: draftFrom(date) })
const recharged = (date: string) => record(date, { kind: 'recharged', renewedOn: on(date) })
const claimed = (date: string, serviceId = 'netflix') =>
  record(date, { kind: 'claimed', serviceId, state: 'claimed' })

const service = (serviceId: string, changes: Partial<IncludedService> = {}): IncludedService => ({
  serviceId,
  activation: 'claim',
  interval: null,
  choice: null,
  ...changes,
})
const rights = (
  includes: readonly IncludedService[],
  records: readonly ActRecord[],
  today: string,
  starts: EntitlementStart = 'packStart',
) =>
  entitlementsOf(includes, factsOfActs(records), records, starts, on(today)).map(
    ({ included, state, from, until }) => `${included.serviceId} ${state} ${from ?? '–'} ${until ?? '–'}`,
  )

describe('what a pack brings along', () => {
  it('is to be claimed until somebody did, and ends with the pack', () => {
    const records = [pack('2026-01-01')]
    expect(rights([service('netflix')], records, '2026-01-02')).toEqual(['netflix toClaim – 2026-01-29'])
    const done = [...records, claimed('2026-01-03')]
    expect(rights([service('netflix')], done, '2026-01-10')).toEqual([
      'netflix running 2026-01-03 2026-01-29',
    ])
    expect(rights([service('netflix')], done, '2026-01-29')).toEqual(['netflix ended – –'])
  })

  it('is to be claimed again with each recharge, unless its own days reach further', () => {
    const records = [pack('2026-01-01'), claimed('2026-01-03'), recharged('2026-01-29')]
    expect(rights([service('netflix')], records, '2026-01-30')).toEqual(['netflix toClaim – 2026-02-26'])
    const yearly = service('netflix', { interval: every(1, 'year') })
    expect(rights([yearly], records, '2026-01-30')).toEqual(['netflix running 2026-01-03 2026-02-26'])
  })

  it('runs by itself from the purchase or from the start of the pack, as the provider has it', () => {
    const records = [pack('2026-01-01'), recharged('2026-01-20')]
    const music = service('music', { activation: 'auto', interval: every(30, 'day') })
    expect(rights([music], records, '2026-02-10')).toEqual(['music running 2026-01-29 2026-02-26'])
    expect(rights([music], records, '2026-02-10', 'purchase')).toEqual([
      'music running 2026-01-20 2026-02-19',
    ])
    expect(rights([music], records, '2026-02-20', 'purchase')).toEqual(['music ended 2026-01-20 2026-02-19'])
  })

  it('claimed once lasts while a plan renews by itself, and comes to an end with its cancellation', () => {
    const records = [monthly('2026-01-05'), claimed('2026-01-06')]
    expect(rights([service('netflix')], records, '2026-06-20')).toEqual(['netflix running 2026-01-06 –'])
    const cancelled = [...records, record('2026-06-20', { kind: 'cancelled', mode: 'atPeriodEnd' })]
    expect(rights([service('netflix')], cancelled, '2026-06-21')).toEqual([
      'netflix running 2026-01-06 2026-07-05',
    ])
  })

  it('is a choice of some: the others cannot be had once they are picked', () => {
    const choice = { group: 'benefit', pick: 1 }
    const both = [service('netflix', { choice }), service('prime', { choice, activation: 'auto' })]
    const records = [monthly('2026-01-05')]
    expect(rights(both, records, '2026-01-10')).toEqual(['netflix toClaim – –', 'prime toClaim – –'])
    expect(rights(both, [...records, claimed('2026-01-10', 'prime')], '2026-01-11')).toEqual([
      'netflix notChosen – –',
      'prime running 2026-01-10 –',
    ])
  })

  it('that nobody wants is not asked about, until it is offered with the next pack', () => {
    const dismissed = record('2026-01-03', { kind: 'claimed', serviceId: 'netflix', state: 'dismissed' })
    const records = [pack('2026-01-01'), dismissed]
    expect(rights([service('netflix')], records, '2026-01-04')).toEqual(['netflix dismissed – –'])
    expect(rights([service('netflix')], [...records, recharged('2026-01-29')], '2026-01-30')).toEqual([
      'netflix toClaim – 2026-02-26',
    ])
  })

  it('is nothing while paused, not begun or over', () => {
    const paused = [
      monthly('2026-01-05'),
      record('2026-01-10', { kind: 'paused', fromOn: on('2026-01-10'), untilOn: null }),
    ]
    expect(rights([service('netflix')], paused, '2026-01-12')).toEqual(['netflix ended – –'])
    expect(rights([service('netflix')], [monthly('2026-03-01')], '2026-01-12')).toEqual(['netflix ended – –'])
  })
})
