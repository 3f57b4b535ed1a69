import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import { addDays, type CalendarDate } from '../time/calendar.ts'
import { calendarDateIn, startOfDay } from '../time/zone.ts'
import { isQuiet, timeOutsideQuiet } from './preferences.ts'
import type { PlannedReminder } from './planned.ts'
import type { ReminderKind } from './reminder.ts'
import { nextSendDay, outsideQuiet, sendInstant, sendTimeOf } from './send-time.ts'

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

const planned = (
  kind: ReminderKind,
  day: CalendarDate,
  lead: number,
  changes: Partial<PlannedReminder['occasion']> = {},
): PlannedReminder => ({
  kind,
  subjectId: 'tri',
  on: day,
  lead,
  sendOn: addDays(day, -lead),
  occasion: {
    kind,
    subjectId: 'tri',
    subscriptionId: 'tri',
    on: day,
    from: null,
    until: day,
    amount: null,
    concerned: 'manager',
    isNews: false,
    nextOn: null,
    count: 1,
    ...changes,
  },
})

describe('sendTimeOf', () => {
  const [kolkata, newYork] = ['Asia/Kolkata', 'America/New_York'] as const
  const times = at('18:00', night)
  const sent = (one: PlannedReminder, timeZone: string, householdZone: string) =>
    sendTimeOf(one, { preferences: times, timeZone, householdZone }, 0)

  it('is the time of the person on its day where that is in time', () => {
    const one = planned('trialEnding', on('2027-08-13'), 0)
    expect(iso(sent(one, kolkata, kolkata))).toBe('2027-08-13T12:30:00.000Z')
    expect(iso(sent(one, kolkata, newYork))).toBe('2027-08-13T12:30:00.000Z')
    expect(iso(sent(planned('overdue', on('2027-08-13'), -1), newYork, kolkata))).toBe(
      '2027-08-14T22:00:00.000Z',
    )
  })

  it('is the last one before the day is over in the household, where the person is behind it', () => {
    // 18:00 of the 12th in New York is 03:30 of the 13th in India.
    for (const lead of [0, 1])
      expect(iso(sent(planned('trialEnding', on('2027-08-13'), lead), newYork, kolkata))).toBe(
        '2027-08-12T22:00:00.000Z',
      )
    expect(iso(sent(planned('expiry', on('2027-08-14'), 1), newYork, kolkata))).toBe(
      '2027-08-12T22:00:00.000Z',
    )
  })

  it('is never before there is something to say', () => {
    const bill = planned('due', on('2027-08-13'), 0, { from: on('2027-08-13') })
    expect(iso(sent(bill, newYork, kolkata))).toBe('2027-08-13T22:00:00.000Z')
  })

  it('is before the end of the day by which something must be done, in every pair of zones', () => {
    const zones = fc.constantFrom(
      'Asia/Kolkata',
      'America/New_York',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Europe/Berlin',
      'Pacific/Apia',
      'Pacific/Chatham',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    )
    const wallTime = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const kinds = fc.constantFrom(...(['trialEnding', 'decideBy', 'due', 'renewal'] as const))
    const days = fc.integer({ min: 0, max: 800 }).map((n) => addDays(on('2026-01-01'), n))
    const leads = fc.constantFrom(0, 1, 3, 7)
    fc.assert(
      fc.property(kinds, days, leads, wallTime, wallTime, wallTime, zones, zones, (...drawn) => {
        const [kind, day, lead, sendAt, from, until, timeZone, householdZone] = drawn
        const preferences = { sendAt, quiet: { from, until } }
        const one = planned(kind, day, lead)
        const instant = sendTimeOf(one, { preferences, timeZone, householdZone }, 0)
        const lastDay = kind === 'renewal' && lead > 0 ? addDays(day, -1) : day
        expect(instant).toBeLessThan(startOfDay(addDays(lastDay, 1), householdZone))
        const localDay = calendarDateIn(instant, timeZone)
        expect(instant).toBe(sendInstant(localDay, preferences, timeZone))
        // It comes on its own day wherever that is in time.
        const own = sendInstant(addDays(day, -lead), preferences, timeZone)
        if (own < startOfDay(addDays(lastDay, 1), householdZone)) expect(instant).toBe(own)
      }),
    )
  })
})
