import { addDays, minDate } from '@streamline/domain'
import type { Occasion } from './occasion.ts'
import { owedWith } from './owed.ts'
import { lookAt, raisedBy } from './subscription-schedule.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** Fewer days than charges may be raised at once, so that also a daily pack catches up, in several steps. */
const DAYS_AT_ONCE = 300

/**
 * A subscription with the charges and debits that came due by a date, as the next step of bookkeeping. Where none did, only with when to look
 * again: the household has moved since that was worked out. Null when nothing changes.
 */
export const advancedSubscription = (
  subscription: SubscriptionDocument,
  { today, timeZone, now }: Omit<Occasion, 'act'>,
): SubscriptionDocument | null => {
  const { raised, nextEffectOn, nextLookAt, owed } = subscription
  if (nextEffectOn === null || nextEffectOn > today) {
    const again = lookAt(nextEffectOn, timeZone)
    return again === nextLookAt ? null : { ...subscription, nextLookAt: again }
  }
  const on = minDate(today, addDays(nextEffectOn, DAYS_AT_ONCE))
  const next = raisedBy(subscription, { today: on, timeZone }, raised)
  return { ...subscription, ...next, owed: owedWith(owed, { fromIndex: raised }, { today: on, now }) }
}
