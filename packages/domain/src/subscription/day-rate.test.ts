import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFrom, every, factsOf, inr, monthly, on, spansOf } from '../test-drafts.ts'
import { addDays, dateOfEpochDay, daysBetween, epochDayOf } from '../time/calendar.ts'
import type { Act, ActRecord } from './act.ts'
import { dayRateOn, leftOver } from './balance.ts'
import { daysOfBalance } from './day-rate.ts'
import { draftOfTerms } from './draft-of-terms.ts'
import { factsOfActs } from './fold.ts'
import { monthlyCost } from './forecast.ts'
import { periodsOf, previewPeriods } from './periods.ts'
import { termsOf } from './terms.ts'
import type { Draft } from './draft.ts'

const dth = (changes: Partial<Draft> = {}) =>
  draftFrom('2026-11-30', { price: inr(30_000), dayRate: inr(1050), renewal: 'manual', ...changes })
const said = (acts: readonly (readonly [string, Act])[]): ActRecord[] =>
  acts.map(([day, act], at) => ({ id: `act ${at}`, on: on(day), at: '', by: null, act }))
const lives = (...acts: (readonly [string, Act])[]) =>
  factsOfActs(said([['2026-11-30', { kind: 'started', draft: dth() }], ...acts])).terms
const recharge = (day: string, amount?: number) =>
  [
    day,
    {
      kind: 'recharged',
      renewedOn: on(day),
      ...(amount === undefined ? {} : { price: inr(amount) }),
    } as const,
  ] as const
const rate = (day: string, fromOn: string, amount: number) =>
  [day, { kind: 'dayRateChanged', fromOn: on(fromOn), rate: inr(amount) } as const] as const

describe('a balance that burns by the day', () => {
  it('lasts for whole days: ₹300 at ₹10.50 is 28 days, ₹6 are left', () => {
    expect(daysOfBalance(30_000, on('2026-11-30'), [{ fromOn: on('2026-11-30'), rate: inr(1050) }])).toEqual({
      days: 28,
      left: 600,
    })
    const terms = termsOf(dth())
    expect(spansOf(periodsOf(terms))).toEqual(['2026-11-30/2026-12-28'])
    expect(leftOver(terms)).toBe(600)
    expect(termsOf(draftOfTerms(terms))).toEqual(terms)
  })

  it('carries over what is left, to the paisa, whether recharged early or late', () => {
    const early = lives(recharge('2026-12-10'))
    expect(spansOf(periodsOf(early))).toEqual(['2026-11-30/2026-12-28', '2026-12-28/2027-01-26'])
    expect(leftOver(early)).toBe(600 + 30_000 - 29 * 1050)
    const late = lives(recharge('2027-01-05', 10_000))
    expect(spansOf(periodsOf(late)).at(-1)).toBe('2027-01-05/2027-01-15')
    expect(leftOver(late)).toBe(600 + 10_000 - 10 * 1050)
  })

  it('ends on another day from the day of another rate on, and so does what is queued', () => {
    // 10 days at ₹10.50 leave ₹195: at ₹15 that is 13 days, nothing is left.
    const dearer = lives(recharge('2026-12-01'), rate('2026-12-05', '2026-12-10', 1500))
    expect(spansOf(periodsOf(dearer))).toEqual(['2026-11-30/2026-12-23', '2026-12-23/2027-01-12'])
    expect(leftOver(dearer)).toBe(0)
    expect(dayRateOn(dearer, on('2026-12-09'))).toEqual(inr(1050))
    expect(dayRateOn(dearer, on('2026-12-10'))).toEqual(inr(1500))
    // Told for a day on which nothing runs yet: what is recharged until then burns at both rates.
    const announced = lives(rate('2026-12-01', '2026-12-30', 3000), recharge('2026-12-28', 6000))
    expect(spansOf(periodsOf(announced)).at(-1)).toBe('2026-12-28/2026-12-31')
    expect(leftOver(announced)).toBe(600 + 6000 - 2 * 1050 - 3000)
  })

  it('is expected again when it is used up, with what is left', () => {
    expect(spansOf(previewPeriods(dth(), 2))).toEqual(['2026-11-30/2026-12-28', '2026-12-28/2027-01-26'])
    expect(monthlyCost(termsOf(dth()), on('2026-12-01'))).toEqual(inr(31_959))
  })

  it('expects each recharge for as long as it will last: what is left of one is a day more of another', () => {
    // 28 days leave ₹6, then 28 leave ₹12 …: at ₹10.50 every second or third has a day more.
    const lengths = previewPeriods(dth(), 8).map(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn))
    expect(lengths).toEqual([28, 29, 28, 29, 28, 29, 29, 28])
  })

  it('expects what recharging on each of those days brings, also over another rate', () => {
    const terms = fc.record({
      amount: fc.integer({ min: 500, max: 6000 }),
      rate: fc.integer({ min: 100, max: 500 }),
      later: fc.integer({ min: 50, max: 500 }),
      fromOn: fc.integer({ min: 1, max: 300 }).map((days) => addDays(on('2026-11-30'), days)),
    })
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 6 }), ({ amount, rate: daily, later, fromOn }, count) => {
        const draft = dth({ price: inr(amount), dayRate: inr(daily) })
        const began = said([['2026-11-30', { kind: 'started', draft }], rate('2026-11-30', fromOn, later)])
        const expected = periodsOf(factsOfActs(began).terms, { limit: count + 1, expected: true })
        const recharged = expected.slice(1).map(({ startsOn }) => recharge(startsOn))
        const { terms: lived } = factsOfActs([
          ...began,
          ...said(recharged).map((record, at) => ({ ...record, id: `recharge ${at}` })),
        ])
        expect(spansOf(periodsOf(lived))).toEqual(spansOf(expected))
      }),
    )
  })

  it('never refuses to look ahead, however little a day costs later', () => {
    const long = termsOf(dth({ price: inr(100_000), dayRate: inr(100) }))
    expect(periodsOf(long, { limit: 4, expected: true })).toHaveLength(4)
    const cheap = lives(rate('2026-12-01', '2028-01-01', 1))
    expect(periodsOf(cheap, { limit: 30, expected: true })).toHaveLength(30)
  })

  it('is refused where a day costs nothing, a recharge pays for none, or terms of other kinds come with it', () => {
    expect(() => termsOf(dth({ dayRate: inr(0) }))).toThrow('more than nothing')
    expect(() => termsOf(dth({ price: inr(1000) }))).toThrow('no day')
    expect(() => termsOf(dth({ price: inr(2_000_000) }))).toThrow('1000')
    expect(() => termsOf(dth({ renewal: 'automatic' }))).toThrow('by hand')
    expect(() => termsOf(dth({ trial: monthly }))).toThrow('by hand')
    expect(() => lives(rate('2026-12-05', '2026-12-10', 40_000_00), recharge('2026-12-12'))).toThrow()
    expect(() =>
      lives(['2026-12-01', { kind: 'recharged', renewedOn: on('2026-12-01'), interval: every(1, 'month') }]),
    ).toThrow('follows')
    expect(() =>
      factsOfActs(
        said([
          ['2026-11-30', { kind: 'started', draft: draftFrom('2026-11-30') }],
          rate('2026-12-01', '2026-12-02', 100),
        ]),
      ),
    ).toThrow('no rate')
  })

  it('loses nothing and invents nothing: what was recharged is the days at their rates and what is left', () => {
    const anyDay = fc.integer({ min: 0, max: 200 })
    const anyAct = fc.oneof(
      fc.record({
        kind: fc.constant('recharged'),
        day: anyDay,
        amount: fc.integer({ min: 5000, max: 60_000 }),
      }),
      fc.record({ kind: fc.constant('rate'), day: anyDay, amount: fc.integer({ min: 300, max: 4000 }) }),
    )
    const first = on('2026-11-30')
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 8 }), (wanted) => {
        const acts = wanted
          .toSorted((a, b) => a.day - b.day)
          .map(({ kind, day, amount }) => {
            const date = addDays(first, day)
            return kind === 'rate' ? rate(date, date, amount) : recharge(date, amount)
          })
        const terms = lives(...acts)
        const periods = periodsOf(terms)
        const recharged = periods.reduce((sum, { amount }) => sum + amount, 0)
        const burnt = periods.reduce((sum, { startsOn, endsOn }) => {
          let cost = 0
          for (let day = 0; day < daysBetween(startsOn, endsOn); day++)
            cost += dayRateOn(terms, dateOfEpochDay(epochDayOf(startsOn) + day))?.amount ?? 0
          return sum + cost
        }, 0)
        expect(burnt + leftOver(terms)).toBe(recharged)
        for (const [at, period] of periods.entries())
          if (at > 0) expect(period.startsOn >= (periods[at - 1]?.endsOn ?? '')).toBe(true)
        expect(factsOf(terms).terms.opened).toBe(periods.length)
      }),
      { numRuns: 300 },
    )
  })
})
