import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withTax } from '../money/tax.ts'
import { draftFrom, every, inr, monthly, on, packFrom, spansOf, startsOf, termsFrom } from '../test-drafts.ts'
import { dateOfEpochDay, daysBetween, epochDayOf } from '../time/calendar.ts'
import { occurrenceOn } from '../time/interval.ts'
import { changePlanAt } from './change.ts'
import { lastEndOf, nextPeriods, periodAt, periodByIndex, periodsOf, previewPeriods } from './periods.ts'
import { renewTerms } from './renew.ts'
import type { Draft } from './draft.ts'
import { termsOf } from './terms.ts'

const anyInterval = fc.oneof(
  fc.record({ count: fc.integer({ min: 1, max: 400 }), unit: fc.constant('day' as const) }),
  fc.record({
    count: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom('week' as const, 'month' as const),
  }),
  fc.record({ count: fc.integer({ min: 1, max: 2 }), unit: fc.constant('year' as const) }),
)
const anyDate = fc
  .integer({ min: epochDayOf(on('2019-01-01')), max: epochDayOf(on('2032-12-31')) })
  .map(dateOfEpochDay)
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined })
const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    startsOn: anyDate,
    interval: anyInterval,
    price: fc.nat({ max: 1_000_000 }).map(inr),
    tax: maybe(fc.record({ included: fc.boolean(), basisPoints: fc.integer({ min: 0, max: 2800 }) })),
    renewal: fc.constantFrom('automatic' as const, 'manual' as const),
    billDay: maybe(fc.integer({ min: 1, max: 31 })),
    dueDays: fc.integer({ min: 0, max: 60 }),
    trial: maybe(anyInterval),
    intro: maybe(
      fc.record({ price: fc.nat({ max: 9999 }).map(inr), periods: fc.integer({ min: 1, max: 6 }) }),
    ),
  })
  .map(({ billDay, dueDays, ...draft }) => {
    const isPostpaid = draft.interval.unit === 'month' || draft.interval.unit === 'year'
    return isPostpaid && billDay !== undefined && draft.renewal === 'automatic'
      ? { ...draft, billDay, dueDays }
      : draft
  })

describe('previewPeriods', () => {
  it('counts a 28-day pack through its 28th day and renews on the 29th', () => {
    const [first, second] = previewPeriods(
      draftFrom('2026-01-01', { interval: every(28, 'day'), renewal: 'manual' }),
      2,
    )
    expect(first).toEqual({
      index: 0,
      startsOn: '2026-01-01',
      endsOn: '2026-01-29',
      billedOn: '2026-01-01',
      dueOn: '2026-01-01',
      phase: 'regular',
      segment: 0,
      net: 29_900,
      tax: 0,
      amount: 29_900,
      currency: 'INR',
      days: 28,
      ofDays: 28,
      expected: false,
    })
    expect(second).toMatchObject({ index: 1, startsOn: '2026-01-29', endsOn: '2026-02-26', expected: true })
  })

  it('makes 13 recharges of a 28-day pack in a year, 14 from 1 January on', () => {
    const periods = previewPeriods(draftFrom('2026-01-01', { interval: every(28, 'day') }), 20)
    expect(periods.filter(({ startsOn }) => startsOn < '2027-01-01')).toHaveLength(14)
    expect(periods.filter(({ startsOn }) => startsOn > '2026-01-01' && startsOn < '2027-01-01')).toHaveLength(
      13,
    )
  })

  it.each<[string, Partial<Draft>, string[]]>([
    ['a month from the 31st', {}, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['a quarter', { interval: every(3, 'month') }, ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']],
    [
      'a half-year',
      { interval: every(6, 'month') },
      ['2026-01-31', '2026-07-31', '2027-01-31', '2027-07-31'],
    ],
    ['a year', { interval: every(1, 'year') }, ['2026-01-31', '2027-01-31', '2028-01-31', '2029-01-31']],
    ['a week', { interval: every(1, 'week') }, ['2026-01-31', '2026-02-07', '2026-02-14', '2026-02-21']],
    ['30 days', { interval: every(30, 'day') }, ['2026-01-31', '2026-03-02', '2026-04-01', '2026-05-01']],
    ['56 days', { interval: every(56, 'day') }, ['2026-01-31', '2026-03-28', '2026-05-23', '2026-07-18']],
    ['84 days', { interval: every(84, 'day') }, ['2026-01-31', '2026-04-25', '2026-07-18', '2026-10-10']],
    ['365 days', { interval: every(365, 'day') }, ['2026-01-31', '2027-01-31', '2028-01-31', '2029-01-30']],
  ])('starts the periods of %s on the right days', (_name, change, starts) => {
    expect(startsOf(previewPeriods(draftFrom('2026-01-31', change), 4))).toEqual(starts)
  })

  it('renews 29 February on the 28th in common years', () => {
    const draft = draftFrom('2024-02-29', { interval: every(1, 'year') })
    expect(startsOf(previewPeriods(draft, 5))).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  it('charges nothing in a trial, then the intro price, then the full one with its tax', () => {
    const draft = draftFrom('2026-03-31', {
      trial: every(14, 'day'),
      intro: { price: inr(9900), periods: 2 },
      tax: { included: false, basisPoints: 1800 },
    })
    const periods = previewPeriods(draft, 4)
    expect(periods.map(({ phase, amount, segment }) => [phase, amount, segment])).toEqual([
      ['trial', 0, 0],
      ['intro', 11_682, 1],
      ['intro', 11_682, 1],
      ['regular', 35_282, 2],
    ])
    expect(startsOf(periods)).toEqual(['2026-03-31', '2026-04-14', '2026-05-14', '2026-06-14'])
  })

  it('shows 1–200 periods', () => {
    expect(previewPeriods(draftFrom('2026-01-01'), 200)).toHaveLength(200)
    for (const count of [0, 201, 1.5, Number.NaN])
      expect(() => previewPeriods(draftFrom('2026-01-01'), count)).toThrow(/shows 1–200 periods/)
  })

  it('touches without gap or overlap, whatever the draft', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const periods = previewPeriods(draft, 30)
        expect(periods[0]?.startsOn).toBe(draft.startsOn)
        for (const [at, period] of periods.entries()) {
          expect(period.index).toBe(at)
          expect(daysBetween(period.startsOn, period.endsOn)).toBeGreaterThan(0)
          if (at > 0) expect(period.startsOn).toBe(periods[at - 1]?.endsOn)
        }
      }),
    )
  })

  it('never drifts: every period is an occurrence of the anchor of its segment', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { segments } = termsOf(draft)
        for (const { segment: position, startsOn, index } of previewPeriods(draft, 30)) {
          const segment = segments[position]
          if (segment === undefined || segment.billDay !== undefined) continue
          const before = segments.slice(0, position).reduce((sum, { periods }) => sum + (periods ?? 0), 0)
          expect(startsOn).toBe(occurrenceOn(segment.anchorOn, segment.interval, index - before))
        }
      }),
    )
  })

  it('sums net and tax to the amount, and bills full periods in full', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        for (const { net, tax, amount, days, ofDays, phase } of previewPeriods(draft, 12)) {
          expect(net + tax).toBe(amount)
          if (phase !== 'regular' || days !== ofDays) continue
          expect(amount).toBe(
            withTax(draft.price.amount, draft.tax ?? { included: true, basisPoints: 0 }).amount,
          )
        }
      }),
    )
  })

  it('equals what the terms say later, period by period', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat({ max: 29 }), (draft, index) => {
        const terms = termsOf(draft)
        const period = previewPeriods(draft, 30)[index]
        expect(periodByIndex(terms, index)).toEqual(period)
        if (period === undefined) return
        const last = dateOfEpochDay(epochDayOf(period.endsOn) - 1)
        expect(periodAt(terms, period.startsOn, { expected: true })).toEqual(period)
        expect(periodAt(terms, last, { expected: true })).toEqual(period)
        expect(nextPeriods(terms, last, 1, { expected: true })[0]?.index).toBe(index + 1)
        expect(nextPeriods(terms, period.startsOn, 1, { expected: true })[0]?.index).toBe(index + 1)
      }),
    )
  })
})

describe('a postpaid plan', () => {
  const gst = { included: false, basisPoints: 1800 }

  it('bills the days before the first bill date by days of the real month', () => {
    const draft = draftFrom('2026-01-20', { price: inr(82_000), tax: gst, billDay: 31, dueDays: 15 })
    expect(previewPeriods(draft, 3)).toMatchObject([
      {
        startsOn: '2026-01-20',
        endsOn: '2026-01-31',
        billedOn: '2026-01-31',
        dueOn: '2026-02-15',
        days: 11,
        ofDays: 31,
        net: 29_097,
        tax: 5237,
        amount: 34_334,
      },
      {
        startsOn: '2026-01-31',
        endsOn: '2026-02-28',
        billedOn: '2026-02-28',
        dueOn: '2026-03-15',
        days: 28,
        ofDays: 28,
        amount: 96_760,
      },
      {
        startsOn: '2026-02-28',
        endsOn: '2026-03-31',
        billedOn: '2026-03-31',
        dueOn: '2026-04-15',
        days: 31,
        ofDays: 31,
        amount: 96_760,
      },
    ])
  })

  it('has no empty period when the start is the bill date', () => {
    expect(spansOf(previewPeriods(draftFrom('2026-01-05', { billDay: 5 }), 2))).toEqual([
      '2026-01-05/2026-02-05',
      '2026-02-05/2026-03-05',
    ])
    expect(spansOf(previewPeriods(draftFrom('2026-02-28', { billDay: 31 }), 2))).toEqual([
      '2026-02-28/2026-03-31',
      '2026-03-31/2026-04-30',
    ])
  })

  it('waits for the bill day of the next month when it has passed', () => {
    const [stub, full] = previewPeriods(draftFrom('2026-01-06', { billDay: 5, price: inr(31_000) }), 2)
    expect(stub).toMatchObject({
      startsOn: '2026-01-06',
      endsOn: '2026-02-05',
      days: 30,
      ofDays: 31,
      amount: 30_000,
    })
    expect(full).toMatchObject({
      startsOn: '2026-02-05',
      endsOn: '2026-03-05',
      days: 28,
      ofDays: 28,
      amount: 31_000,
    })
  })

  it('anchors by the bill day, not by the start, and comes back to the 31st', () => {
    expect(startsOf(previewPeriods(draftFrom('2026-01-15', { billDay: 31 }), 6)).slice(1)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ])
  })

  it('bills a quarter on the bill day too', () => {
    const draft = draftFrom('2026-01-20', { interval: every(3, 'month'), billDay: 1, price: inr(92_000) })
    expect(previewPeriods(draft, 3)).toMatchObject([
      { startsOn: '2026-01-20', endsOn: '2026-02-01', days: 12, ofDays: 92, amount: 12_000 },
      { startsOn: '2026-02-01', endsOn: '2026-05-01', days: 89, ofDays: 89, amount: 92_000 },
      { startsOn: '2026-05-01', endsOn: '2026-08-01' },
    ])
  })

  it('counts the stub as one of the intro periods and starts the full price on a bill date', () => {
    const draft = draftFrom('2026-01-20', { billDay: 5, intro: { price: inr(0), periods: 2 } })
    expect(
      previewPeriods(draft, 4).map(({ startsOn, phase, days, ofDays }) => [startsOn, phase, days, ofDays]),
    ).toEqual([
      ['2026-01-20', 'intro', 16, 31],
      ['2026-02-05', 'intro', 28, 28],
      ['2026-03-05', 'regular', 31, 31],
      ['2026-04-05', 'regular', 30, 30],
    ])
  })

  it('bills every full period on min(bill day, last day of the month)', () => {
    const postpaid = anyDraft.filter(({ billDay }) => billDay !== undefined)
    fc.assert(
      fc.property(postpaid, (draft) => {
        for (const { billedOn, endsOn, dueOn, phase } of previewPeriods(draft, 12)) {
          if (phase === 'trial') continue
          const [year = 0, month = 1, day = 1] = billedOn.split('-').map(Number)
          expect(day).toBe(Math.min(draft.billDay ?? 0, new Date(Date.UTC(year, month, 0)).getUTCDate()))
          expect(billedOn).toBe(endsOn)
          expect(daysBetween(billedOn, dueOn)).toBe(draft.dueDays)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('periodsOf', () => {
  const terms = termsFrom('2026-01-31')

  it('starts at an index, stops before a date, and keeps to a limit', () => {
    expect(startsOf(periodsOf(terms, { from: 2, limit: 2 }))).toEqual(['2026-03-31', '2026-04-30'])
    expect(startsOf(periodsOf(terms, { until: on('2026-03-31') }))).toEqual(['2026-01-31', '2026-02-28'])
    expect(startsOf(periodsOf(terms, { until: on('2026-04-01'), limit: 2 }))).toEqual([
      '2026-01-31',
      '2026-02-28',
    ])
    expect(periodsOf(terms, { limit: 0 })).toEqual([])
    expect(periodsOf(terms, { until: on('2026-01-31') })).toEqual([])
  })

  it('crosses segments from any index', () => {
    const introduced = termsFrom('2026-01-31', { intro: { price: inr(1), periods: 2 } })
    expect(
      periodsOf(introduced, { from: 1, limit: 2 }).map(({ index, segment }) => [index, segment]),
    ).toEqual([
      [1, 0],
      [2, 1],
    ])
  })

  it('shows manual periods beyond the opened ones only as expected', () => {
    const pack = packFrom('2026-01-01')
    expect(periodsOf(pack).map(({ expected }) => expected)).toEqual([false])
    expect(periodsOf(pack, { limit: 3, expected: true }).map(({ expected }) => expected)).toEqual([
      false,
      true,
      true,
    ])
    expect(periodsOf(pack, { from: 1, limit: 3 })).toEqual([])
  })

  it('cuts everything on a date: prepaid keeps its price, postpaid is billed by days', () => {
    const cutOn = on('2026-03-10')
    expect(periodsOf(terms, { cutOn, limit: 9 }).at(-1)).toMatchObject({
      startsOn: '2026-02-28',
      endsOn: '2026-03-10',
      amount: 29_900,
    })
    const postpaid = termsFrom('2026-01-31', { billDay: 31, price: inr(31_000) })
    expect(periodsOf(postpaid, { cutOn, limit: 9 }).at(-1)).toMatchObject({
      startsOn: '2026-02-28',
      endsOn: '2026-03-10',
      billedOn: '2026-03-10',
      days: 10,
      ofDays: 31,
      amount: 10_000,
    })
    expect(startsOf(periodsOf(terms, { cutOn: on('2026-02-28'), limit: 9 }))).toEqual(['2026-01-31'])
    expect(periodsOf(terms, { cutOn: on('2026-01-31'), limit: 9 })).toEqual([])
  })

  it('ends with the calendar in 2200', () => {
    const last = termsFrom('2200-10-31')
    expect(spansOf(periodsOf(last, { limit: 9 }))).toEqual(['2200-10-31/2200-11-30', '2200-11-30/2200-12-31'])
    expect(periodAt(last, on('2200-12-31'))).toBeUndefined()
    expect(nextPeriods(last, on('2200-12-01'), 3)).toEqual([])
    expect(() => periodByIndex(last, 2)).toThrow(/There is no period 2/)
    expect(() => periodByIndex(last, 2 ** 50)).toThrow(/There is no period/)
    const postpaid = termsFrom('2200-10-05', { billDay: 5, dueDays: 30 })
    expect(spansOf(periodsOf(postpaid, { limit: 9 }))).toEqual(['2200-10-05/2200-11-05'])
    expect(previewPeriods(draftFrom('2199-01-01', { interval: every(1, 'year') }), 24)).toHaveLength(1)
  })

  it('refuses to list more than 5000, and indexes that are none', () => {
    const daily = termsFrom('2026-01-01', { interval: every(1, 'day') })
    expect(periodsOf(daily, { limit: 5000 })).toHaveLength(5000)
    const tooMany: unknown = expect.objectContaining({ code: 'too-many-periods' })
    expect(() => periodsOf(daily, { until: on('2100-01-01') })).toThrow(tooMany)
    expect(() => periodsOf(daily)).toThrow(tooMany)
    expect(() => periodsOf(daily, { limit: 5001 })).toThrow(tooMany)
    for (const from of [-1, 0.5]) expect(() => periodsOf(daily, { from, limit: 1 })).toThrow(/not the index/)
  })
})

describe('periodAt', () => {
  it('is undefined before the start and after the last opened period', () => {
    const pack = packFrom('2026-01-01')
    expect(periodAt(pack, on('2025-12-31'))).toBeUndefined()
    expect(periodAt(pack, on('2026-01-28'))?.index).toBe(0)
    expect(periodAt(pack, on('2026-01-29'))).toBeUndefined()
    expect(periodAt(pack, on('2026-01-29'), { expected: true })?.index).toBe(1)
    expect(periodAt(pack, on('2025-12-31'), { expected: true })).toBeUndefined()
  })

  it('is undefined in the gap that a late renewal leaves', () => {
    const { terms } = renewTerms(packFrom('2026-01-01'), {
      renewedOn: on('2026-02-03'),
      today: on('2026-02-03'),
    })
    expect(periodAt(terms, on('2026-02-02'))).toBeUndefined()
    expect(periodAt(terms, on('2026-02-03'))).toMatchObject({ index: 1, endsOn: '2026-03-03' })
    expect(nextPeriods(terms, on('2026-02-01'), 5).map(({ index }) => index)).toEqual([1])
  })

  it('ends a cut period where the next one begins', () => {
    const terms = changePlanAt(termsFrom('2026-01-31'), on('2026-02-10'), { price: inr(100) })
    expect(periodAt(terms, on('2026-02-09'))).toMatchObject({ index: 0, endsOn: '2026-02-10' })
    expect(periodAt(terms, on('2026-02-10'))).toMatchObject({ index: 1, amount: 100 })
  })
})

describe('nextPeriods', () => {
  it('lists what starts after today', () => {
    const terms = termsFrom('2026-01-31')
    expect(startsOf(nextPeriods(terms, on('2026-02-27'), 2))).toEqual(['2026-02-28', '2026-03-31'])
    expect(startsOf(nextPeriods(terms, on('2026-02-28'), 1))).toEqual(['2026-03-31'])
    expect(startsOf(nextPeriods(terms, on('2025-06-01'), 1))).toEqual(['2026-01-31'])
    expect(nextPeriods(packFrom('2026-01-01'), on('2026-01-10'), 2)).toEqual([])
    expect(startsOf(nextPeriods(packFrom('2026-01-01'), on('2026-01-10'), 2, { expected: true }))).toEqual([
      '2026-01-29',
      '2026-02-26',
    ])
  })
})

describe('periodByIndex and lastEndOf', () => {
  it('know the end of a manual subscription and no period below zero', () => {
    expect(lastEndOf(packFrom('2026-01-01'))).toBe('2026-01-29')
    expect(lastEndOf(termsFrom('2026-01-01'))).toBeNull()
    expect(() => periodByIndex(packFrom('2026-01-01'), -1)).toThrow(/not the index of a period/)
    expect(periodByIndex(packFrom('2026-01-01'), 13)).toMatchObject({
      startsOn: '2026-12-31',
      expected: true,
    })
  })

  it('know no period after the last of closed segments', () => {
    const terms = termsFrom('2026-01-01', { interval: monthly })
    const closed = { ...terms, segments: terms.segments.map((segment) => ({ ...segment, periods: 2 })) }
    expect(periodByIndex(closed, 1).startsOn).toBe('2026-02-01')
    expect(() => periodByIndex(closed, 2)).toThrow(/There is no period 2/)
    expect(periodAt(closed, on('2026-03-01'))).toBeUndefined()
  })
})
