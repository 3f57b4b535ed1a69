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

test('a form for a plan opens with its day and its people, where these are a day and ids', () => {
  const person = '01a22d46-2c27-7368-bbd1-9b325a98e588'
  const search = { plan: 'jio-in-299', starts: '2026-12-01', people: `${person},${person}` }
  expect(addSearch(search)).toEqual(search)
  expect(addSearch({ ...search, starts: 'soon', people: `${person},7` })).toEqual({ plan: 'jio-in-299' })
})
