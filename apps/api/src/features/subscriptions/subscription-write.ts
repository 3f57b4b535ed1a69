import type { CalendarDate } from '@streamline/domain'
import type { Occasion } from './create-subscription.ts'
import { raisedBy } from './subscription-schedule.ts'
import type { SubscriptionDocument, SubscriptionEffect } from './subscription.document.ts'

/** Acts that are remembered: far more than one person can have in flight. */
const REMEMBERED = 8

interface Owed {
  /** Charges from this period on follow the facts. */
  readonly fromIndex: number
  readonly voidFromIndex?: number
  /** From this day on who bears what has changed. */
  readonly splitFrom?: CalendarDate | undefined
  readonly payment?: Omit<Extract<SubscriptionEffect, { kind: 'recordPayment' }>, 'id' | 'kind'>
}

/** A changed document together with what it owes to billing because of the change, in one write. */
export const written = (
  changed: SubscriptionDocument,
  { act, today, now }: Occasion,
  { fromIndex, voidFromIndex, payment, splitFrom }: Owed,
): SubscriptionDocument => {
  const raised = Math.min(changed.raised, voidFromIndex ?? changed.raised)
  return {
    ...changed,
    ...raisedBy(changed.facts, today, raised),
    pendingEffects: [
      ...changed.pendingEffects,
      {
        id: act,
        kind: 'raiseCharges',
        on: today,
        // What came due since the last look is owed as well.
        fromIndex: Math.min(fromIndex, raised),
        voidFromIndex: voidFromIndex ?? null,
        assumePaidBeforeIndex: null,
        splitFrom: splitFrom ?? null,
      },
      ...(payment === undefined ? [] : [{ id: act, kind: 'recordPayment' as const, ...payment }]),
    ],
    acts: [...changed.acts, act].slice(-REMEMBERED),
    updatedAt: now,
  }
}
