import { describe, expect, it } from 'vitest'
import { draftFrom, every, inr, monthly, on, packFrom, startsOf, termsFrom } from '../test-drafts.ts'
import { periodsOf, previewPeriods } from './periods.ts'
import { termsOf } from './terms.ts'
import type { Draft } from './draft.ts'

describe('termsOf', () => {
  it('makes one open segment of a plain draft', () => {
    expect(termsFrom('2026-01-31')).toEqual({
      startsOn: '2026-01-31',
      renewal: 'automatic',
      segments: [
        {
          anchorOn: '2026-01-31',
          firstOccurrence: 0,
          periods: null,
          interval: monthly,
          price: inr(29_900),
          tax: { included: true, basisPoints: 0 },
          phase: 'regular',
        },
      ],
      opened: null,
      graceDays: 0,
      policy: { early: 'fromDueDate', late: 'fromDueDate' },
    })
  })

  it('opens only the first period of a manual draft, with the recharge policy', () => {
    const terms = packFrom('2026-01-01', { graceDays: 3 })
    expect(terms.opened).toBe(1)
    expect(terms.graceDays).toBe(3)
    expect(terms.policy).toEqual({ early: 'stack', late: 'fromPaymentDate' })
    expect(startsOf(periodsOf(terms))).toEqual(['2026-01-01'])
  })

  it('lets a subscription override one half of the policy', () => {
    const policy = { late: 'fromDueDate' } as const
    expect(packFrom('2026-01-01', { policy }).policy).toEqual({ early: 'stack', late: 'fromDueDate' })
    const early = { early: 'fromPaymentDate' } as const
    expect(termsFrom('2026-01-01', { policy: early }).policy).toEqual({ ...early, late: 'fromDueDate' })
  })

  it('anchors the full price on the day the trial ends', () => {
    const terms = termsFrom('2026-01-31', { trial: monthly })
    expect(
      terms.segments.map(({ anchorOn, periods, phase, price }) => [anchorOn, periods, phase, price.amount]),
    ).toEqual([
      ['2026-01-31', 1, 'trial', 0],
      ['2026-02-28', null, 'regular', 29_900],
    ])
  })

  it('anchors the full price on the day the intro price ends, after a trial too', () => {
    const intro = { price: inr(9900), periods: 3 }
    const terms = termsFrom('2026-01-31', { trial: every(7, 'day'), intro })
    expect(
      terms.segments.map(({ anchorOn, periods, phase, price }) => [anchorOn, periods, phase, price.amount]),
    ).toEqual([
      ['2026-01-31', 1, 'trial', 0],
      ['2026-02-07', 3, 'intro', 9900],
      ['2026-05-07', null, 'regular', 29_900],
    ])
    expect(termsFrom('2026-01-31', { intro: { price: inr(0), periods: 1 } }).segments[1]?.anchorOn).toBe(
      '2026-02-28',
    )
  })

  it('keeps the bill day in every paid segment, with 0 days to pay unless said', () => {
    const terms = termsFrom('2026-01-10', {
      billDay: 5,
      trial: monthly,
      intro: { price: inr(100), periods: 2 },
    })
    expect(terms.segments.map(({ billDay, dueDays }) => [billDay, dueDays])).toEqual([
      [undefined, undefined],
      [5, 0],
      [5, 0],
    ])
    expect(termsFrom('2026-01-10', { billDay: 5, dueDays: 15 }).segments[0]?.dueDays).toBe(15)
  })

  it('accepts the edges of what is allowed', () => {
    const edges: Partial<Draft>[] = [
      { price: inr(0) },
      { billDay: 1, dueDays: 0 },
      { billDay: 31, dueDays: 60 },
      { dueDays: 0 },
      { graceDays: 365 },
      { intro: { price: inr(0), periods: 120 } },
      { tax: { included: false, basisPoints: 10_000 } },
      { billDay: 5, interval: every(1, 'year') },
    ]
    for (const edge of edges) expect(previewPeriods(draftFrom('2026-01-31', edge), 1)).toHaveLength(1)
  })

  it.each<[string, Partial<Draft>, string]>([
    ['a negative price', { price: inr(-1) }, 'amount-out-of-range'],
    ['a fraction of a paisa', { price: inr(0.5) }, 'amount-out-of-range'],
    ['an unknown currency', { price: { amount: 1, currency: 'XXX' } }, 'invalid-currency'],
    ['an interval of nothing', { interval: every(0, 'month') }, 'invalid-interval'],
    ['a trial of nothing', { trial: every(0, 'day') }, 'invalid-interval'],
    ['tax above 100 %', { tax: { included: false, basisPoints: 10_001 } }, 'invalid-terms'],
    ['bill day 0', { billDay: 0 }, 'invalid-terms'],
    ['bill day 32', { billDay: 32 }, 'invalid-terms'],
    ['bill day 5.5', { billDay: 5.5 }, 'invalid-terms'],
    ['a bill day every 28 days', { billDay: 5, interval: every(28, 'day') }, 'invalid-terms'],
    ['a bill day that is recharged', { billDay: 5, renewal: 'manual' }, 'invalid-terms'],
    ['61 days to pay', { billDay: 5, dueDays: 61 }, 'invalid-terms'],
    ['−1 days to pay', { billDay: 5, dueDays: -1 }, 'invalid-terms'],
    ['days to pay without a bill', { dueDays: 1 }, 'invalid-terms'],
    ['366 days of grace', { graceDays: 366 }, 'invalid-terms'],
    ['−1 days of grace', { graceDays: -1 }, 'invalid-terms'],
    ['an intro of no periods', { intro: { price: inr(1), periods: 0 } }, 'invalid-terms'],
    ['an intro of 121 periods', { intro: { price: inr(1), periods: 121 } }, 'invalid-terms'],
    ['a negative intro price', { intro: { price: inr(-1), periods: 1 } }, 'amount-out-of-range'],
    [
      'an intro in dollars',
      { intro: { price: { amount: 1, currency: 'USD' }, periods: 1 } },
      'currency-mismatch',
    ],
  ])('refuses %s', (_what, change, code) => {
    const error: unknown = expect.objectContaining({ code, name: 'DomainError' })
    expect(() => termsOf(draftFrom('2026-01-31', change))).toThrow(error)
  })

  it('says in words and details what is wrong', () => {
    expect(() => termsFrom('2026-01-31', { billDay: 32 })).toThrow(
      'billDay is 32, not a whole number of 1–31.',
    )
    expect(() => termsFrom('2026-01-31', { dueDays: 5 })).toThrow('dueDays is 5, not a whole number of 0–0.')
    expect(() => termsFrom('2026-01-31', { billDay: 5, interval: every(2, 'week') })).toThrow(/whole months/)
    expect(() => termsFrom('2026-01-31', { billDay: 5, renewal: 'manual' })).toThrow(/come by themselves/)
    expect(() => termsFrom('2026-01-31', { price: inr(-7) })).toThrow(/at least 0, not -7/)
    const details: unknown = expect.objectContaining({ details: { field: 'graceDays', graceDays: 366 } })
    expect(() => termsFrom('2026-01-31', { graceDays: 366 })).toThrow(details)
  })

  it('refuses a first full-price period beyond 2200', () => {
    expect(termsFrom('2200-12-01', { interval: every(30, 'day') }).opened).toBeNull()
    const tooLate: Partial<Draft>[] = [
      { interval: every(31, 'day') },
      { interval: every(1000, 'year') },
      { interval: every(10, 'day'), trial: every(21, 'day') },
      { interval: every(10, 'day'), intro: { price: inr(1), periods: 3 } },
      { billDay: 31, dueDays: 1 },
    ]
    const invalidDate: unknown = expect.objectContaining({ code: 'invalid-date' })
    for (const change of tooLate) expect(() => termsFrom('2200-12-01', change)).toThrow(invalidDate)
    expect(termsFrom('2200-12-01', { billDay: 31 }).segments).toHaveLength(1)
  })

  it('refuses a start that is no date', () => {
    const draft = { ...draftFrom('2026-01-31'), startsOn: on('2026-01-31') }
    const noDate: object = { startsOn: '2026-02-30' }
    expect(() => termsOf({ ...draft, ...noDate })).toThrow(/not a date/)
  })
})
