import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, inr, monthly, on, packFrom, spansOf, startsOf, termsFrom } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import { begunOtherwise } from './begun-otherwise.ts'
import { changePlanAt, changePriceFrom } from './change.ts'
import { draftOfTerms } from './draft-of-terms.ts'
import { periodsOf } from './periods.ts'
import { renewTerms } from './renew.ts'
import { renewFacts } from './stop.ts'
import type { Terms } from './terms.ts'

const recharged = (terms: Terms, ...days: string[]): Terms =>
  days.reduce((before, day) => renewTerms(before, { renewedOn: on(day), today: on(day) }).terms, terms)
const from = (terms: Terms, startsOn: string): Terms =>
  begunOtherwise(terms, { ...draftOfTerms(terms), startsOn: on(startsOn) })
const amounts = (terms: Terms, limit: number) =>
  periodsOf(terms, { limit, expected: true }).map(({ startsOn, amount }) => `${startsOn} ${amount}`)

const shown = (terms: Terms) =>
  periodsOf(terms, { limit: 12, expected: true }).map(({ startsOn, endsOn, amount, expected }) => ({
    startsOn,
    endsOn,
    amount,
    expected,
  }))

describe('terms that began otherwise', () => {
  it('keep the days of recharges that came late, whatever the first day was', () => {
    const pack = recharged(packFrom('2026-01-01'), '2026-02-03', '2026-03-10')
    expect(spansOf(periodsOf(from(pack, '2026-01-03')))).toEqual([
      '2026-01-03/2026-01-31',
      '2026-02-03/2026-03-03',
      '2026-03-10/2026-04-07',
    ])
    expect(startsOf(periodsOf(from(pack, '2025-12-29')))).toEqual(['2025-12-29', '2026-02-03', '2026-03-10'])
  })

  it('let a recharge wait behind what still runs then', () => {
    const pack = recharged(packFrom('2026-01-01'), '2026-01-29')
    expect(spansOf(periodsOf(from(pack, '2026-01-03')))).toEqual([
      '2026-01-03/2026-01-31',
      '2026-01-31/2026-02-28',
    ])
  })

  it('keep packs of other lengths and prices, and what the next one was to cost', () => {
    const pack = packFrom('2026-01-01')
    const long = renewTerms(pack, {
      renewedOn: on('2026-02-05'),
      today: on('2026-02-05'),
      price: inr(85_900),
      interval: every(84, 'day'),
    }).terms
    const dearer = changePriceFrom(long, 2, inr(90_000))
    const other = begunOtherwise(dearer, {
      ...draftOfTerms(dearer),
      startsOn: on('2026-01-02'),
      price: inr(19_900),
    })
    expect(amounts(other, 3)).toEqual(['2026-01-02 19900', '2026-02-05 85900', '2026-04-30 90000'])
  })

  it('refuse a first day after a recharge', () => {
    const pack = recharged(packFrom('2026-01-01'), '2026-02-03')
    expect(() => from(pack, '2026-02-04')).toThrow(
      expect.objectContaining({
        code: 'invalid-terms',
        details: expect.objectContaining({ field: 'startsOn' }),
      }),
    )
  })

  it('keep later prices, plans and starts of what opens by itself', () => {
    const dearer = changePriceFrom(termsFrom('2026-01-31'), 3, inr(64_900))
    expect(amounts(from(dearer, '2026-01-29'), 5)).toEqual([
      '2026-01-29 29900',
      '2026-02-28 29900',
      '2026-03-29 29900',
      '2026-04-29 64900',
      '2026-05-29 64900',
    ])
    const planned = changePlanAt(termsFrom('2026-01-10'), on('2026-03-20'), { price: inr(49_900) })
    expect(startsOf(periodsOf(from(planned, '2026-01-12'), { limit: 4 }))).toEqual([
      '2026-01-12',
      '2026-02-12',
      '2026-03-12',
      '2026-03-20',
    ])
    const left = {
      requestedOn: on('2026-03-02'),
      effectiveOn: on('2026-03-10'),
      mode: 'atPeriodEnd' as const,
    }
    const again = renewFacts(
      { terms: termsFrom('2026-01-10'), pauses: [], cancellation: left },
      { renewedOn: on('2026-06-01'), today: on('2026-06-01') },
    ).facts.terms
    expect(spansOf(periodsOf(from(again, '2026-01-08'), { limit: 4 }))).toEqual([
      '2026-01-08/2026-02-08',
      '2026-02-08/2026-03-08',
      '2026-03-08/2026-03-10',
      '2026-06-01/2026-07-01',
    ])
  })

  it('are what they were where nothing is said otherwise', () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 70 }),
      price: fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: undefined }),
      interval: fc.constantFrom(undefined, every(28, 'day'), every(84, 'day'), monthly),
      policy: fc.constantFrom(
        undefined,
        'stack' as const,
        'fromPaymentDate' as const,
        'fromDueDate' as const,
      ),
    })
    fc.assert(
      fc.property(
        fc.constantFrom('2026-01-31', '2026-02-10', '2024-02-29'),
        fc.constantFrom(monthly, every(28, 'day')),
        fc.array(step, { maxLength: 6 }),
        (startsOn, interval, steps) => {
          let terms = packFrom(startsOn, { interval })
          let day = on(startsOn)
          for (const { after, price, ...said } of steps) {
            day = addDays(day, after)
            const change = price === undefined ? said : { ...said, price: inr(price) }
            terms = renewTerms(terms, { ...change, renewedOn: day, today: day }).terms
          }
          expect(shown(begunOtherwise(terms, draftOfTerms(terms)))).toEqual(shown(terms))
        },
      ),
      { numRuns: 500 },
    )
  })
})
