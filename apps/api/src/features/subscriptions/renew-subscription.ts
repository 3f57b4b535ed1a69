import type { contract } from '@streamline/contract'
import {
  assertTransition,
  periodByIndex,
  periodOpenedBy,
  statusOf,
  type CalendarDate,
  type PlanChange,
  type Recharged,
} from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { acted } from './acted.ts'
import { withPlaces, type Places } from './with-places.ts'
import type { Occasion } from './occasion.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export type RenewInput = Call<typeof contract.subscriptions.renew>['input']

const places: Places = {
  'currency-mismatch': '/price/currency',
  'amount-out-of-range': '/price/amount',
  'invalid-terms': '/renewedOn',
  'invalid-period': '/interval',
  'invalid-date': '/interval',
}

const QUEUED = 'Recharged packs are queued; counting from today would lose them.'

/** A recharge opens the next period, and may say at once that it was paid. */
export const renewedSubscription = (
  subscription: SubscriptionDocument,
  input: RenewInput,
  plan: PlanChange,
  household: HouseholdActor,
  recordsForOthers: boolean,
  occasion: Occasion,
): SubscriptionDocument => {
  const { terms, cancellation } = subscription.facts
  const { today } = occasion
  const { renewedOn = today, policy, bonus } = input
  assertRenewable(subscription, today)
  if (terms.dayRates !== undefined) assertFollows(input)
  assertBetween(subscription, renewedOn, today)
  const act: Recharged = { kind: 'recharged', renewedOn, policy, bonus, ...plan }
  return withPlaces(places, () =>
    acted(subscription, act, occasion, ({ records, facts }) => {
      const opened = terms.opened === null ? null : terms.opened + 1
      // What a cancellation ended waits no more.
      if (opened !== null && cancellation === undefined && facts.terms.opened !== opened)
        throw new ProblemError('invalid-terms', QUEUED, {
          errors: [{ pointer: '/policy', message: QUEUED }],
        })
      const { index, amount, currency } = periodByIndex(facts.terms, periodOpenedBy(records, occasion.act))
      const amends = index < subscription.raised
      const startsAnew = terms.opened === null
      if (input.payment === undefined || amount === 0) return { amends, startsAnew }
      const { paidBy = subscription.paidBy, amount: paid, method } = input.payment
      assertPayment(subscription, household, recordsForOthers, paidBy, paid, { amount, currency })
      return {
        amends,
        startsAnew,
        payment: {
          id: occasion.act,
          on: renewedOn,
          index,
          amount: paid?.amount ?? null,
          paidBy,
          method: method || null,
          recordedBy: household.memberId,
        },
      }
    }),
  )
}

/** What renews by itself needs nobody; only once it is over it can be started again (law 8 names both states). */
const assertRenewable = ({ facts }: SubscriptionDocument, today: CalendarDate): void => {
  const status = statusOf(facts, today)
  assertTransition(status, 'renew')
  if (facts.terms.opened === null && status !== 'expired')
    throw new ProblemError(
      'illegal-transition',
      `A subscription that is ${status} and renews by itself cannot become active by renew.`,
    )
}

/** How long a balance lasts, and that it waits behind what runs, follows from its amount. */
const assertFollows = (input: RenewInput): void => {
  const said = (['interval', 'planId', 'bonus', 'policy'] as const).filter(
    (name) => input[name] !== undefined,
  )
  if (said.length === 0) return
  const message = 'is not for what burns by the day: only the amount is'
  throw new ProblemError('invalid-terms', undefined, {
    errors: said.map((name) => ({ pointer: `/${name}`, message })),
  })
}

const assertBetween = (
  { facts }: SubscriptionDocument,
  renewedOn: CalendarDate,
  today: CalendarDate,
): void => {
  const { terms, cancellation } = facts
  const from = terms.opened === null ? (cancellation?.effectiveOn ?? terms.startsOn) : terms.startsOn
  if (renewedOn >= from && renewedOn <= today) return
  const message = `must lie between ${from} and ${today}`
  throw new ProblemError('date-out-of-range', `The date ${message}.`, {
    errors: [{ pointer: '/renewedOn', message }],
  })
}

const refuse = (
  code: 'unknown-member' | 'currency-mismatch' | 'amount-out-of-range',
  at: string,
  message: string,
) => new ProblemError(code, undefined, { errors: [{ pointer: `/payment/${at}`, message }] })

/** Who is said to have paid may be: of what is private only its owner, and others only by who records for them. */
export const assertPaidBy = (
  { visibility, ownerId }: SubscriptionDocument,
  { memberId }: HouseholdActor,
  recordsForOthers: boolean,
  paidBy: string,
): void => {
  if (visibility === 'private' && paidBy !== ownerId) throw refuse('unknown-member', 'paidBy', 'must be you')
  if (!recordsForOthers && paidBy !== memberId)
    throw new ProblemError(
      'forbidden',
      'Members record their own payments; a manager records those of others.',
    )
}

const assertPayment = (
  subscription: SubscriptionDocument,
  household: HouseholdActor,
  recordsForOthers: boolean,
  paidBy: string,
  paid: { readonly amount: number; readonly currency: string } | undefined,
  charge: { readonly amount: number; readonly currency: string },
): void => {
  assertPaidBy(subscription, household, recordsForOthers, paidBy)
  if (paid === undefined) return
  if (paid.currency !== charge.currency)
    throw refuse('currency-mismatch', 'amount/currency', `must be ${charge.currency}`)
  if (paid.amount > charge.amount)
    throw refuse(
      'amount-out-of-range',
      'amount',
      `must be at most ${charge.amount} minor units, what the pack costs`,
    )
}
