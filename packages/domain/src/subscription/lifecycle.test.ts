import { describe, expect, it } from 'vitest'
import { every, factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import { assertTransition, hasStarted, isPausedOn, statusOf, transitions } from './lifecycle.ts'
import type { SubscriptionAction, SubscriptionFacts, SubscriptionStatus } from './lifecycle.ts'
import { renewTerms } from './renew.ts'
import { reactivateFacts } from './stop.ts'

const statusOn = (facts: SubscriptionFacts, ...days: string[]): SubscriptionStatus[] =>
  days.map((day) => statusOf(facts, on(day)))

describe('statusOf', () => {
  it('is active for ever when it renews by itself', () => {
    expect(statusOn(factsOf(termsFrom('2026-01-31')), '2026-01-31', '2199-01-01')).toEqual([
      'active',
      'active',
    ])
  })

  it('is trialing until the first full-price day', () => {
    const facts = factsOf(termsFrom('2026-01-31', { trial: every(7, 'day') }))
    expect(statusOn(facts, '2026-01-31', '2026-02-06', '2026-02-07')).toEqual([
      'trialing',
      'trialing',
      'active',
    ])
  })

  it('is over, and was never running, where it was cancelled before its first day', () => {
    const cancellation = {
      requestedOn: on('2026-01-01'),
      effectiveOn: on('2026-03-01'),
      mode: 'atPeriodEnd',
    } as const
    const facts = factsOf(termsFrom('2026-03-01'), { cancellation })
    for (const day of ['2026-01-01', '2026-02-28', '2026-03-01', '2026-04-01'])
      expect(statusOf(facts, on(day))).toBe('expired')
    expect(statusOf(reactivateFacts(facts, on('2026-02-28')), on('2026-02-28'))).toBe('scheduled')
    expect(() => reactivateFacts(facts, on('2026-03-01'))).toThrow('cannot become active')
  })

  it('is scheduled until its first day', () => {
    expect(statusOn(factsOf(termsFrom('2026-06-01')), '2026-05-31', '2026-06-01')).toEqual([
      'scheduled',
      'active',
    ])
    const trial = factsOf(termsFrom('2026-06-01', { trial: every(7, 'day') }))
    expect(statusOn(trial, '2026-01-01', '2026-06-01')).toEqual(['scheduled', 'trialing'])
    expect(hasStarted(termsFrom('2026-06-01'), on('2026-05-31'))).toBe(false)
    expect(hasStarted(termsFrom('2026-06-01'), on('2026-06-01'))).toBe(true)
  })

  it('is expired on the day a pack ends, until somebody recharges', () => {
    const pack = packFrom('2026-01-01')
    expect(statusOn(factsOf(pack), '2026-01-28', '2026-01-29')).toEqual(['active', 'expired'])
    const { terms } = renewTerms(pack, { renewedOn: on('2026-02-05'), today: on('2026-02-05') })
    expect(statusOn(factsOf(terms), '2026-02-05', '2026-03-04', '2026-03-05')).toEqual([
      'active',
      'active',
      'expired',
    ])
  })

  it('is cancelled until the cancellation takes effect, then expired, also when paused or in a trial', () => {
    const cancellation = {
      requestedOn: on('2026-02-10'),
      effectiveOn: on('2026-02-28'),
      mode: 'atPeriodEnd',
    } as const
    const pauses = [{ fromOn: on('2026-02-01'), untilOn: null }]
    for (const facts of [
      factsOf(termsFrom('2026-01-31'), { cancellation }),
      factsOf(termsFrom('2026-01-31'), { cancellation, pauses }),
      factsOf(termsFrom('2026-01-31', { trial: every(60, 'day') }), { cancellation }),
    ])
      expect(statusOn(facts, '2026-02-27', '2026-02-28')).toEqual(['cancelled', 'expired'])
  })

  it('is paused from the first to the last day of a pause', () => {
    const pauses = [{ fromOn: on('2026-03-01'), untilOn: on('2026-03-10') }]
    const facts = factsOf(termsFrom('2026-01-31'), { pauses })
    expect(statusOn(facts, '2026-02-28', '2026-03-01', '2026-03-09', '2026-03-10')).toEqual([
      'active',
      'paused',
      'paused',
      'active',
    ])
    expect(isPausedOn([{ fromOn: on('2026-03-01'), untilOn: null }], on('2100-01-01'))).toBe(true)
    const pack = factsOf(packFrom('2026-01-01'), { pauses: [{ fromOn: on('2026-02-01'), untilOn: null }] })
    expect(statusOn(pack, '2026-01-30', '2026-02-01')).toEqual(['expired', 'paused'])
  })

  it('is in grace for so many days after a missed due date, then active with an overdue charge', () => {
    const unpaidDueOn = [on('2026-03-31'), on('2026-02-28')]
    const facts = factsOf(termsFrom('2026-01-31', { graceDays: 3 }), { unpaidDueOn })
    expect(statusOn(facts, '2026-02-28', '2026-03-01', '2026-03-03', '2026-03-04')).toEqual([
      'active',
      'grace',
      'grace',
      'active',
    ])
    expect(statusOn(factsOf(termsFrom('2026-01-31'), { unpaidDueOn }), '2026-03-01')).toEqual(['active'])
    const manual = factsOf(packFrom('2026-01-31', { graceDays: 3, interval: every(90, 'day') }), {
      unpaidDueOn,
    })
    expect(statusOn(manual, '2026-03-01')).toEqual(['active'])
    expect(statusOn(factsOf(termsFrom('2026-01-31', { graceDays: 3 })), '2026-03-01')).toEqual(['active'])
  })
})

describe('assertTransition', () => {
  const legal: Record<SubscriptionStatus, Partial<Record<SubscriptionAction, SubscriptionStatus>>> = {
    scheduled: {
      cancelNow: 'expired',
      cancelAtPeriodEnd: 'cancelled',
      pause: 'paused',
      changePlan: 'scheduled',
      undo: 'scheduled',
    },
    trialing: {
      renew: 'trialing',
      cancelNow: 'expired',
      cancelAtPeriodEnd: 'cancelled',
      changePlan: 'active',
      undo: 'trialing',
    },
    active: {
      renew: 'active',
      cancelNow: 'expired',
      cancelAtPeriodEnd: 'cancelled',
      pause: 'paused',
      changePlan: 'active',
      undo: 'active',
    },
    grace: { cancelNow: 'expired', cancelAtPeriodEnd: 'cancelled', changePlan: 'grace', undo: 'grace' },
    paused: { cancelNow: 'expired', cancelAtPeriodEnd: 'cancelled', resume: 'active', undo: 'active' },
    cancelled: { renew: 'active', cancelNow: 'expired', reactivate: 'active', undo: 'active' },
    expired: { renew: 'active', end: 'expired', undo: 'active' },
  }
  const aims: Record<SubscriptionAction, SubscriptionStatus> = {
    renew: 'active',
    cancelNow: 'expired',
    cancelAtPeriodEnd: 'cancelled',
    reactivate: 'active',
    pause: 'paused',
    resume: 'active',
    changePlan: 'active',
    end: 'expired',
    undo: 'active',
  }
  const statuses = ['trialing', 'active', 'grace', 'paused', 'cancelled', 'expired'] as const
  const actions = [
    'renew',
    'cancelNow',
    'cancelAtPeriodEnd',
    'reactivate',
    'pause',
    'resume',
    'changePlan',
    'undo',
  ] as const

  it.each(statuses)('knows every action from %s, and names both states when it is illegal', (status) => {
    for (const action of actions) {
      const next = legal[status][action]
      if (next !== undefined) {
        expect(assertTransition(status, action)).toBe(next)
        continue
      }
      const to = aims[action]
      const error: unknown = expect.objectContaining({
        code: 'illegal-transition',
        details: { from: status, to, action },
        message: `A subscription that is ${status} cannot become ${to} by ${action}.`,
      })
      expect(() => assertTransition(status, action)).toThrow(error)
    }
    expect(transitions[status]).toEqual(legal[status])
  })
})
