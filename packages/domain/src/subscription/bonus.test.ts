import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFrom, every, inr, monthly, on, spansOf } from '../test-drafts.ts'
import { daysBetween, dateOfEpochDay, epochDayOf } from '../time/calendar.ts'
import { draftOfTerms } from './draft-of-terms.ts'
import { previewPeriods } from './periods.ts'
import { termsOf } from './terms.ts'

const year = every(1, 'year')

describe('what is given on top of the first period', () => {
  it('makes 13 months of 12 paid ones, at the same price, and later years are counted from there', () => {
    const draft = draftFrom('2026-11-20', { interval: year, bonus: monthly, renewal: 'manual' })
    const [first, second] = previewPeriods(draft, 2)
    expect(spansOf([first, second].flatMap((period) => period ?? []))).toEqual([
      '2026-11-20/2027-12-20',
      '2027-12-20/2028-12-20',
    ])
    expect(first).toMatchObject({ amount: 29_900, dueOn: '2026-11-20' })
  })

  it('comes after a free trial, and lengthens the first period at an intro price', () => {
    const trial = draftFrom('2026-01-01', { trial: every(7, 'day'), bonus: every(3, 'day') })
    expect(spansOf(previewPeriods(trial, 3))).toEqual([
      '2026-01-01/2026-01-08',
      '2026-01-08/2026-02-11',
      '2026-02-11/2026-03-11',
    ])
    const intro = draftFrom('2026-01-01', {
      intro: { price: inr(100), periods: 2 },
      bonus: every(3, 'day'),
    })
    expect(previewPeriods(intro, 3).map(({ startsOn, amount }) => [startsOn, amount])).toEqual([
      ['2026-01-01', 100],
      ['2026-02-04', 100],
      ['2026-03-04', 29_900],
    ])
  })

  it('is refused for a bill, and where the period is longer than 1000 days', () => {
    expect(() => termsOf(draftFrom('2026-01-01', { billDay: 5, bonus: monthly }))).toThrow('paid ahead')
    expect(() => termsOf(draftFrom('2026-01-01', { interval: every(3, 'year'), bonus: monthly }))).toThrow(
      '1000',
    )
  })

  it('never costs a day: the first period is longer by exactly it, and the draft is what the terms say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: epochDayOf(on('2024-01-01')), max: epochDayOf(on('2028-12-31')) }),
        fc.constantFrom(monthly, year, every(28, 'day'), every(1, 'week'), every(3, 'month')),
        fc.integer({ min: 1, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        fc.option(fc.constant(every(14, 'day')), { nil: undefined }),
        (day, interval, days, introPeriods, trial) => {
          const plain = draftFrom(dateOfEpochDay(day), {
            interval,
            trial,
            intro: introPeriods === undefined ? undefined : { price: inr(1), periods: introPeriods },
          })
          const terms = termsOf({ ...plain, bonus: every(days, 'day') })
          expect(termsOf(draftOfTerms(terms))).toEqual(terms)
          const at = trial === undefined ? 0 : 1
          const [before, after] = [plain, { ...plain, bonus: every(days, 'day') }].map(
            (draft) => previewPeriods(draft, 6)[at],
          )
          if (before === undefined || after === undefined) throw new Error('No period')
          expect(after).toMatchObject({ startsOn: before.startsOn, amount: before.amount })
          expect(daysBetween(before.endsOn, after.endsOn)).toBe(days)
        },
      ),
      { numRuns: 200 },
    )
  })
})
