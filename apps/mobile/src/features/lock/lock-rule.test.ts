import { isLockedBy, lockChoiceIn } from './lock-rule.ts'

const now = Date.UTC(2026, 10, 30)

test('the app is locked once it was away as long as was chosen', () => {
  expect([isLockedBy('minute', now - 59_999, now), isLockedBy('minute', now - 60_000, now)]).toEqual([
    false,
    true,
  ])
  expect(isLockedBy('now', now, now)).toBe(true)
  expect(isLockedBy('off', 0, now)).toBe(false)
})

test('a clock that was put back opens nothing', () => {
  expect(isLockedBy('minutes', now + 1, now)).toBe(true)
})

test('what was stored by nobody is no lock', () => {
  expect(['minutes', null, 'toString', 'soon'].map(lockChoiceIn)).toEqual(['minutes', 'off', 'off', 'off'])
})
