import { expect, test } from 'vitest'
import { inboxPageOf } from './inbox-page.ts'

test('a message leads to where somebody acts on it', () => {
  expect(inboxPageOf({ kind: 'due', subscriptionId: 's' })).toEqual({ is: 'subscription', id: 's' })
  expect(inboxPageOf({ kind: 'settleUp', subscriptionId: null })).toEqual({ is: 'between' })
  expect(inboxPageOf({ kind: 'settlement', subscriptionId: null })).toEqual({ is: 'between' })
  expect(inboxPageOf({ kind: 'left', subscriptionId: null })).toEqual({ is: 'people' })
  expect(inboxPageOf({ kind: 'assumed', subscriptionId: null })).toEqual({ is: 'home' })
})
