import type { contract } from '@streamline/contract'
import { addMonths, lookText, splitFrom, statusOf, type CalendarDate } from '@streamline/domain'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { acted } from './acted.ts'
import type { Occasion } from './occasion.ts'
import { ownAllowances } from './own-allowances.ts'
import { puttingOff, soonestPriceOn } from './price-from.ts'
import { recordsItselfChanged } from './records-itself.ts'
import { withSplitsOf } from './splits-of-acts.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export type UpdateInput = Call<typeof contract.subscriptions.update>['input']

/** Other names, people and notes, and another price from the first period that is not billed yet. */
export const updatedSubscription = (
  subscription: SubscriptionDocument,
  input: UpdateInput,
  occasion: Occasion,
  settledUntil: CalendarDate | null = null,
): SubscriptionDocument => {
  const { name, managedBy, paidBy, split, noticeDays, price, allowances } = input
  const { facts } = subscription
  if (price !== undefined) assertGoesOn(facts, occasion.today)
  // A new price and its split belong together: what runs keeps both.
  const later = puttingOff(subscription, undefined, settledUntil, occasion.today)
  const from =
    input.splitFrom ??
    (price === undefined ? occasion.today : (later ?? soonestPriceOn(subscription, occasion.today)))
  if (split !== undefined && (input.splitFrom !== undefined || price === undefined))
    assertSplitDay(subscription, from, occasion.today)
  const splitChange = split === undefined ? undefined : from
  const described: SubscriptionDocument = {
    ...subscription,
    ...(name === undefined ? {} : { name }),
    ...(input.kind === undefined ? {} : { kind: input.kind }),
    ...(input.look === undefined ? {} : { look: lookText(input.look) }),
    ...(input.visibility === undefined ? {} : { visibility: input.visibility }),
    ...(managedBy === undefined ? {} : { managedBy }),
    ...(paidBy === undefined ? {} : { paidBy }),
    ...(split === undefined ? {} : { splits: splitFrom(subscription.splits, from, split) }),
    ...(noticeDays === undefined ? {} : { noticeDays }),
    ...stoppingAt(input.stopsAt),
    ...(allowances === undefined
      ? {}
      : { allowances: ownAllowances(allowances, input.kind ?? subscription.kind) }),
    recordsItself: recordsItselfChanged(
      subscription.recordsItself,
      input,
      subscription.facts.terms,
      occasion.today,
    ),
    ...(input.usedBy === undefined ? {} : { usedBy: [...new Set(input.usedBy)] }),
    ...(input.labels === undefined ? {} : { labels: [...new Set(input.labels)] }),
    ...(input.keptBesideId === undefined ? {} : { keptBesideId: input.keptBesideId }),
    // An empty text takes the note away.
    ...(input.note === undefined ? {} : { note: input.note || null }),
  }
  if (price === undefined)
    return written(described, occasion, { fromIndex: described.raised, splitFrom: splitChange })
  const changed = acted(described, { kind: 'priceChanged', price, settledUntil: later }, occasion, {
    splitFrom: splitChange,
  })
  // What is said beside a price must fit it as it is.
  if (split === undefined) return changed
  return withSplitsOf(changed, occasion.act, { before: subscription.splits, after: described.splits })
}

const stoppingAt = (stopsAt: string | null | undefined): Pick<SubscriptionDocument, 'stopsAt'> =>
  stopsAt === undefined ? {} : { stopsAt }

const assertGoesOn = (facts: SubscriptionDocument['facts'], today: CalendarDate): void => {
  if (facts.cancellation === undefined) return
  throw new ProblemError(
    'illegal-transition',
    `A subscription that is ${statusOf(facts, today)} has no next price: it will not become active again by itself.`,
  )
}

/** Splits reach from the first day of the subscription to a year from now. */
const assertSplitDay = ({ facts }: SubscriptionDocument, from: CalendarDate, today: CalendarDate): void => {
  const first = facts.terms.startsOn
  const last = addMonths(today, 12)
  if ((from >= first || from === today) && from <= last) return
  const message = `must lie between ${first} and ${last}`
  throw new ProblemError('date-out-of-range', undefined, { errors: [{ pointer: '/splitFrom', message }] })
}
