import { useState } from 'react'
import type { SubscriptionWishes } from '../answers.ts'
import { useSubscriptionWishes, useWish } from './notifications.queries.ts'
import { firstOwnLeads } from './rules-draft.ts'

/** What the person who looks wants to hear of one subscription, and how many days ahead; kept as soon as it is said. */
export const useOwnReminders = (id: string) => {
  const { data, error, refetch } = useSubscriptionWishes(id)
  const wish = useWish()
  const [said, setSaid] = useState<Partial<SubscriptionWishes>>({})
  const say = (change: Partial<SubscriptionWishes>): void => {
    setSaid((before) => ({ ...before, ...change }))
    wish.mutate({ id, ...change }, { onSettled: () => setSaid({}) })
  }
  return {
    /** What was just said stands there at once. */
    wishes: data === undefined ? undefined : { ...data, ...said },
    say,
    sayOwn: (isOwn: boolean): void => say({ leadDays: isOwn ? [...firstOwnLeads] : null }),
    error,
    refused: wish.error,
    retry: (): void => void refetch(),
  }
}
