import { createReach } from '@streamline/client'

/** Whether the service answers, as far as this page knows. */
const reach = createReach(!navigator.onLine)

export const isOutOfReach = reach.isAway
export const subscribeToReach = reach.subscribe
export const watchingReach = reach.watching

addEventListener('offline', () => reach.become(true))
addEventListener('online', () => reach.become(false))
