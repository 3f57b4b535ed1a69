import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { ageOfScreen, isWorthKeeping } from './kept-answers.ts'

const queriesWith = (...keys: readonly (readonly unknown[])[]): QueryClient => {
  const queries = new QueryClient()
  for (const [at, key] of keys.entries()) queries.setQueryData(key, {}, { updatedAt: 1000 - at })
  return queries
}

const kept = (key: readonly unknown[]): boolean =>
  queriesWith(key).getQueryCache().findAll().every(isWorthKeeping)

test('what the rooms show is kept; secrets, other people’s accounts and passing questions are not', () => {
  expect([
    kept(['me']),
    kept(['households', 'h', 'overview']),
    kept(['households', 'h', 'subscriptions', 'one', 's']),
    kept(['households', 'h', 'savings']),
    kept(['households', 'h', 'insights', 'spend', { by: 'kind' }]),
  ]).toEqual([true, true, true, true, true])
  expect([
    kept(['security']),
    kept(['households', 'h', 'invitations']),
    kept(['households', 'h', 'subscriptions', 'preview', {}]),
    kept(['administration', 'users']),
  ]).toEqual([false, false, false, false])
})

test('a screen that shows nothing of a household has no age', () => {
  expect(ageOfScreen(queriesWith(['me']))).toBeNull()
})
