import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import { addDays } from '../time/calendar.ts'
import { isQuiet, timeOutsideQuiet } from './preferences.ts'
import { nextSendDay, outsideQuiet, sendInstant } from './send-time.ts'

const night = { from: '22:00', until: '07:00' }
const at = (sendAt: string, quiet: typeof night | null = null) => ({ sendAt, quiet })
const iso = (epochMs: number) => new Date(epochMs).toISOString()

describe('sendInstant', () => {
  it('is the wall time of the person', () => {
    expect(iso(sendInstant(on('2026-12-03'), at('09:00'), 'Asia/Kolkata'))).toBe('2026-12-03T03:30:00.000Z')
  })

  it('moves on by the gap where clocks go forward, and takes the first where they go back', () => {
    expect(iso(sendInstant(on('2026-03-29'), at('02:30'), 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z')
    expect(iso(sendInstant(on('2026-10-25'), at('02:30'), 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z')
  })

  it('waits for the end of quiet hours, and comes before them where they end tomorrow', () => {
    expect(timeOutsideQuiet(at('06:00', night))).toBe('07:00')
    expect(timeOutsideQuiet(at('23:00', night))).toBe('21:59')
    expect(timeOutsideQuiet(at('13:00', { from: '12:00', until: '14:00' }))).toBe('14:00')
    expect(timeOutsideQuiet(at('09:00', night))).toBe('09:00')
  })

  const wallTime = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

  it('is never in quiet hours', () => {
    fc.assert(
      fc.property(wallTime, wallTime, wallTime, (sendAt, from, until) => {
        expect(isQuiet(timeOutsideQuiet({ sendAt, quiet: { from, until } }), { from, until })).toBe(false)
      }),
    )
  })

  it('comes once on each day, in their order', () => {
    const zones = fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), wallTime, zones, (days, sendAt, zone) => {
        const day = addDays(on('2026-01-01'), days)
        expect(sendInstant(day, at(sendAt), zone)).toBeLessThan(
          sendInstant(addDays(day, 1), at(sendAt), zone),
        )
      }),
    )
  })
})

describe('nextSendDay', () => {
  it('is today until its messages were sent', () => {
    expect(nextSendDay(Date.parse('2026-12-03T03:30:00Z'), at('09:00'), 'Asia/Kolkata')).toBe('2026-12-03')
    expect(nextSendDay(Date.parse('2026-12-03T03:30:01Z'), at('09:00'), 'Asia/Kolkata')).toBe('2026-12-04')
  })
})

describe('outsideQuiet', () => {
  it('is now, or the end of the quiet hours', () => {
    const from = (now: string) => iso(outsideQuiet(Date.parse(now), at('09:00', night), 'Asia/Kolkata'))
    expect(from('2026-12-03T06:00:00Z')).toBe('2026-12-03T06:00:00.000Z')
    expect(from('2026-12-03T17:30:00Z')).toBe('2026-12-04T01:30:00.000Z')
    expect(from('2026-12-03T20:00:00Z')).toBe('2026-12-04T01:30:00.000Z')
    expect(iso(outsideQuiet(0, at('09:00'), 'Asia/Kolkata'))).toBe('1970-01-01T00:00:00.000Z')
  })
})
