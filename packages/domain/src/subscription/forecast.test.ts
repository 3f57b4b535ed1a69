import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, factsOf, inr, monthly, on, packFrom, termsFrom } from '../test-drafts.ts'
import { addMonths } from '../time/calendar.ts'
import { forecastDebits, monthlyCost } from './forecast.ts'
import type { SubscriptionFacts } from './lifecycle.ts'
import { previewPeriods } from './periods.ts'
import { renewTerms } from './renew.ts'
import { cancelFacts, pauseFacts } from './stop.ts'

const window = (from: string, until: string) => ({ from: on(from), until: on(until) })
const datesOf = (debits: readonly { readonly on: string }[]): string[] => debits.map((debit) => debit.on)
const monthFrom = (day: string) => ({ from: on(day), until: addMonths(on(day), 1) })
const year = window('2026-01-01', '2027-01-01')

describe('forecastDebits', () => {
  it('takes from the first day on and stops before the last', () => {
    const facts = factsOf(termsFrom('2026-01-31'))
    expect(forecastDebits(facts, window('2026-01-31', '2026-03-31'))).toEqual([
      { on: '2026-01-31', amount: inr(29_900), index: 0, expected: false },
      { on: '2026-02-28', amount: inr(29_900), index: 1, expected: false },
    ])
    expect(datesOf(forecastDebits(facts, window('2026-02-01', '2026-04-01')))).toEqual([
      '2026-02-28',
      '2026-03-31',
    ])
    expect(forecastDebits(facts, window('2025-01-01', '2026-01-31'))).toEqual([])
  })

  it('makes 14 recharges of a 28-day pack that begins on the first day of the year, else 13', () => {
    expect(forecastDebits(factsOf(packFrom('2026-01-01')), year)).toHaveLength(14)
    expect(forecastDebits(factsOf(packFrom('2026-01-02')), year)).toHaveLength(13)
    const yearFromTomorrow = window('2026-01-02', '2027-01-02')
    expect(forecastDebits(factsOf(packFrom('2026-01-01')), yearFromTomorrow)).toHaveLength(13)
  })

  it('marks recharges that nobody made yet, and leaves them out when told', () => {
    const facts = factsOf(packFrom('2026-01-01'))
    const january = window('2026-01-01', '2026-02-28')
    expect(forecastDebits(facts, january).map((debit) => [debit.on, debit.expected])).toEqual([
      ['2026-01-01', false],
      ['2026-01-29', true],
      ['2026-02-26', true],
    ])
    expect(datesOf(forecastDebits(facts, january, { expected: false }))).toEqual(['2026-01-01'])
  })

  it('dates a bill on its due date, however far behind the period', () => {
    const facts = factsOf(termsFrom('2026-01-05', { billDay: 5, dueDays: 45 }))
    expect(
      forecastDebits(facts, window('2026-03-01', '2026-05-01')).map((debit) => [debit.on, debit.index]),
    ).toEqual([
      ['2026-03-22', 0],
      ['2026-04-19', 1],
    ])
  })

  it('leaves out free periods', () => {
    const facts = factsOf(termsFrom('2026-01-31', { trial: monthly }))
    expect(datesOf(forecastDebits(facts, window('2026-01-01', '2026-04-01')))).toEqual([
      '2026-02-28',
      '2026-03-28',
    ])
  })

  it('knows nothing after a cancellation, but the last bill', () => {
    const cancelled = cancelFacts(factsOf(termsFrom('2026-01-31')), {
      requestedOn: on('2026-02-10'),
      mode: 'atPeriodEnd',
    })
    expect(datesOf(forecastDebits(cancelled, year))).toEqual(['2026-01-31'])
    const postpaid = factsOf(termsFrom('2026-01-05', { billDay: 5, dueDays: 10, price: inr(28_000) }))
    const now = cancelFacts(postpaid, { requestedOn: on('2026-02-12'), mode: 'now' })
    expect(forecastDebits(now, year).map((debit) => [debit.on, debit.amount.amount])).toEqual([
      ['2026-02-15', 28_000],
      ['2026-02-22', 7000],
    ])
    const pack = cancelFacts(factsOf(packFrom('2026-01-01')), { requestedOn: on('2026-01-10'), mode: 'now' })
    expect(datesOf(forecastDebits(pack, year))).toEqual(['2026-01-01'])
  })

  it('leaves out what begins in a pause', () => {
    const facts = pauseFacts(factsOf(termsFrom('2026-01-31')), { fromOn: on('2026-03-01') }, on('2026-02-10'))
    expect(datesOf(forecastDebits(facts, year))).toEqual(['2026-01-31', '2026-02-28'])
    const planned = pauseFacts(
      factsOf(termsFrom('2026-10-31')),
      { fromOn: on('2026-11-30'), untilOn: on('2026-12-20') },
      on('2026-11-01'),
    )
    expect(datesOf(forecastDebits(planned, window('2026-10-01', '2027-02-01')))).toEqual([
      '2026-10-31',
      '2026-12-20',
      '2027-01-20',
    ])
  })

  it('expects a stopped pack today, counted by its late policy', () => {
    const today = on('2026-02-05')
    const ahead = window('2026-02-05', '2026-04-15')
    expect(datesOf(forecastDebits(factsOf(packFrom('2026-01-01')), ahead, { today }))).toEqual([
      '2026-02-05',
      '2026-03-05',
      '2026-04-02',
    ])
    const strict = packFrom('2026-01-01', { policy: { late: 'fromDueDate' } })
    expect(datesOf(forecastDebits(factsOf(strict), ahead, { today }))).toEqual([
      '2026-02-05',
      '2026-02-26',
      '2026-03-26',
    ])
    expect(datesOf(forecastDebits(factsOf(packFrom('2026-01-01')), ahead))).toEqual([
      '2026-02-26',
      '2026-03-26',
    ])
  })

  it('expects a pack that ends today, today, and gives one up that stopped a whole period ago', () => {
    const facts = factsOf(packFrom('2026-01-01'))
    expect(datesOf(forecastDebits(facts, monthFrom('2026-01-29'), { today: on('2026-01-29') }))).toEqual([
      '2026-01-29',
      '2026-02-26',
    ])
    expect(forecastDebits(facts, monthFrom('2026-02-25'), { today: on('2026-02-25') })).toHaveLength(1)
    expect(forecastDebits(facts, monthFrom('2026-02-26'), { today: on('2026-02-26') })).toEqual([])
    const cancelled: SubscriptionFacts = {
      ...facts,
      cancellation: { requestedOn: on('2026-01-10'), effectiveOn: on('2026-01-29'), mode: 'atPeriodEnd' },
    }
    expect(forecastDebits(cancelled, monthFrom('2026-02-05'), { today: on('2026-02-05') })).toEqual([])
  })

  it('equals the preview of the same draft', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (count, isManual) => {
        const draft = {
          startsOn: on('2026-01-01'),
          interval: every(count, 'day'),
          price: inr(100),
          renewal: isManual ? ('manual' as const) : ('automatic' as const),
        }
        const dates = previewPeriods(draft, 200).filter(({ dueOn }) => dueOn < '2026-06-01')
        const facts = factsOf(isManual ? packFrom('2026-01-01', draft) : termsFrom('2026-01-01', draft))
        const debits = forecastDebits(facts, window('2026-01-01', '2026-06-01'))
        expect(debits.map(({ index }) => index)).toEqual(dates.map(({ index }) => index))
      }),
      { numRuns: 40 },
    )
  })
})

describe('monthlyCost', () => {
  it.each([
    [every(28, 'day'), 32_503],
    [every(84, 'day'), 10_834],
    [every(365, 'day'), 2493],
    [every(1, 'week'), 130_012],
    [every(1, 'month'), 29_900],
    [every(3, 'month'), 9967],
    [every(6, 'month'), 4983],
    [every(1, 'year'), 2492],
  ])('of ₹299 every %o', (interval, amount) => {
    expect(monthlyCost(termsFrom('2026-01-01', { interval }))).toEqual(inr(amount))
  })

  it('contains the tax', () => {
    expect(monthlyCost(termsFrom('2026-01-01', { tax: { included: false, basisPoints: 1800 } }))).toEqual(
      inr(35_282),
    )
  })

  it('is of the regular price, or with a date of the one then in force', () => {
    const intro = termsFrom('2026-01-01', { intro: { price: inr(1), periods: 2 }, trial: monthly })
    expect(monthlyCost(intro)).toEqual(inr(29_900))
    expect(monthlyCost(intro, on('2026-02-10'))).toEqual(inr(29_900))
    const pack = packFrom('2026-01-01', { interval: monthly })
    const { terms } = renewTerms(pack, {
      renewedOn: on('2026-01-20'),
      today: on('2026-01-20'),
      price: inr(34_900),
    })
    expect(monthlyCost(terms)).toEqual(inr(34_900))
    expect(monthlyCost(terms, on('2026-01-31'))).toEqual(inr(29_900))
    expect(monthlyCost(terms, on('2026-02-01'))).toEqual(inr(34_900))
    expect(monthlyCost(terms, on('2025-02-01'))).toEqual(inr(34_900))
  })
})
