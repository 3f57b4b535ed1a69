import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumByCurrency } from '../money/sum.ts'
import { debitsOf } from '../overview/cash-ahead.ts'
import { changePriceFrom } from '../subscription/change.ts'
import { forecastDebits } from '../subscription/forecast.ts'
import { every, factsOf, inr, on, packFrom, termsFrom } from '../test-drafts.ts'
import { addMonths } from '../time/calendar.ts'
import { endOfMonthsAhead, monthsAhead } from './months-ahead.ts'
import { riseOf } from './rise.ts'
import { spendOf, type SpendItem } from './spend.ts'

const months = ['2026-09', '2026-10', '2026-11']
const item = (month: string, amount: number, ...keys: string[]): SpendItem => ({
  month,
  keys,
  amount: { amount, currency: 'INR' },
})

const subscription = (id: string, terms: ReturnType<typeof termsFrom>) => ({
  id,
  name: id,
  kind: 'ott' as const,
  providerId: id,
  facts: factsOf(terms),
  paidByMemberId: 'asha',
  ownerMemberId: 'asha',
})

describe('spend', () => {
  it('has every month, the largest group first, and what has no name last', () => {
    const { groups, ...spend } = spendOf(
      [item('2026-09', 100, 'ott'), item('2026-11', 300, 'mobile'), item('2026-11', 50)],
      { months, currency: 'INR' },
    )
    expect(spend.months).toEqual([
      { month: '2026-09', totals: [{ amount: 100, currency: 'INR' }] },
      { month: '2026-10', totals: [] },
      { month: '2026-11', totals: [{ amount: 350, currency: 'INR' }] },
    ])
    expect(groups.map(({ key, totals }) => [key, totals[0]?.amount])).toEqual([
      ['mobile', 300],
      ['ott', 100],
      [null, 50],
    ])
  })

  it('counts what has two labels under both, and once in the month', () => {
    const { months: found, groups } = spendOf([item('2026-11', 100, 'kids', 'fun', 'kids')], {
      months,
      currency: 'INR',
    })
    expect(found[2]?.totals).toEqual([{ amount: 100, currency: 'INR' }])
    expect(groups.map(({ key, totals }) => [key, totals[0]?.amount])).toEqual([
      ['fun', 100],
      ['kids', 100],
    ])
  })

  it('adds up: groups of one name each are the months, whatever the order', () => {
    const spent = fc.record({
      month: fc.constantFrom(...months, '2026-12'),
      keys: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 1 }),
      amount: fc.record({
        amount: fc.integer({ min: -1000, max: 100_000 }),
        currency: fc.constantFrom('INR', 'USD'),
      }),
    })
    fc.assert(
      fc.property(fc.array(spent, { maxLength: 30 }), (items) => {
        const spend = spendOf(items, { months, currency: 'INR' })
        for (const [at, { totals }] of spend.months.entries())
          expect(sumByCurrency(spend.groups.flatMap((group) => group.months[at]?.totals ?? []))).toEqual(
            totals,
          )
        expect(sumByCurrency(spend.groups.flatMap((group) => group.totals))).toEqual(
          sumByCurrency(items.filter(({ month }) => month !== '2026-12').map(({ amount }) => amount)),
        )
        expect(spendOf(items.toReversed(), { months, currency: 'INR' })).toEqual(spend)
      }),
    )
  })
})

describe('months ahead', () => {
  const today = on('2026-11-20')
  it('are thirteen debits of a 28-day pack in a year, not twelve', () => {
    const jio = subscription(
      'jio',
      termsFrom('2026-11-22', { interval: every(28, 'day'), price: inr(29_900) }),
    )
    const debits = debitsOf(jio, [], today, endOfMonthsAhead(today, 12))
    const ahead = monthsAhead(debits, today, 12)
    expect(ahead.map(({ month }) => month).slice(0, 3)).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(debits.filter(({ on: day }) => day < '2027-11-01')).toHaveLength(13)
    expect(sumByCurrency(ahead.flatMap(({ totals }) => totals))).toEqual([
      { amount: 13 * 29_900, currency: 'INR' },
    ])
  })

  it('are what the forecast says, to the paisa, of any interval and day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('day', 'week', 'month', 'year'),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 24 }),
        (count, unit, price, span) => {
          const interval = { count: unit === 'year' ? 1 + (count % 3) : count, unit } as const
          const terms = termsFrom('2026-11-03', { interval, price: inr(price) })
          const until = endOfMonthsAhead(today, span)
          const debits = debitsOf(subscription('x', terms), [], today, until)
          const expected = forecastDebits(factsOf(terms), { from: today, until }, { today })
          const sums = monthsAhead(debits, today, span).flatMap(({ totals }) => totals)
          expect(sumByCurrency(sums)).toEqual(sumByCurrency(expected.map(({ amount }) => amount)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('name each payer with the debits of that month only', () => {
    const netflix = subscription('netflix', termsFrom('2026-11-25', { price: inr(64_900) }))
    const [first, second] = monthsAhead(debitsOf(netflix, [], today, addMonths(today, 3)), today, 2)
    expect(first?.payers).toMatchObject([
      { memberId: 'asha', amount: 64_900, debits: [{ on: '2026-11-25' }] },
    ])
    expect(second?.payers).toMatchObject([
      { memberId: 'asha', amount: 64_900, debits: [{ on: '2026-12-25' }] },
    ])
  })
})

describe('a rise', () => {
  const today = on('2026-11-20')

  it('is none of what costs the same, has just begun, or became cheaper', () => {
    expect(riseOf(termsFrom('2025-01-01', { price: inr(100) }), today)).toBeNull()
    expect(riseOf(termsFrom('2026-11-20', { price: inr(100) }), today)).toBeNull()
    expect(riseOf(packFrom('2026-01-01'), today)).toBeNull()
  })

  it('is twelve times what a month costs more than a year ago', () => {
    const dearer = changePriceFrom(termsFrom('2025-01-05', { price: inr(49_900) }), 17, inr(64_900))
    expect(riseOf(dearer, today)).toEqual({
      since: '2025-11-20',
      before: inr(49_900),
      now: inr(64_900),
      perYear: inr(180_000),
    })
  })
})
