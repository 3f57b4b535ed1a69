import { describe, expect, it } from 'vitest'
import { inr, on } from '../test-drafts.ts'
import { assumedAhead, assumedOccasions, mondayFrom } from './assumed.ts'
import { remindersOf } from './planned.ts'
import { defaultPreferences } from './preferences.ts'

const coming = (day: string, currency = 'INR') => ({ dueOn: on(day), amount: { amount: 100, currency } })

const mondaysOf = (...args: Parameters<typeof assumedAhead>) =>
  assumedAhead(...args).map((one) => [one.on, one.count, one.amount?.amount ?? null])

describe('assumedOccasions', () => {
  it('asks on Mondays, once for all', () => {
    expect(mondayFrom(on('2026-11-29'))).toBe('2026-11-30')
    expect(mondayFrom(on('2026-11-30'))).toBe('2026-11-30')
    expect(mondayFrom(on('1969-12-30'))).toBe('1970-01-05')
    expect(assumedOccasions('home', { count: 0, total: null }, on('2026-11-29'))).toEqual([])
    const both = assumedOccasions('home', { count: 3, total: inr(100) }, on('2026-11-29'))
    expect(both).toMatchObject([
      { on: '2026-11-23', count: 3 },
      { on: '2026-11-30', count: 3 },
    ])
    expect(assumedOccasions('home', { count: 3, total: null }, on('2026-11-30'))).toHaveLength(1)
    expect(
      remindersOf(both, { preferences: defaultPreferences, snoozes: [], muted: new Set() }),
    ).toMatchObject([
      { sendOn: '2026-11-23', lead: 0 },
      { sendOn: '2026-11-30', lead: 0 },
    ])
  })
})

describe('assumedAhead', () => {
  const none = { count: 0, total: null }

  it('asks on each Monday for what booked itself until then, if nobody looks at it', () => {
    const debits = [coming('2026-12-01'), coming('2026-12-07'), coming('2026-12-22', 'USD')]
    expect(mondaysOf('home', none, debits, on('2026-11-29'))).toEqual([
      ['2026-12-07', 2, 200],
      ['2026-12-14', 2, 200],
      ['2026-12-21', 2, 200],
    ])
    const open = { count: 1, total: inr(50) }
    expect(mondaysOf('home', open, debits, on('2026-12-20'))).toEqual([
      ['2026-12-21', 1, 50],
      ['2026-12-28', 2, null],
      ['2027-01-04', 2, null],
      ['2027-01-11', 2, null],
    ])
  })

  it('asks on the next Monday for what is asked for when it is there', () => {
    const open = { count: 2, total: inr(100) }
    expect(assumedAhead('home', open, [], on('2026-11-30'))[0]).toEqual(
      assumedOccasions('home', open, on('2026-11-30'))[0],
    )
  })
})
