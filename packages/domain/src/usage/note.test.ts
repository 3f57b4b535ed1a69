import { describe, expect, it } from 'vitest'
import { factsOf, on, packFrom, termsFrom } from '../test-drafts.ts'
import type { Noted, UsageDraft } from './note.ts'
import { readingOf, usageFaultOf } from './note.ts'

const jio: Noted = { kind: 'mobile', facts: factsOf(packFrom('2026-11-03')), allowances: [] }
const draft = (changes: Partial<UsageDraft> = {}): UsageDraft => ({
  kind: 'data',
  on: on('2026-11-20'),
  covers: 'day',
  amount: 500,
  ...changes,
})
const today = on('2026-11-23')
const faultOf = (changes: Partial<UsageDraft>, noted: Noted = jio, date = today) =>
  usageFaultOf(draft(changes), noted, date)

describe('a note of use', () => {
  it('is right from the first day to today', () => {
    expect(faultOf({})).toBeNull()
    expect(faultOf({ on: on('2026-11-03'), amount: 0 })).toBeNull()
    expect(faultOf({ on: today, amount: 1_000_000_000 })).toBeNull()
  })

  it.each([
    ['kind', { kind: 'hours' as const }],
    ['meter', { kind: 'used' as const, amount: 1, covers: 'soFar' as const }],
    ['amount', { amount: -1 }],
    ['amount', { amount: 1_000_000_001 }],
    ['amount', { amount: 0.5 }],
    ['amount', { kind: 'used' as const, amount: 2 }],
    ['ahead', { on: on('2026-11-24') }],
    ['beforeStart', { on: on('2026-11-02') }],
  ])('is refused for its %s', (fault, changes) => {
    expect(faultOf(changes)).toBe(fault)
  })

  it('is refused after the end, and of a meter where no pack runs', () => {
    const later = on('2026-12-05')
    expect(faultOf({ on: on('2026-12-02') }, jio, later)).toBeNull()
    expect(faultOf({ on: on('2026-12-02'), covers: 'soFar' }, jio, later)).toBe('notRunning')
    const effectiveOn = on('2026-11-10')
    const over = {
      ...jio,
      facts: { ...jio.facts, cancellation: { requestedOn: effectiveOn, effectiveOn, mode: 'now' as const } },
    }
    expect(faultOf({ on: effectiveOn }, over)).toBe('afterEnd')
  })

  it('of a meter counts from the first day for which the allowance holds', () => {
    const meter = draft({ covers: 'soFar' })
    expect(readingOf(meter, jio).since).toBe('2026-11-03')
    const line: Noted = {
      kind: 'broadband',
      facts: factsOf(termsFrom('2026-01-15', { interval: { count: 12, unit: 'month' } })),
      allowances: [{ kind: 'data', amount: 3_379_200, per: 'month' }],
    }
    expect(readingOf(meter, line).since).toBe('2026-11-15')
    expect(readingOf(meter, { ...line, allowances: [] }).since).toBe('2026-01-15')
    expect(readingOf(draft(), line).since).toBe('2026-11-20')
  })
})
