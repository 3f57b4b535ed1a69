import { addDays, parseCalendarDate } from '@streamline/domain'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChargeRow } from './charge.repository.ts'
import { saidByDay, saidOf } from './said-amount.ts'

const startsOn = parseCalendarDate('2027-01-01')

const charge = (amount: number, days: number): ChargeRow =>
  ({
    startsOn,
    endsOn: addDays(startsOn, days),
    ...saidOf({ net: 8475, tax: 1525, amount: 10_000 }, amount),
  }) as ChargeRow

const period = (days: number, ofDays: number) =>
  ({ startsOn, endsOn: addDays(startsOn, days), days, ofDays }) as Parameters<typeof saidByDay>[1]

const after = (before: ChargeRow, days: number, ofDays: number): ChargeRow => ({
  ...before,
  endsOn: addDays(startsOn, days),
  ...saidByDay(before, period(days, ofDays)),
})

test('a bill that somebody corrected costs what was said again with its days back, however often they changed', () => {
  const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 31 })), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 1, max: 60 }),
      lengths,
      (amount, days, walk) => {
        const said = charge(amount, days)
        let now = said
        for (const [length, more] of walk) {
          now = after(now, length, length + more)
          expect(now.amount).toBe(now.net + now.tax)
          expect(now.amount).toBeLessThanOrEqual(amount)
        }
        expect(after(now, days, days + 2)).toEqual(said)
      },
    ),
  )
})

test('fewer days cost their part', () => {
  expect(after(charge(27_001, 31), 15, 31)).toMatchObject({ amount: 13_065 })
})
