import { lastSegment } from '../subscription/change.ts'
import { cashOfHeld } from './cash.ts'
import type { CashDebit } from './cash.ts'
import { coversOfHeld } from './cover.ts'
import { holdingOf } from './holding.ts'
import type { HeldSubscription } from './holding.ts'
import { FREE } from './set-program.ts'
import type { Draft, Outlook } from './set-program.ts'

/** What goes on whatever is chosen: all that is neither a line to decide about nor a stream, such as what was cancelled. */
function fixedOf({ input, lines, streams }: Outlook): HeldSubscription[] {
  const decided = new Set([
    ...lines.map(({ need }) => need.subscriptionId),
    ...streams.map(({ held }) => held.subscription.id),
  ])
  return input.held.flatMap(({ subscription }) => (decided.has(subscription.id) ? [] : [subscription]))
}

/** What is paid whatever is chosen. */
export function fixedDebits(outlook: Outlook): CashDebit[] {
  const { input, year } = outlook
  return fixedOf(outlook).flatMap(({ id, facts }) =>
    lastSegment(facts.terms).price.currency === input.currency ? cashOfHeld(id, facts, year) : [],
  )
}

/** What is there whatever is chosen: the paid days that remain of what was cancelled, and all that goes on by itself. */
export function fixedOptions(outlook: Outlook): Draft[] {
  const { input, year } = outlook
  return fixedOf(outlook).flatMap((subscription): Draft[] => {
    const { id } = subscription
    const covers = coversOfHeld(holdingOf(subscription, input.today).spans, null, year)
    const base = { slot: `fixed ${id}`, subscriptionId: id, leaveOn: null, plan: null, from: null, ...FREE }
    return covers.length === 0 ? [] : [{ ...base, isFixed: true, debits: [], covers }]
  })
}
