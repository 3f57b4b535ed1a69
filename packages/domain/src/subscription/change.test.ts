import { describe, expect, it } from 'vitest'
import { DomainError } from '../error.ts'
import { chargesToRaise } from '../billing/charge.ts'
import { every, factsOf, inr, on, packFrom, spansOf, termsFrom } from '../test-drafts.ts'
import { changePlanAt, changePriceFrom, closedBefore } from './change.ts'
import { debitsAhead } from './debits-ahead.ts'
import { forecastDebits } from './forecast.ts'
import { statusOf } from './lifecycle.ts'
import { closedOn, periodsOf } from './periods.ts'
import { renewTerms } from './renew.ts'
import { renewFacts } from './stop.ts'
import type { Terms } from './terms.ts'

const first = (terms: Terms, limit: number) =>
  periodsOf(terms, { limit, expected: true }).map(({ startsOn, amount }) => [startsOn, amount])

describe('changePriceFrom', () => {
  it('keeps the anchor, so that the 31st does not drift', () => {
    const terms = changePriceFrom(termsFrom('2026-01-31'), 1, inr(34_900))
    expect(first(terms, 4)).toEqual([
      ['2026-01-31', 29_900],
      ['2026-02-28', 34_900],
      ['2026-03-31', 34_900],
      ['2026-04-30', 34_900],
    ])
    expect(terms.segments).toMatchObject([
      { anchorOn: '2026-01-31', firstOccurrence: 0, periods: 1 },
      { anchorOn: '2026-01-31', firstOccurrence: 1, periods: null },
    ])
  })

  it('changes twice, and on the first period replaces the price', () => {
    const once = changePriceFrom(termsFrom('2026-01-31'), 2, inr(1))
    expect(first(changePriceFrom(once, 3, inr(2)), 4).map(([, amount]) => amount)).toEqual([
      29_900, 29_900, 1, 2,
    ])
    expect(changePriceFrom(termsFrom('2026-01-31'), 0, inr(5)).segments).toHaveLength(1)
    expect(first(changePriceFrom(once, 1, inr(7)), 4).map(([, amount]) => amount)).toEqual([29_900, 7, 7, 7])
  })

  it('keeps the promise of a trial and an intro price', () => {
    const terms = termsFrom('2026-01-01', { trial: every(7, 'day'), intro: { price: inr(100), periods: 2 } })
    expect(first(changePriceFrom(terms, 1, inr(500)), 4).map(([, amount]) => amount)).toEqual([
      0, 100, 100, 500,
    ])
  })

  it('changes the tax when told, and only then', () => {
    const gst = { included: false, basisPoints: 1800 }
    const terms = termsFrom('2026-01-01', { tax: gst })
    expect(first(changePriceFrom(terms, 1, inr(10_000)), 2)[1]).toEqual(['2026-02-01', 11_800])
    expect(
      first(changePriceFrom(terms, 1, inr(10_000), { included: true, basisPoints: 1800 }), 2)[1],
    ).toEqual(['2026-02-01', 10_000])
  })

  it('keeps the bill day of a postpaid plan', () => {
    const terms = changePriceFrom(termsFrom('2026-01-20', { billDay: 5, dueDays: 10 }), 2, inr(100))
    expect(periodsOf(terms, { from: 1, limit: 2 })).toMatchObject([
      { endsOn: '2026-03-05', amount: 29_900 },
      { endsOn: '2026-04-05', amount: 100, dueOn: '2026-04-15' },
    ])
  })

  it('refuses another currency, a negative price and a negative index', () => {
    const terms = termsFrom('2026-01-31')
    expect(() => changePriceFrom(terms, 1, { amount: 1, currency: 'USD' })).toThrow(/do not add/)
    expect(() => changePriceFrom(terms, 1, inr(-1))).toThrow(/at least 0/)
    expect(() => changePriceFrom(terms, -1, inr(1))).toThrow(/not the index/)
    expect(() => changePriceFrom(terms, 1, inr(1), { included: true, basisPoints: 1.5 })).toThrow(
      /not a tax rate/,
    )
  })
})

describe('changePlanAt', () => {
  it('on a boundary begins the new plan with the next period', () => {
    const terms = termsFrom('2026-01-31')
    const changed = changePlanAt(terms, on('2026-02-28'), { price: inr(64_900) })
    expect(first(changed, 3)).toEqual([
      ['2026-01-31', 29_900],
      ['2026-02-28', 64_900],
      ['2026-03-31', 64_900],
    ])
  })

  it('on a boundary counts another interval from there', () => {
    const yearly = { price: inr(149_900), interval: every(1, 'year') }
    const terms = changePlanAt(termsFrom('2026-01-31'), on('2026-02-28'), yearly)
    expect(first(terms, 3)).toEqual([
      ['2026-01-31', 29_900],
      ['2026-02-28', 149_900],
      ['2027-02-28', 149_900],
    ])
    expect(first(changePlanAt(termsFrom('2026-01-31'), on('2026-01-31'), yearly), 2)).toEqual([
      ['2026-01-31', 149_900],
      ['2027-01-31', 149_900],
    ])
  })

  it('within a prepaid period cuts it, and it costs its days only', () => {
    const changed = changePlanAt(termsFrom('2026-03-01', { price: inr(31_000) }), on('2026-03-11'), {
      price: inr(50_000),
    })
    expect(periodsOf(changed, { limit: 2 })).toMatchObject([
      { startsOn: '2026-03-01', endsOn: '2026-03-11', amount: 10_000, days: 10 },
      { startsOn: '2026-03-11', endsOn: '2026-04-11', amount: 50_000 },
    ])
  })

  it('within a postpaid period bills both plans by days and keeps the bill day', () => {
    const terms = termsFrom('2026-03-05', { billDay: 5, price: inr(31_000) })
    const changed = changePlanAt(terms, on('2026-03-15'), { price: inr(62_000) })
    expect(periodsOf(changed, { limit: 3 })).toMatchObject([
      { startsOn: '2026-03-05', endsOn: '2026-03-15', days: 10, ofDays: 31, amount: 10_000 },
      { startsOn: '2026-03-15', endsOn: '2026-04-05', days: 21, ofDays: 31, amount: 42_000 },
      { startsOn: '2026-04-05', endsOn: '2026-05-05', amount: 62_000 },
    ])
  })

  it('ends a trial or an intro price', () => {
    const trial = termsFrom('2026-01-01', { trial: every(30, 'day') })
    const changed = changePlanAt(trial, on('2026-01-11'), { price: inr(100) })
    expect(first(changed, 2)).toEqual([
      ['2026-01-01', 0],
      ['2026-01-11', 100],
    ])
    expect(first(changePlanAt(trial, on('2026-01-01'), { price: inr(100) }), 2)).toEqual([
      ['2026-01-01', 100],
      ['2026-02-01', 100],
    ])
    const intro = termsFrom('2026-01-31', { intro: { price: inr(1), periods: 6 } })
    expect(first(changePlanAt(intro, on('2026-02-28'), { price: inr(100) }), 3)).toEqual([
      ['2026-01-31', 1],
      ['2026-02-28', 100],
      ['2026-03-31', 100],
    ])
  })

  it('opens a period of the new plan when it cuts a pack, and none on its end', () => {
    const pack = packFrom('2026-01-01', { price: inr(28_000) })
    const cut = changePlanAt(pack, on('2026-01-08'), { price: inr(50_000), interval: every(56, 'day') })
    expect(cut.opened).toBe(2)
    expect(spansOf(periodsOf(cut))).toEqual(['2026-01-01/2026-01-08', '2026-01-08/2026-03-05'])
    const after = changePlanAt(pack, on('2026-01-29'), { price: inr(50_000) })
    expect(after.opened).toBe(1)
    expect(first(after, 2)[1]).toEqual(['2026-01-29', 50_000])
    const stopped = changePlanAt(pack, on('2026-03-15'), { price: inr(50_000) })
    expect(stopped.opened).toBe(1)
    expect(first(stopped, 3)).toEqual([
      ['2026-01-01', 28_000],
      ['2026-03-15', 50_000],
      ['2026-04-12', 50_000],
    ])
  })

  it('refuses to change packs that are paid already, and days before the start', () => {
    const pack = packFrom('2026-01-10')
    const { terms } = renewTerms(pack, { renewedOn: on('2026-01-20'), today: on('2026-01-20') })
    const change = { price: inr(1) }
    expect(() => changePlanAt(terms, on('2026-01-20'), change)).toThrow(/paid from that day/)
    expect(() => changePlanAt(terms, on('2026-02-07'), change)).toThrow(/paid from that day/)
    expect(() => changePlanAt(pack, on('2026-01-10'), change)).toThrow(/paid from that day/)
    expect(changePlanAt(terms, on('2026-02-08'), change).opened).toBe(3)
    expect(() => changePlanAt(pack, on('2026-01-09'), change)).toThrow(/before it starts/)
    expect(() =>
      changePlanAt(termsFrom('2026-01-10', { billDay: 1 }), on('2026-02-01'), { interval: every(28, 'day') }),
    ).toThrow(/whole months/)
  })

  it('on the end of a pack keeps its day for another price', () => {
    const pack = packFrom('2026-01-31', { interval: every(1, 'month') })
    const terms = changePlanAt(pack, on('2026-02-28'), { price: inr(100) })
    expect(first(terms, 3)).toEqual([
      ['2026-01-31', 29_900],
      ['2026-02-28', 100],
      ['2026-03-31', 100],
    ])
  })

  it('counts another interval of a bill from the bill date', () => {
    const terms = termsFrom('2026-01-20', { billDay: 31 })
    const quarterly = { interval: every(3, 'month'), price: inr(80_000) }
    expect(spansOf(periodsOf(changePlanAt(terms, on('2026-02-28'), quarterly), { limit: 4 }))).toEqual([
      '2026-01-20/2026-01-31',
      '2026-01-31/2026-02-28',
      '2026-02-28/2026-05-31',
      '2026-05-31/2026-08-31',
    ])
  })

  it('refuses impossible changes within a period too', () => {
    const terms = termsFrom('2026-01-31')
    const refused = [
      { price: inr(-1) },
      { price: { amount: 1, currency: 'USD' } },
      { interval: every(0, 'day') },
      { tax: { included: true, basisPoints: -1 } },
    ]
    for (const change of refused)
      expect(() => changePlanAt(terms, on('2026-02-10'), change)).toThrow(DomainError)
  })

  it('changes nothing at a boundary when nothing is to change', () => {
    const terms = termsFrom('2026-01-31')
    expect(changePlanAt(terms, on('2026-02-28'), {})).toEqual(terms)
  })
})

describe('terms that end', () => {
  const closed = closedBefore(termsFrom('2026-01-31'), 3)

  it('have no period after their last, and are over when it is', () => {
    expect(spansOf(periodsOf(closed))).toEqual([
      '2026-01-31/2026-02-28',
      '2026-02-28/2026-03-31',
      '2026-03-31/2026-04-30',
    ])
    expect(closedOn(closed)).toBe('2026-04-30')
    expect(statusOf(factsOf(closed), on('2026-04-29'))).toBe('active')
    expect(statusOf(factsOf(closed), on('2026-04-30'))).toBe('expired')
    expect(closedOn(termsFrom('2026-01-31'))).toBeNull()
  })

  it('have no debit, charge or decision beyond it', () => {
    const facts = factsOf(closed)
    expect(chargesToRaise(facts, on('2027-01-01'))).toHaveLength(3)
    const rule = { noticeDays: 0, mandateHours24: true }
    const nothing = { next: null, decide: null }
    expect(debitsAhead(facts, rule, { raised: 3, open: [] }, on('2026-04-10'))).toEqual(nothing)
    expect(forecastDebits(facts, { from: on('2026-04-01'), until: on('2028-01-01') })).toEqual([])
  })

  it('of a manual pack are not recharged, and forecast nothing', () => {
    const pack = closedBefore(packFrom('2026-01-01'), 1)
    const today = on('2026-01-29')
    expect(() => renewTerms(pack, { renewedOn: today, today })).toThrow('It ended with its last period.')
    expect(forecastDebits(factsOf(pack), { from: today, until: on('2027-01-01') }, { today })).toEqual([])
  })

  it('go on at their last price when they are started again', () => {
    const today = on('2026-06-10')
    const { facts, period } = renewFacts(factsOf(closed), { renewedOn: today, today })
    expect(period).toMatchObject({ index: 3, startsOn: '2026-06-10', amount: 29_900 })
    expect(statusOf(facts, on('2030-01-01'))).toBe('active')
  })
})

const plansOf = ({ segments }: Terms) =>
  segments.map(({ planId, priceVersionId }) => [planId, priceVersionId])

const ofPlan = (planId: string, priceVersionId: string) =>
  termsFrom('2026-01-31', { planId, priceVersionId, trial: every(7, 'day') })

describe('segments', () => {
  it('say of which plan and price they are; a price of one’s own is of none', () => {
    const terms = ofPlan('netflix', 'v1')
    expect(plansOf(terms)).toEqual([
      ['netflix', 'v1'],
      ['netflix', 'v1'],
    ])
    expect(plansOf(changePriceFrom(terms, 4, inr(100))).at(-1)).toEqual(['netflix', null])
    const moved = changePlanAt(terms, on('2026-03-07'), {
      planId: 'prime',
      priceVersionId: 'v9',
      price: inr(100),
    })
    expect(plansOf(moved).at(-1)).toEqual(['prime', 'v9'])
    expect(plansOf(termsFrom('2026-01-31'))).toEqual([[undefined, undefined]])
  })
})
