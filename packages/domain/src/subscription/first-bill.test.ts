import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFrom, every, factsOf, inr, on } from '../test-drafts.ts'
import { chargesToRaise } from '../billing/charge.ts'
import { dateOfEpochDay, epochDayOf } from '../time/calendar.ts'
import { changePlanAt, changePriceFrom } from './change.ts'
import { draftOfTerms } from './draft-of-terms.ts'
import { periodsOf, previewPeriods } from './periods.ts'
import { firstBillOn, termsOf } from './terms.ts'
import type { Draft } from './draft.ts'

const billOf = (changes: Partial<Draft>) =>
  draftFrom('2026-11-20', { billDay: 5, dueDays: 10, price: inr(30_000), ...changes })
const told = (draft: Draft, count: number) =>
  previewPeriods(draft, count).map(({ startsOn, billedOn, amount }) => [startsOn, billedOn, amount])

describe('the first bill of a postpaid plan', () => {
  it('is for the whole running month where the connection was there before', () => {
    expect(told(billOf({ firstBill: 'whole' }), 2)).toEqual([
      ['2026-11-20', '2026-12-05', 30_000],
      ['2026-12-05', '2027-01-05', 30_000],
    ])
  })

  it('is for its days where the provider makes a short one, and costs nothing where it makes none', () => {
    expect(told(billOf({ firstBill: 'byDay' }), 1)).toEqual([['2026-11-20', '2026-12-05', 15_000]])
    expect(told(billOf({}), 1)).toEqual(told(billOf({ firstBill: 'byDay' }), 1))
    expect(told(billOf({ firstBill: 'none' }), 2)).toEqual([
      ['2026-11-20', '2026-12-05', 0],
      ['2026-12-05', '2027-01-05', 30_000],
    ])
  })

  it('is not asked about where the start is a bill date', () => {
    expect(firstBillOn(on('2026-11-20'), 5)).toBe('2026-12-05')
    expect(firstBillOn(on('2026-11-05'), 5)).toBe('2026-11-05')
    expect(firstBillOn(on('2026-02-28'), 31)).toBe('2026-02-28')
    for (const firstBill of ['whole', 'byDay', 'none'] as const)
      expect(told({ ...billOf({ firstBill }), startsOn: on('2026-11-05') }, 1)).toEqual([
        ['2026-11-05', '2026-12-05', 30_000],
      ])
  })

  it('of a whole month is cut by the days of that month', () => {
    const terms = termsOf(billOf({ firstBill: 'whole' }))
    expect(periodsOf(terms, { cutOn: on('2026-12-01') })).toMatchObject([
      { endsOn: '2026-12-01', days: 26, ofDays: 30, amount: 26_000 },
    ])
    const free = termsOf(billOf({ firstBill: 'none' }))
    expect(periodsOf(free, { cutOn: on('2026-12-01') })).toMatchObject([{ days: 0, amount: 0 }])
  })

  it('of another plan from a day on is by its days: nothing is billed twice', () => {
    const terms = changePlanAt(termsOf(billOf({ firstBill: 'whole' })), on('2026-12-01'), {
      price: inr(60_000),
    })
    expect(periodsOf(terms, { limit: 3 }).map(({ startsOn, amount }) => [startsOn, amount])).toEqual([
      ['2026-11-20', 26_000],
      ['2026-12-01', 8000],
      ['2026-12-05', 60_000],
    ])
  })

  it('follows another price, and stays what it is', () => {
    for (const [firstBill, amount] of [
      ['whole', 60_000],
      ['none', 0],
    ] as const) {
      const terms = termsOf(billOf({ firstBill }))
      expect(periodsOf(changePriceFrom(terms, 0, inr(60_000)), { limit: 1 })).toMatchObject([{ amount }])
      const changed = changePlanAt(terms, terms.startsOn, { price: inr(60_000) })
      expect(periodsOf(changed, { limit: 1 })).toMatchObject([{ amount }])
    }
  })

  it('that is none is no period of an intro price', () => {
    const intro = { price: inr(10_000), periods: 2 }
    expect(told(billOf({ firstBill: 'none', intro }), 4).map(([, , amount]) => amount)).toEqual([
      0, 10_000, 10_000, 30_000,
    ])
    expect(told(billOf({ firstBill: 'whole', intro }), 3).map(([, , amount]) => amount)).toEqual([
      10_000, 10_000, 30_000,
    ])
  })

  it('needs a bill day', () => {
    expect(() => termsOf(draftFrom('2026-11-20', { firstBill: 'whole' }))).toThrow('bill day')
  })

  it('raises one charge for every bill date, none for a day that no period holds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: epochDayOf(on('2024-01-01')), max: epochDayOf(on('2028-12-31')) }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(1, 3, 12),
        fc.constantFrom('whole', 'byDay', 'none'),
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        (day, billDay, count, firstBill, introPeriods) => {
          const draft = draftFrom(dateOfEpochDay(day), {
            billDay,
            interval: every(count, 'month'),
            firstBill,
            intro: introPeriods === undefined ? undefined : { price: inr(999), periods: introPeriods },
          })
          const terms = termsOf(draft)
          expect(termsOf(draftOfTerms(terms))).toEqual(terms)
          const raised = chargesToRaise(factsOf(terms), on('2029-06-01'))
          expect(
            raised.every((period, at) => period.startsOn === (raised[at - 1]?.endsOn ?? draft.startsOn)),
          ).toBe(true)
          const [first] = raised
          const isStub = firstBillOn(draft.startsOn, billDay) !== draft.startsOn
          const whole = introPeriods === undefined || (isStub && firstBill === 'none') ? 29_900 : 999
          if (firstBill === 'whole' || !isStub)
            expect(first?.amount).toBe(introPeriods === undefined ? 29_900 : 999)
          else if (firstBill === 'none') expect(first?.amount).toBe(0)
          else expect(first?.amount).toBeLessThan(whole)
        },
      ),
      { numRuns: 200 },
    )
  })
})
