import { expect, test } from 'vitest'
import { addSearch, billingSearch, nextSearch, subscriptionsSearch } from './search.ts'

test('after signing in nobody is sent to another site', () => {
  const strange = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    7,
  ]
  expect(strange.map((next) => nextSearch({ next }))).toEqual(strange.map(() => ({})))
  expect(nextSearch({ next: '/money?tab=paid' })).toEqual({ next: '/money?tab=paid' })
})

test('an address with unknown words opens the screen without them', () => {
  expect(subscriptionsSearch({ kind: 'gas', status: 'running', q: '', member: 5 })).toEqual({
    status: 'running',
  })
  expect(billingSearch({ tab: 'nowhere' })).toEqual({})
  expect(addSearch({ provider: 'netflix', queue: 'jio,act', extra: true })).toEqual({
    provider: 'netflix',
    queue: 'jio,act',
  })
})
