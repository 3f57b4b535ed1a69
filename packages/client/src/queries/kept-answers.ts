import type { Query, QueryClient } from '@tanstack/react-query'

/** What Home, the list, a subscription, Money, Savings and Insights show, and what will be told next. Nothing of ways in, secrets, links or other people's accounts. */
const shown = new Set([
  'overview',
  'members',
  'subscriptions',
  'charges',
  'payments',
  'balances',
  'usage',
  'reminders',
  'savings',
  'insights',
])

/** Questions about what is being typed are worth nothing later. */
const isPassing = (part: unknown): boolean => part === 'preview' || part === 'outlook'

/** What is on screen again before anybody was asked, on this device alone. */
export const isWorthKeeping = ({ queryKey, state }: Query): boolean =>
  state.status === 'success' &&
  (queryKey[0] === 'me' ||
    (queryKey[0] === 'households' && shown.has(String(queryKey[2])) && !isPassing(queryKey[3])))

/** As of when what is on screen is, in milliseconds since 1970: its oldest answer. */
export const ageOfScreen = (queries: QueryClient): number | null => {
  const times = queries
    .getQueryCache()
    .findAll({ queryKey: ['households'], type: 'active' })
    .map(({ state }) => state.dataUpdatedAt)
    .filter((at) => at > 0)
  return times.length === 0 ? null : Math.min(...times)
}
