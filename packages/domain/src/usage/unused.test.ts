import { describe, expect, it } from 'vitest'
import { factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import type { UsageReading } from './reading.ts'
import { mayBeUnused, unusedOf, usedInMonth } from './unused.ts'
import type { UsageKind } from './usage-kind.ts'

const noted = (date: string, amount: number, kind: UsageKind = 'used'): UsageReading => ({
  kind,
  on: on(date),
  since: on(date),
  covers: 'day',
  amount,
})
const netflix = factsOf(termsFrom('2026-01-10'))
const unused = (readings: UsageReading[], today: string, facts: SubscriptionFacts = netflix) =>
  unusedOf(facts, readings, on(today))

describe('a subscription that nobody uses', () => {
  it('is one whose last use is 60 days ago, not one less', () => {
    const readings = [noted('2026-08-01', 1), noted('2026-09-01', 90, 'hours')]
    expect(unused(readings, '2026-10-30')).toBeNull()
    expect(unused(readings, '2026-10-31')).toEqual({ lastUsedOn: '2026-09-01', days: 60 })
  })

  it('is not one of which nobody ever said anything', () => {
    expect(unused([], '2026-11-30')).toBeNull()
  })

  it('counts from the first month that was answered with no, where it was never used', () => {
    expect(unused([noted('2026-09-20', 0)], '2026-10-30')).toBeNull()
    expect(unused([noted('2026-09-20', 0)], '2026-10-31')).toEqual({ lastUsedOn: null, days: 60 })
  })

  it('is used again with the next use, whatever was answered', () => {
    const readings = [noted('2026-08-01', 1), noted('2026-11-02', 0), noted('2026-11-10', 1)]
    expect(unused(readings, '2026-11-30')).toBeNull()
  })

  it('never is younger than 60 days, scheduled, paused, cancelled or over', () => {
    const no = [noted('2026-01-20', 0)]
    expect(unused(no, '2026-03-10')).toBeNull()
    expect(unused(no, '2026-03-11')?.days).toBe(60)
    const today = '2026-11-30'
    const cancelled = {
      ...netflix,
      cancellation: { requestedOn: on(today), effectiveOn: on('2026-12-10'), mode: 'atPeriodEnd' as const },
    }
    const paused = { ...netflix, pauses: [{ fromOn: on('2026-11-10'), untilOn: null }] }
    const over = factsOf(packFrom('2026-01-10'))
    const ahead = factsOf(termsFrom('2027-01-01'))
    for (const facts of [cancelled, paused, over, ahead]) {
      expect(mayBeUnused(facts, on(today))).toBe(false)
      expect(unused(no, today, facts)).toBeNull()
    }
  })

  it('knows nothing of what is noted of later days', () => {
    expect(unused([noted('2026-06-01', 1), noted('2026-12-01', 1)], '2026-11-30')?.lastUsedOn).toBe(
      '2026-06-01',
    )
  })
})

describe('whether it was used this month', () => {
  it('is yes with any use, no where somebody said so, and else not known', () => {
    expect(usedInMonth([], '2026-11')).toBeNull()
    expect(usedInMonth([noted('2026-10-31', 1)], '2026-11')).toBeNull()
    expect(usedInMonth([noted('2026-11-02', 0)], '2026-11')).toBe(false)
    expect(usedInMonth([noted('2026-11-02', 0), noted('2026-11-20', 30, 'hours')], '2026-11')).toBe(true)
  })
})
