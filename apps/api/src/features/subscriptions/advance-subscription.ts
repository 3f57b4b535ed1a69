import { addDays, minDate, type CalendarDate } from '@streamline/domain'
import { raisedBy } from './subscription-schedule.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** Fewer days than charges may be raised at once, so that also a daily pack catches up, in several steps. */
const DAYS_AT_ONCE = 300

/** The charges that came due by a date, as the next step of bookkeeping; null when none did. */
export const advancedSubscription = (
  subscription: SubscriptionDocument,
  today: CalendarDate,
): SubscriptionDocument | null => {
  const { id, facts, raised, nextEffectOn } = subscription
  if (nextEffectOn === null || nextEffectOn > today) return null
  const on = minDate(today, addDays(nextEffectOn, DAYS_AT_ONCE))
  const next = raisedBy(facts, on, raised)
  if (next.raised === raised && next.nextEffectOn === nextEffectOn) return null
  return {
    ...subscription,
    ...next,
    pendingEffects: [
      ...subscription.pendingEffects,
      {
        id: `${id}:${raised}`,
        kind: 'raiseCharges',
        on,
        fromIndex: raised,
        voidFromIndex: null,
        assumePaidBeforeIndex: null,
        splitFrom: null,
      },
    ],
  }
}
