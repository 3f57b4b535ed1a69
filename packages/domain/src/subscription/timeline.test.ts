import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, factsOf, inr, monthly, packFrom, termsFrom } from '../test-drafts.ts'
import { addDays, daysBetween } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { changePlanAt, changePriceFrom } from './change.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import { nextPeriods, periodAt, periodByIndex, periodsOf } from './periods.ts'
import { cancelFacts, pauseFacts, renewFacts, resumeFacts } from './stop.ts'

interface Step {
  readonly after: number
  readonly kind: 'price' | 'plan' | 'interval' | 'pause' | 'resume' | 'renew' | 'cancel'
  readonly amount: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  after: fc.integer({ min: 0, max: 75 }),
  kind: fc.constantFrom('price', 'plan', 'interval', 'pause', 'resume', 'renew', 'cancel'),
  amount: fc.integer({ min: 1, max: 90_000 }),
})

/** The facts after one step; an illegal step, of which half of all are, changes nothing. */
function stepped(facts: SubscriptionFacts, { kind, amount }: Step, today: CalendarDate): SubscriptionFacts {
  const { terms } = facts
  const price = inr(amount)
  try {
    if (kind === 'price') {
      const [next] = nextPeriods(terms, today, 1, { expected: true })
      return { ...facts, terms: changePriceFrom(terms, next?.index ?? -1, price) }
    }
    if (kind === 'plan') return { ...facts, terms: changePlanAt(terms, today, { price }) }
    if (kind === 'interval')
      return { ...facts, terms: changePlanAt(terms, today, { interval: every(2, 'month') }) }
    if (kind === 'pause')
      return pauseFacts(facts, { fromOn: today, untilOn: addDays(today, amount % 99) }, today)
    if (kind === 'resume') return resumeFacts(facts, today)
    if (kind === 'renew') return renewFacts(facts, { renewedOn: today, today, price }).facts
    return cancelFacts(facts, { requestedOn: today, mode: amount % 2 === 0 ? 'now' : 'atPeriodEnd' })
  } catch {
    return facts
  }
}

describe('a timeline of many changes', () => {
  const starts = {
    monthly: termsFrom('2026-01-31'),
    postpaid: termsFrom('2026-01-20', { billDay: 31, dueDays: 10 }),
    introduced: termsFrom('2026-01-31', { trial: every(7, 'day'), intro: { price: inr(1), periods: 2 } }),
    pack: packFrom('2026-01-31'),
    monthlyPack: packFrom('2026-01-31', { interval: monthly }),
  }
  const anyTimeline = fc
    .tuple(fc.constantFrom(...Object.values(starts)), fc.array(anyStep, { maxLength: 8 }))
    .map(([terms, steps]) => {
      let facts = factsOf(terms)
      let today = terms.startsOn
      for (const step of steps) {
        today = addDays(today, step.after)
        facts = stepped(facts, step, today)
      }
      return facts.terms
    })

  it('has no overlap and no empty period, and gaps only between segments', () => {
    fc.assert(
      fc.property(anyTimeline, (terms) => {
        const periods = periodsOf(terms, { limit: 40 })
        for (const [at, period] of periods.entries()) {
          expect(period.index).toBe(at)
          expect(daysBetween(period.startsOn, period.endsOn)).toBeGreaterThan(0)
          const next = periods[at + 1]
          if (next === undefined) continue
          const gap = daysBetween(period.endsOn, next.startsOn)
          expect(gap).toBeGreaterThanOrEqual(0)
          if (gap > 0) expect(next.segment).toBeGreaterThan(period.segment)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('finds the same period by day, by index and in the list', () => {
    fc.assert(
      fc.property(anyTimeline, fc.nat({ max: 700 }), (terms, after) => {
        const date = addDays(terms.startsOn, after)
        const periods = periodsOf(terms, { limit: 120 })
        const running = periods.find(({ startsOn, endsOn }) => startsOn <= date && date < endsOn)
        expect(periodAt(terms, date)).toEqual(running)
        if (running !== undefined) expect(periodByIndex(terms, running.index)).toEqual(running)
        expect(nextPeriods(terms, date, 1)[0]).toEqual(periods.find(({ startsOn }) => startsOn > date))
      }),
      { numRuns: 200 },
    )
  })

  it('is plain JSON, and says the same after a round trip', () => {
    fc.assert(
      fc.property(anyTimeline, (terms) => {
        expect(JSON.parse(JSON.stringify(terms))).toStrictEqual(terms)
      }),
    )
  })

  it('never rewrites a period that has begun, except to cut it', () => {
    fc.assert(
      fc.property(anyTimeline, anyStep, fc.nat({ max: 300 }), (terms, step, after) => {
        const today = addDays(terms.startsOn, after)
        const begun = periodsOf(terms, { until: today, limit: 60 })
        const { terms: changed } = stepped(factsOf(terms), step, today)
        const kept = periodsOf(changed, { limit: begun.length })
        for (const [at, before] of begun.entries()) {
          expect(kept[at]?.startsOn).toBe(before.startsOn)
          if (at === begun.length - 1 || before.endsOn > today) continue
          expect(kept[at]).toEqual({ ...before, segment: kept[at]?.segment })
        }
      }),
      { numRuns: 150 },
    )
  })
})
