import { parseCalendarDate as on } from '@streamline/domain'
import { describe, expect, it } from 'vitest'
import { movedOn, stopsOf } from './moving.ts'

const today = on('2026-11-23')
const running = { status: 'active', usableUntil: on('2026-12-09'), cancelledOn: null } as const

describe('a number that moves', () => {
  it('lets the old one run to its end, or stop at once', () => {
    expect(stopsOf(running)).toEqual(['atPeriodEnd', 'now'])
    expect(movedOn(running, 'atPeriodEnd', today)).toBe('2026-12-10')
    expect(movedOn(running, 'now', today)).toBe('2026-11-23')
  })

  it('asks only what can still be said', () => {
    expect(stopsOf({ ...running, status: 'cancelled', cancelledOn: today })).toEqual(['now'])
    expect(stopsOf({ status: 'expired', usableUntil: null, cancelledOn: null })).toEqual(['ended'])
    expect(stopsOf({ status: 'expired', usableUntil: null, cancelledOn: today })).toEqual([])
  })

  it('begins today where nothing is left of the old one', () => {
    expect(movedOn({ status: 'expired', usableUntil: null, cancelledOn: null }, 'ended', today)).toBe(today)
    expect(movedOn(running, null, today)).toBe('2026-12-10')
  })
})
