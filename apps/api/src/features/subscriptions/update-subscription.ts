import type { contract } from '@streamline/contract'
import {
  addMonths,
  changePriceFrom,
  firstUnbilled,
  historyScaled,
  periodByIndex,
  splitFrom,
  statusOf,
  withTax,
  type CalendarDate,
} from '@streamline/domain'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Occasion } from './occasion.ts'
import { recordsItselfChanged } from './records-itself.ts'
import { written } from './subscription-write.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export type UpdateInput = Call<typeof contract.subscriptions.update>['input']

/** Other names, people and notes, and another price from the first period that is not billed yet. */
export const updatedSubscription = (
  subscription: SubscriptionDocument,
  input: UpdateInput,
  occasion: Occasion,
): SubscriptionDocument => {
  const { name, managedBy, paidBy, split, noticeDays, price } = input
  const { facts } = subscription
  if (price !== undefined) assertGoesOn(facts, occasion.today)
  // A new price and its split belong together: what runs keeps both.
  const from = input.splitFrom ?? (price === undefined ? occasion.today : priceFrom(subscription, occasion))
  if (split !== undefined && (input.splitFrom !== undefined || price === undefined))
    assertSplitDay(subscription, from, occasion.today)
  const splitChange = split === undefined ? undefined : from
  const described: SubscriptionDocument = {
    ...subscription,
    ...(name === undefined ? {} : { name }),
    ...(managedBy === undefined ? {} : { managedBy }),
    ...(paidBy === undefined ? {} : { paidBy }),
    ...(split === undefined ? {} : { splits: splitFrom(subscription.splits, from, split) }),
    ...(noticeDays === undefined ? {} : { noticeDays }),
    recordsItself: recordsItselfChanged(
      subscription.recordsItself,
      input,
      subscription.facts.terms,
      occasion.today,
    ),
    ...(input.usedBy === undefined ? {} : { usedBy: [...new Set(input.usedBy)] }),
    ...(input.labels === undefined ? {} : { labels: [...new Set(input.labels)] }),
    ...(input.priceVersionId === undefined ? {} : { keptBesideId: input.priceVersionId }),
    // An empty text takes the line or the note away.
    ...(input.line === undefined ? {} : { line: input.line || null }),
    ...(input.note === undefined ? {} : { note: input.note || null }),
  }
  if (price === undefined)
    return written(described, occasion, { fromIndex: described.raised, splitFrom: splitChange })
  const fromIndex = firstUnbilled(facts, occasion.today)
  const terms = changePriceFrom(facts.terms, fromIndex, price)
  const tax = terms.segments.at(-1)?.tax
  const { amount } = withTax(price.amount, tax ?? { basisPoints: 0, included: true })
  const splits =
    split === undefined
      ? historyScaled(described.splits, priceFrom(subscription, occasion), amount)
      : described.splits
  return written(
    { ...described, splits, facts: { ...facts, terms }, priceVersionId: input.priceVersionId ?? null },
    occasion,
    {
      fromIndex,
      splitFrom: splitChange,
    },
  )
}

const assertGoesOn = (facts: SubscriptionDocument['facts'], today: CalendarDate): void => {
  if (facts.cancellation === undefined) return
  throw new ProblemError(
    'illegal-transition',
    `A subscription that is ${statusOf(facts, today)} has no next price: it will not become active again by itself.`,
  )
}

/** First day of the first period that another price can hold for: the running one keeps its price and its split. */
const priceFrom = ({ facts }: SubscriptionDocument, { today }: Occasion): CalendarDate =>
  periodByIndex(facts.terms, firstUnbilled(facts, today)).startsOn

/** Splits reach from the first day of the subscription to a year from now. */
const assertSplitDay = ({ facts }: SubscriptionDocument, from: CalendarDate, today: CalendarDate): void => {
  const first = facts.terms.startsOn
  const last = addMonths(today, 12)
  if ((from >= first || from === today) && from <= last) return
  const message = `must lie between ${first} and ${last}`
  throw new ProblemError('date-out-of-range', undefined, { errors: [{ pointer: '/splitFrom', message }] })
}
