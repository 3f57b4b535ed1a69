import { describe, expect, it } from 'vitest'
import { every, inr, on, packFrom, spansOf, termsFrom } from '../test-drafts.ts'
import { changePlanAt } from './change.ts'
import { factsOfActs } from './fold.ts'
import { statusOf } from './lifecycle.ts'
import { periodsOf } from './periods.ts'
import { renewTerms } from './renew.ts'
import type { Terms } from './terms.ts'

const spans = (terms: Terms, limit: number) => spansOf(periodsOf(terms, { limit, expected: true }))
const amounts = (terms: Terms, limit: number) =>
  periodsOf(terms, { limit, expected: true }).map(({ dueOn, amount }) => [dueOn, amount])

describe('what renews otherwise from a day on', () => {
  it('is recharged by hand from the end of a period: none of it opens by itself, and all before stands', () => {
    const terms = changePlanAt(termsFrom('2026-01-31'), on('2026-03-31'), { renewal: 'manual' })
    expect(terms).toMatchObject({
      renewal: 'manual',
      opened: 2,
      policy: { early: 'stack', late: 'fromPaymentDate' },
    })
    expect(spansOf(periodsOf(terms, { limit: 5 }))).toEqual([
      '2026-01-31/2026-02-28',
      '2026-02-28/2026-03-31',
    ])
    expect(spans(terms, 3)).toEqual([
      '2026-01-31/2026-02-28',
      '2026-02-28/2026-03-31',
      '2026-03-31/2026-04-30',
    ])
    const { terms: recharged } = renewTerms(terms, { renewedOn: on('2026-04-10'), today: on('2026-04-10') })
    expect(spansOf(periodsOf(recharged))).toEqual([
      '2026-01-31/2026-02-28',
      '2026-02-28/2026-03-31',
      '2026-04-10/2026-05-10',
    ])
  })

  it('is recharged by hand from within a period: that day opened one', () => {
    const change = { renewal: 'manual', interval: every(28, 'day'), price: inr(28_000) } as const
    const terms = changePlanAt(termsFrom('2026-01-01', { price: inr(31_000) }), on('2026-01-11'), change)
    expect(spansOf(periodsOf(terms, { limit: 5 }))).toEqual([
      '2026-01-01/2026-01-11',
      '2026-01-11/2026-02-08',
    ])
    expect(terms.opened).toBe(2)
  })

  it('has no bills any more once it is recharged by hand', () => {
    const terms = changePlanAt(termsFrom('2026-01-05', { billDay: 5, dueDays: 10 }), on('2026-03-05'), {
      renewal: 'manual',
      interval: every(28, 'day'),
    })
    expect(amounts(terms, 3)).toEqual([
      ['2026-02-15', 29_900],
      ['2026-03-15', 29_900],
      ['2026-03-05', 29_900],
    ])
    expect(terms.segments.at(-1)).not.toHaveProperty('billDay')
  })

  it('goes on by itself after its pack, by bills where it has a bill day: the first for its days', () => {
    const pack = packFrom('2026-01-01')
    const plain = changePlanAt(pack, on('2026-01-29'), { renewal: 'automatic' })
    expect(plain).toMatchObject({ renewal: 'automatic', opened: null, policy: { late: 'fromDueDate' } })
    expect(spansOf(periodsOf(plain, { limit: 3 }))).toEqual([
      '2026-01-01/2026-01-29',
      '2026-01-29/2026-02-26',
      '2026-02-26/2026-03-26',
    ])
    const billed = changePlanAt(pack, on('2026-01-29'), {
      renewal: 'automatic',
      interval: every(1, 'month'),
      price: inr(31_000),
      billDay: 10,
      dueDays: 15,
    })
    expect(spans(billed, 3)).toEqual([
      '2026-01-01/2026-01-29',
      '2026-01-29/2026-02-10',
      '2026-02-10/2026-03-10',
    ])
    expect(amounts(billed, 3).slice(1)).toEqual([
      ['2026-02-25', 12_000],
      ['2026-03-25', 31_000],
    ])
  })

  it('is billed on another day of the month, the days up to it apart; due days alone move no bill', () => {
    const terms = termsFrom('2026-01-05', { billDay: 5, dueDays: 10, price: inr(31_000) })
    const moved = changePlanAt(terms, on('2026-03-05'), { billDay: 20 })
    expect(spans(moved, 4)).toEqual([
      '2026-01-05/2026-02-05',
      '2026-02-05/2026-03-05',
      '2026-03-05/2026-03-20',
      '2026-03-20/2026-04-20',
    ])
    expect(amounts(moved, 4).slice(2)).toEqual([
      // 15 of the 28 days from 20 February.
      ['2026-03-30', 16_607],
      ['2026-04-30', 31_000],
    ])
    const later = changePlanAt(terms, on('2026-03-05'), { dueDays: 21 })
    expect(spans(later, 3)).toEqual(spans(terms, 3))
    expect(amounts(later, 3).map(([due]) => due)).toEqual(['2026-02-15', '2026-03-15', '2026-04-26'])
  })

  it('stays as it is where that is said again', () => {
    const terms = termsFrom('2026-01-31')
    expect(changePlanAt(terms, on('2026-02-28'), { renewal: 'automatic' })).toEqual(terms)
    const bills = termsFrom('2026-01-31', { billDay: 31, dueDays: 10 })
    expect(spans(changePlanAt(bills, on('2026-02-28'), { billDay: 31, dueDays: 10 }), 4)).toEqual(
      spans(bills, 4),
    )
  })

  it('refuses a bill day of what is recharged by hand, of 28 days, or that there is not, and due days without one', () => {
    const terms = termsFrom('2026-01-31')
    const refused = [
      { renewal: 'manual', billDay: 5 },
      { billDay: 5, interval: every(28, 'day') },
      { billDay: 32 },
      { billDay: 0 },
      { dueDays: 10 },
      { billDay: 5, dueDays: 61 },
    ] as const
    for (const change of refused)
      for (const day of ['2026-02-28', '2026-02-10'])
        expect(() => changePlanAt(terms, on(day), change)).toThrow(
          expect.objectContaining({ code: 'invalid-terms' }),
        )
    expect(() => changePlanAt(packFrom('2026-01-01'), on('2026-01-29'), { billDay: 5 })).toThrow(
      /by themselves/,
    )
  })
})

describe('an act that says so', () => {
  const at = '2026-03-10T05:00:00Z'
  const started = {
    id: 'a',
    on: on('2026-01-31'),
    at,
    by: null,
    act: {
      kind: 'started',
      draft: { startsOn: on('2026-01-31'), interval: every(1, 'month'), price: inr(29_900) },
    },
  } as const
  const factsOn = (said: string, fromOn: string) =>
    factsOfActs([
      started,
      {
        id: 'b',
        by: null,
        on: on(said),
        at,
        act: { kind: 'planChanged', fromOn: on(fromOn), change: { renewal: 'manual' } },
      },
    ])

  it('ends by itself after the period that runs', () => {
    const facts = factsOn('2026-03-10', '2026-03-31')
    expect(statusOf(facts, on('2026-03-30'))).toBe('active')
    expect(statusOf(facts, on('2026-03-31'))).toBe('expired')
  })

  it('is refused for a later period: nobody can recharge what would open by itself first', () => {
    expect(() => factsOn('2026-03-10', '2026-04-30')).toThrow(/next period begins/)
  })
})
