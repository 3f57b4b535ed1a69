import { describe, expect, it } from 'vitest'
import { inr } from '../test-drafts.ts'
import { overlapsOf } from './overlap.ts'
import type { RunningPlan, ServiceTier } from './overlap.ts'

const tier = (providerId: string, tierRank: number): ServiceTier => ({ providerId, tierRank })
const plan = (subscriptionId: string, changes: Partial<RunningPlan> = {}): RunningPlan => ({
  subscriptionId,
  standalone: null,
  includes: [],
  monthly: inr(10_000),
  ...changes,
})

describe('overlapsOf', () => {
  it('finds a service paid by itself and included in a pack', () => {
    const plans = [
      plan('hotstar', { standalone: tier('hotstar', 1), monthly: inr(14_900) }),
      plan('jio', { includes: [tier('hotstar', 1), tier('prime', 1)] }),
    ]
    expect(overlapsOf(plans)).toEqual([
      {
        kind: 'paidAndIncluded',
        providerId: 'hotstar',
        subscriptionId: 'hotstar',
        alsoIn: ['jio'],
        isCovered: true,
        monthly: inr(14_900),
      },
    ])
  })

  it('says when the included tier is a lesser one', () => {
    const plans = [
      plan('netflix', { standalone: tier('netflix', 4) }),
      plan('jio', { includes: [tier('netflix', 1)] }),
      plan('airtel', { includes: [tier('netflix', 2)] }),
    ]
    expect(overlapsOf(plans)).toMatchObject([{ alsoIn: ['airtel', 'jio'], isCovered: false }])
    const better = [...plans, plan('vi', { includes: [tier('netflix', 4)] })]
    expect(overlapsOf(better)).toMatchObject([{ isCovered: true }])
  })

  it('finds all but the best of a service paid twice', () => {
    const plans = [
      plan('b', { standalone: tier('netflix', 2), monthly: inr(300) }),
      plan('a', { standalone: tier('netflix', 2), monthly: inr(200) }),
      plan('c', { standalone: tier('netflix', 1), monthly: inr(100) }),
    ]
    expect(
      overlapsOf(plans).map(({ subscriptionId, kind, alsoIn, isCovered }) => [
        subscriptionId,
        kind,
        alsoIn,
        isCovered,
      ]),
    ).toEqual([
      ['b', 'paidTwice', ['a'], true],
      ['c', 'paidTwice', ['a'], true],
    ])
    const same = ['y', 'x'].map((id) => plan(id, { standalone: tier('netflix', 2) }))
    expect(overlapsOf(same)).toMatchObject([{ subscriptionId: 'y', alsoIn: ['x'] }])
  })

  it('finds nothing in one plan, in two services, or in two bundles', () => {
    expect(
      overlapsOf([plan('a', { standalone: tier('netflix', 2), includes: [tier('netflix', 2)] })]),
    ).toEqual([])
    expect(
      overlapsOf([
        plan('a', { standalone: tier('netflix', 2) }),
        plan('b', { standalone: tier('prime', 2) }),
      ]),
    ).toEqual([])
    expect(
      overlapsOf([plan('a', { includes: [tier('x', 1)] }), plan('b', { includes: [tier('x', 1)] })]),
    ).toEqual([])
    expect(overlapsOf([])).toEqual([])
  })
})
