import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { every, factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import { addDays, daysBetween } from '../time/calendar.ts'
import type { Allowance } from './allowance.ts'
import { allowanceSpan } from './allowance-span.ts'
import { allowanceStanding } from './allowance-standing.ts'
import type { UsageReading } from './reading.ts'

const data = (amount: number | null, per: Allowance['per'] = 'period'): Allowance => ({
  kind: 'data',
  amount,
  per,
})
const span = { startsOn: on('2026-11-01'), endsOn: on('2026-12-01') }
const reading = (date: string, amount: number, changes: Partial<UsageReading> = {}): UsageReading => ({
  kind: 'data',
  on: on(date),
  since: on(date),
  covers: 'day',
  amount,
  ...changes,
})
const spanAt = (start: string, count: number, per: Allowance['per'], date: string) =>
  allowanceSpan(factsOf(termsFrom(start, { interval: every(count, 'month') })), per, on(date))

describe('the days of an allowance', () => {
  it('are the period, half open', () => {
    expect(spanAt('2026-01-31', 1, 'period', '2026-02-27')).toEqual({
      startsOn: '2026-01-31',
      endsOn: '2026-02-28',
    })
    expect(spanAt('2026-01-31', 1, 'period', '2026-02-28')?.startsOn).toBe('2026-02-28')
  })

  it('are a month of what is paid ahead, counted from its first day', () => {
    expect(spanAt('2026-01-31', 12, 'month', '2026-03-05')).toEqual({
      startsOn: '2026-02-28',
      endsOn: '2026-03-31',
    })
    // Three months from 30 November end on 28 February; the months after it count from the 30th again.
    expect(spanAt('2026-11-30', 3, 'month', '2027-04-29')).toEqual({
      startsOn: '2027-03-30',
      endsOn: '2027-04-30',
    })
  })

  it('touch each other, and fill the period, whatever is paid ahead', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 24 }), (shift, count) => {
        const startsOn = addDays(on('2020-01-01'), shift)
        const facts = factsOf(termsFrom(startsOn, { interval: every(count, 'month') }))
        let day = startsOn
        for (let month = 1; month <= count; month++) {
          const own = allowanceSpan(facts, 'month', day)
          expect(own?.startsOn).toBe(day)
          day = own?.endsOn ?? startsOn
        }
        expect(day).toBe(allowanceSpan(facts, 'period', startsOn)?.endsOn)
      }),
      { numRuns: 300 },
    )
  })

  it('are one day, end with a cancellation, and are none where no pack runs', () => {
    const pack = factsOf(packFrom('2026-11-01'))
    expect(allowanceSpan(pack, 'day', on('2026-11-28'))).toEqual({
      startsOn: '2026-11-28',
      endsOn: '2026-11-29',
    })
    expect(allowanceSpan(pack, 'day', on('2026-11-29'))).toBeUndefined()
    const cancellation = {
      requestedOn: on('2026-11-03'),
      effectiveOn: on('2026-11-10'),
      mode: 'now',
    } as const
    expect(allowanceSpan({ ...pack, cancellation }, 'period', on('2026-11-09'))?.endsOn).toBe('2026-11-10')
    expect(allowanceSpan({ ...pack, cancellation }, 'period', on('2026-11-10'))).toBeUndefined()
  })
})

const standing = (readings: UsageReading[], amount: number | null, today = '2026-11-15') =>
  allowanceStanding(data(amount), span, readings, on(today))

describe('an allowance in its days', () => {
  it('says what is used and left, and how much it will be at this rate', () => {
    expect(standing([reading('2026-11-02', 1000), reading('2026-11-15', 500)], 2500)).toMatchObject({
      used: 1500,
      left: 1000,
      percent: 60,
      knownUntil: '2026-11-15',
      expected: 3000,
      state: 'fine',
    })
  })

  it('counts the rate of a meter until its day, not until today', () => {
    const meter = reading('2026-11-10', 1000, { covers: 'soFar', since: on('2026-11-01') })
    expect(standing([meter], 9000)).toMatchObject({ knownUntil: '2026-11-10', expected: 3000 })
    expect(standing([meter, reading('2026-11-12', 500)], 9000)).toMatchObject({
      knownUntil: '2026-11-15',
      expected: 3000,
    })
  })

  it.each([
    [799, 'fine', 79],
    [800, 'near', 80],
    [999, 'near', 99],
    [1000, 'near', 100],
    [1001, 'over', 100],
  ])('of 1,000 is with %i used %s', (used, state, percent) => {
    expect(standing([reading('2026-11-02', used)], 1000)).toMatchObject({ state, percent })
  })

  it('has nothing left below nothing', () => {
    expect(standing([reading('2026-11-02', 5000)], 1000)).toMatchObject({ left: 0, percent: 500 })
  })

  it('foretells nothing before three days are known, without a note, or for a single day', () => {
    expect(standing([reading('2026-11-02', 900)], 1000, '2026-11-02').expected).toBeNull()
    expect(standing([reading('2026-11-02', 900)], 1000, '2026-11-03').expected).toBe(9000)
    expect(standing([], 1000)).toMatchObject({ used: 0, knownUntil: null, expected: null })
    const today = on('2026-11-15')
    const day = { startsOn: today, endsOn: addDays(today, 1) }
    const one = allowanceStanding(data(2048, 'day'), day, [reading('2026-11-15', 2000)], today)
    expect(one).toMatchObject({ used: 2000, expected: null, state: 'near' })
  })

  it('without limit says what is used and nothing more', () => {
    expect(standing([reading('2026-11-02', 5000)], null)).toMatchObject({
      used: 5000,
      left: null,
      percent: null,
      state: 'fine',
    })
  })

  it('knows nothing of tomorrow, nor of another kind', () => {
    expect(standing([reading('2026-11-16', 7), reading('2026-11-02', 9, { kind: 'calls' })], 1000).used).toBe(
      0,
    )
  })

  it('is at the end what was used until then', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(29), { maxLength: 10 }), (days) => {
        const readings = days.map((shift) => reading(addDays(span.startsOn, shift), 100))
        const { used, expected } = standing(readings, 1000, '2026-11-30')
        expect(used).toBe(days.length * 100)
        expect(expected).toBe(days.length === 0 ? null : used)
        expect(daysBetween(span.startsOn, span.endsOn)).toBe(30)
      }),
    )
  })
})
