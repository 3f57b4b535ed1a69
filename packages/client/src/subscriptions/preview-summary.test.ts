import { parseCalendarDate as on } from '@streamline/domain'
import { describe, expect, test } from 'vitest'
import { isLongHistory, periodsToAsk, summaryOf } from './preview-summary.ts'

const period = (from: string, until: string, due = from) => ({
  startsOn: on(from),
  endsOn: on(until),
  dueOn: on(due),
  phase: 'regular' as const,
})

const today = on('2026-11-23')

describe('how many periods to ask for', () => {
  test('three, where it starts today or later', () => {
    expect(periodsToAsk('2026-11-23', { count: 1, unit: 'month' }, today)).toBe(3)
    expect(periodsToAsk('2027-01-01', { count: 1, unit: 'month' }, today)).toBe(3)
  })

  test('enough to reach three past today, but never more than one answer holds', () => {
    expect(periodsToAsk('2026-01-31', { count: 1, unit: 'month' }, today)).toBeGreaterThanOrEqual(13)
    // A long history is asked about from the period that runs.
    expect(periodsToAsk('1990-01-01', { count: 1, unit: 'week' }, today)).toBe(3)
    expect(isLongHistory('1990-01-01', { count: 1, unit: 'week' }, today)).toBe(true)
    expect(isLongHistory('2026-01-31', { count: 1, unit: 'month' }, today)).toBe(false)
  })

  test('nothing is counted from a date that does not exist', () => {
    expect(periodsToAsk('2026-02-31', { count: 1, unit: 'month' }, today)).toBe(3)
  })
})

describe('what the preview says', () => {
  const months = [
    period('2026-08-31', '2026-09-30'),
    period('2026-09-30', '2026-10-31'),
    period('2026-10-31', '2026-11-30'),
    period('2026-11-30', '2026-12-31'),
    period('2026-12-31', '2027-01-31'),
    period('2027-01-31', '2027-02-28'),
  ]

  test('periods that are over are counted, the running one and two more are shown', () => {
    const summary = summaryOf(months, today, 'automatic')
    expect(summary.past).toHaveLength(2)
    expect(summary.current).toEqual(months[2])
    expect(summary.shown).toEqual(months.slice(2, 5))
    expect(summary.mayBePaid).toBe(true)
  })

  test('a bill that is not due yet cannot have been forgotten', () => {
    expect(summaryOf([period('2026-11-05', '2026-12-05', '2026-12-20')], today, 'automatic').mayBePaid).toBe(
      false,
    )
  })

  test('a pack that was recharged long ago has stopped; nothing was raised behind it', () => {
    const summary = summaryOf(
      [period('2026-09-01', '2026-09-29'), period('2026-09-29', '2026-10-27')],
      today,
      'manual',
    )
    expect(summary).toMatchObject({ past: [], stopped: true })
  })

  test('a start that lies ahead has no running period', () => {
    expect(summaryOf([period('2026-12-01', '2027-01-01')], today, 'automatic').current).toBeNull()
  })
})
