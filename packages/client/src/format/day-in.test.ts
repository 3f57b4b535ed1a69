import { expect, test } from 'vitest'
import { dayIn } from './day-in.ts'

test('a moment lies on the day that it is where the household is', () => {
  const at = Date.UTC(2026, 10, 30, 19, 0)
  expect([dayIn('Asia/Kolkata', at), dayIn('Europe/Berlin', at), dayIn('America/Los_Angeles', at)]).toEqual([
    '2026-12-01',
    '2026-11-30',
    '2026-11-30',
  ])
})
