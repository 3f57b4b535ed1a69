import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsOf, monthly, on, termsFrom } from '../test-drafts.ts'
import { addDays, daysBetween } from '../time/calendar.ts'
import { readingOf } from './note.ts'
import { datedUsage, daysUsed, spanOfDay, usedWithin } from './reading.ts'
import type { UsageReading } from './reading.ts'

const first = on('2026-10-01')
const last = on('2026-12-31')
const whole = { startsOn: first, endsOn: addDays(last, 1) }

const day = (date: string, amount: number): UsageReading => ({
  kind: 'data',
  on: on(date),
  since: on(date),
  covers: 'day',
  amount,
})
const soFar = (since: string, date: string, amount: number): UsageReading => ({
  ...day(date, amount),
  since: on(since),
  covers: 'soFar',
})

const anyReading: fc.Arbitrary<UsageReading> = fc
  .record({
    at: fc.integer({ min: 0, max: daysBetween(first, last) }),
    back: fc.integer({ min: 0, max: 40 }),
    amount: fc.integer({ min: 0, max: 100_000 }),
    covers: fc.constantFrom('day' as const, 'soFar' as const),
  })
  .map(({ at, back, amount, covers }) => ({
    kind: 'data',
    on: addDays(first, at),
    since: covers === 'day' ? addDays(first, at) : addDays(first, Math.max(0, at - back)),
    covers,
    amount,
  }))

const used = (readings: readonly UsageReading[], span = whole) =>
  usedWithin(datedUsage(readings, 'data'), span)

describe('what was used', () => {
  it('adds up what is noted of days', () => {
    expect(used([day('2026-11-01', 500), day('2026-11-01', 24), day('2026-11-30', 1)])).toBe(525)
  })

  it('takes a meter for the whole of the days that it counts', () => {
    const readings = [day('2026-11-02', 500), soFar('2026-11-01', '2026-11-10', 4000), day('2026-11-11', 7)]
    expect(used(readings)).toBe(4007)
  })

  it('lets a later meter replace an earlier one, also where it stands lower', () => {
    expect(used([soFar('2026-11-01', '2026-11-10', 4000), soFar('2026-11-01', '2026-11-20', 3000)])).toBe(
      3000,
    )
  })

  it('keeps what came before a meter began to count', () => {
    expect(used([day('2026-10-31', 100), soFar('2026-11-01', '2026-11-10', 4000)])).toBe(4100)
  })

  it('has boundaries that are half open', () => {
    const november = { startsOn: on('2026-11-01'), endsOn: on('2026-12-01') }
    expect(used([day('2026-11-01', 1), day('2026-11-30', 10), day('2026-12-01', 100)], november)).toBe(11)
  })

  it('is, over any days, the sum of all the days', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 40 }), (readings) => {
        const days = Array.from({ length: daysBetween(whole.startsOn, whole.endsOn) }, (_, at) =>
          used(readings, spanOfDay(addDays(first, at))),
        )
        expect(days.reduce((sum, amount) => sum + amount, 0)).toBe(used(readings))
      }),
    )
  })

  it('is the same in whatever order it was noted', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyReading, { maxLength: 20 })
          .chain((readings) =>
            fc.tuple(fc.constant(readings), fc.shuffledSubarray(readings, { minLength: readings.length })),
          ),
        ([readings, shuffled]) => {
          expect(datedUsage(shuffled, 'data')).toEqual(datedUsage(readings, 'data'))
        },
      ),
    )
  })

  it('stands, up to the day of a meter, where the meter stands', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 20 }), fc.nat(9000), (readings, amount) => {
        const earlier = readings.filter((reading) => reading.on < last)
        const meter = soFar('2026-12-01', '2026-12-31', amount)
        expect(used([...earlier, meter], { startsOn: on('2026-12-01'), endsOn: whole.endsOn })).toBe(amount)
      }),
    )
  })

  it('is after a correction what it would have been, had it been noted so', () => {
    const noted = {
      kind: 'mobile' as const,
      facts: factsOf(termsFrom('2026-10-01', { interval: monthly })),
      allowances: [],
    }
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 20 }), anyReading, anyReading, (others, wrong, right) => {
        const { since: _, ...draft } = { ...wrong, on: right.on, covers: right.covers, amount: right.amount }
        const { since: __, ...entered } = right
        expect(datedUsage([...others, readingOf(draft, noted)], 'data')).toEqual(
          datedUsage([...others, readingOf(entered, noted)], 'data'),
        )
      }),
    )
  })

  it('was used on a day when more came on it, and no two times', () => {
    const readings = [
      day('2026-11-01', 0),
      day('2026-11-02', 5),
      day('2026-11-02', 6),
      soFar('2026-11-01', '2026-11-05', 11),
      soFar('2026-11-01', '2026-11-06', 12),
    ]
    expect(daysUsed(readings, ['data'])).toEqual(['2026-11-02', '2026-11-06'])
  })
})
