import { parseCalendarDate } from '@streamline/domain'
import { expect, test } from 'vitest'
import { dayProblemOf } from './day-problem.ts'

const today = parseCalendarDate('2026-11-29')

test('each day that money cannot have moved on is refused for its own reason', () => {
  expect(dayProblemOf('2026-11-30', today)).toBe('ahead')
  expect(dayProblemOf('2026-02-30', today)).toBe('paidOn')
  expect(dayProblemOf('', today)).toBe('paidOn')
  expect(dayProblemOf('2006-11-28', today)).toBe('longAgo')
  expect(dayProblemOf('2006-11-29', today)).toBe(null)
  expect(dayProblemOf('2026-11-29', today)).toBe(null)
})
