import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inr, on } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import type { CostOfDays } from './cost-of-use.ts'
import { costOfUse } from './cost-of-use.ts'
import type { UsageReading } from './reading.ts'
import type { UsageKind } from './usage-kind.ts'

const charge = (startsOn: string, endsOn: string, amount: number): CostOfDays => ({
  startsOn: on(startsOn),
  endsOn: on(endsOn),
  amount: inr(amount),
})
const noted = (kind: UsageKind, date: string, amount: number): UsageReading => ({
  kind,
  on: on(date),
  since: on(date),
  covers: 'day',
  amount,
})
const september = charge('2026-09-01', '2026-10-01', 64_900)
const october = charge('2026-10-01', '2026-11-01', 64_900)
const november = charge('2026-11-01', '2026-12-01', 64_900)
const three = [september, october, november]
const today = on('2026-11-30')

describe('what a use costs', () => {
  it('is what was charged since the period of the first note, divided once', () => {
    const uses = [
      noted('used', '2026-10-05', 1),
      noted('used', '2026-11-05', 1),
      noted('used', '2026-11-29', 1),
    ]
    expect(costOfUse(three, uses, today)).toEqual({
      window: { startsOn: '2026-10-01', endsOn: '2026-12-01' },
      cost: inr(129_800),
      perUse: { count: 3, each: inr(43_267) },
      perHour: null,
      perGigabyte: null,
    })
  })

  it('counts a day once, and no day on which it was not used', () => {
    const uses = [
      noted('used', '2026-11-05', 1),
      noted('hours', '2026-11-05', 90),
      noted('hours', '2026-11-06', 30),
      noted('used', '2026-11-07', 0),
    ]
    const cost = costOfUse(three, uses, today)
    expect(cost?.perUse).toEqual({ count: 2, each: inr(32_450) })
    expect(cost?.perHour).toEqual({ count: 120, each: inr(32_450) })
  })

  it('is told for a gigabyte of 1,024 megabytes', () => {
    const data = [noted('data', '2026-11-02', 2048), noted('data', '2026-11-20', 8192)]
    expect(costOfUse(three, data, today)?.perGigabyte).toEqual({ count: 10_240, each: inr(6490) })
  })

  it('of a meter is that of the days which it counts', () => {
    const meter: UsageReading = {
      ...noted('data', '2026-11-20', 20_480),
      covers: 'soFar',
      since: on('2026-11-01'),
    }
    expect(costOfUse([november], [meter], today)).toMatchObject({
      window: { startsOn: '2026-11-01', endsOn: '2026-11-21' },
      cost: inr(43_267),
      perGigabyte: { count: 20_480, each: inr(2163) },
    })
  })

  it('looks back 90 days, and charges the days of them only', () => {
    const year = charge('2026-01-01', '2027-01-01', 365_000)
    const uses = [noted('used', '2026-02-01', 1), noted('used', '2026-11-01', 1)]
    expect(costOfUse([year], uses, today)).toMatchObject({
      window: { startsOn: '2026-09-02', endsOn: '2026-12-01' },
      cost: inr(90_000),
      perUse: { count: 1, each: inr(90_000) },
    })
  })

  it('is nothing where nothing was noted, used or charged, and in no mix of currencies', () => {
    expect(costOfUse(three, [], today)).toBeNull()
    expect(costOfUse(three, [noted('used', '2026-11-07', 0)], today)).toBeNull()
    expect(costOfUse(three, [noted('hours', '2026-11-07', 0)], today)).toBeNull()
    expect(costOfUse([], [noted('used', '2026-11-07', 1)], today)).toBeNull()
    const dollars = { ...october, amount: { amount: 999, currency: 'USD' } }
    expect(costOfUse([dollars, november], [noted('used', '2026-10-07', 1)], today)).toBeNull()
  })

  it('of a trial is nothing', () => {
    expect(
      costOfUse([charge('2026-11-01', '2026-12-01', 0)], [noted('used', '2026-11-07', 1)], today)?.perUse
        ?.each,
    ).toEqual(inr(0))
  })

  it('is rounded once: uses times each is never off by more than half a paisa per use', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 30 }),
        (amount, days) => {
          const uses = days.map((shift) => noted('used', addDays(on('2026-11-01'), shift), 1))
          const cost = costOfUse([charge('2026-11-01', '2026-12-01', amount)], uses, today)
          expect(cost?.cost).toEqual(inr(amount))
          const { count = 0, each = inr(0) } = cost?.perUse ?? {}
          expect(count).toBe(days.length)
          expect(Math.abs(each.amount * count - amount) * 2).toBeLessThanOrEqual(count)
        },
      ),
    )
  })
})
