import { expect, test } from 'vitest'
import { openedAtOnce } from './opened-at-once.ts'

test('what an address asks for is opened only where it may be done', () => {
  expect(openedAtOnce('cancel', ['cancel', 'renew'])).toBe('cancel')
  expect(openedAtOnce('recharge', ['cancel', 'renew'])).toBe('recharge')
  expect(openedAtOnce('recharge', ['cancel'])).toBeNull()
  expect(openedAtOnce('cancel', [])).toBeNull()
  expect(openedAtOnce('pay', ['cancel', 'renew'])).toBeNull()
  expect(openedAtOnce(undefined, ['cancel'])).toBeNull()
})
