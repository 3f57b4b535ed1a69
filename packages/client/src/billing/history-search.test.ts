import { expect, test } from 'vitest'
import { changedSearch, historyFilters, historyKinds } from './history-search.ts'

test('only what was chosen is asked for, and no day that does not exist', () => {
  expect(historyFilters({})).toEqual({})
  expect(historyFilters({ of: 'netflix', member: 'ravi', kind: 'refund', from: '2026-11-01' })).toEqual({
    subscriptionId: 'netflix',
    memberId: 'ravi',
    kind: 'refund',
    from: '2026-11-01',
  })
  expect(historyFilters({ until: '2026-11-31' })).toEqual({})
})

test('who is alone is not offered what happens between people', () => {
  expect(historyKinds(true)).toContain('settlement')
  expect(historyKinds(false)).not.toContain('settlement')
  expect(historyKinds(false)).toContain('payment')
})

test('a change is taken over, and what is asked no more is gone', () => {
  expect(changedSearch({ of: 'netflix', from: '2026-11-01' }, { of: undefined, member: 'ravi' })).toEqual({
    member: 'ravi',
    from: '2026-11-01',
  })
})
