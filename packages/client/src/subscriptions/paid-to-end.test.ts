import type { CalendarDate } from '@streamline/domain'
import { describe, expect, it } from 'vitest'
import { isPaidToEnd } from './paid-to-end.ts'

const on = (date: string) => date as CalendarDate
const period = (startsOn: string, endsOn: string, changes = {}) => ({
  startsOn: on(startsOn),
  endsOn: on(endsOn),
  expected: false,
  state: 'paid' as const,
  amount: { amount: 64_900, currency: 'INR' },
  ...changes,
})
const past = period('2026-10-03', '2026-11-03', { state: 'overdue' })
const running = period('2026-11-03', '2026-12-03')
const forecast = period('2026-12-03', '2027-01-03', { expected: true, state: null })
const at = { today: on('2026-11-06'), usableUntil: on('2026-12-02') }

describe('isPaidToEnd', () => {
  it('is so where the days that are left are paid, whatever came before and comes after', () => {
    expect(isPaidToEnd([past, running, forecast], at)).toBe(true)
  })

  it('is not so of a bill that is open, of a trial, or of nothing', () => {
    for (const state of ['due', 'overdue', 'partlyPaid', 'waived'])
      expect(isPaidToEnd([past, { ...running, state } as typeof running], at)).toBe(false)
    const free = period('2026-11-03', '2026-12-03', { amount: { amount: 0, currency: 'INR' } })
    expect(isPaidToEnd([free], at)).toBe(false)
    expect(isPaidToEnd([], at)).toBe(false)
    expect(isPaidToEnd([running], { ...at, usableUntil: null })).toBe(false)
  })

  it('holds of all packs that wait behind each other', () => {
    const queued = period('2026-12-03', '2027-01-03', { state: 'due' })
    expect(isPaidToEnd([running, queued], { ...at, usableUntil: on('2027-01-02') })).toBe(false)
    expect(isPaidToEnd([running, queued], at)).toBe(true)
  })
})
