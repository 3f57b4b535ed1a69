import { outstandingOf } from '../billing/charge.ts'
import type { PriceNews } from '../catalogue/price-news.ts'
import type { Money } from '../money/money.ts'
import type { OverviewCharge, OverviewSubscription } from '../overview/overview-input.ts'
import { debitsAhead, type DebitsAhead } from '../subscription/debits-ahead.ts'
import type { Entitlement } from '../subscription/entitlement.ts'
import { lastSegment } from '../subscription/change.ts'
import { statusOf, type SubscriptionFacts, type SubscriptionStatus } from '../subscription/lifecycle.ts'
import { hasPeriod, lastEndOf, nextPeriods, periodAt, periodByIndex } from '../subscription/periods.ts'
import { addDays, daysBetween, type CalendarDate } from '../time/calendar.ts'
import type { ComingDebit } from './assumed.ts'
import type { Concerned, Occasion } from './reminder.ts'

/** A subscription with all that somebody may be reminded of. */
export interface RemindedSubscription extends OverviewSubscription {
  /** A dearer price of its plan. */
  readonly priceNews?: PriceNews | null | undefined
  /** What its plan includes, as of the day that is asked about. */
  readonly entitlements?: readonly Entitlement[] | undefined
}

type Told = Pick<Occasion, 'kind' | 'on'> & Partial<Occasion>

const occasionOf = (subscriptionId: string, concerned: Concerned, told: Told): Occasion => ({
  subjectId: subscriptionId,
  subscriptionId,
  from: null,
  until: told.on,
  amount: null,
  concerned,
  isNews: false,
  nextOn: null,
  count: 1,
  ...told,
})

/** Its debit is booked on its day without a word. One that was denied is not: it will not come again. */
const booksItself = (
  { index, dueOn, booked }: OverviewCharge,
  { recordsItselfFrom: from }: RemindedSubscription,
): boolean => index >= 0 && from !== null && from !== undefined && dueOn >= from && booked !== true

/** The debits after a day that will book themselves: on the Mondays that follow somebody is asked whether they went through. */
export const debitsToBook = (
  subscription: RemindedSubscription,
  charges: readonly OverviewCharge[],
  today: CalendarDate,
): ComingDebit[] =>
  charges
    .filter(
      (charge) => charge.dueOn > today && outstandingOf(charge) > 0 && booksItself(charge, subscription),
    )
    .map((charge) => {
      const { dueOn, currency } = charge
      return { dueOn, amount: { amount: outstandingOf(charge), currency } }
    })

const isFixed = (subscription: RemindedSubscription): boolean =>
  subscription.facts.terms.renewal === 'automatic' &&
  lastSegment(subscription.facts.terms).billDay === undefined

/** Whether nobody pays this by hand: the provider takes the money by itself on its day. */
const isDebited = (charge: OverviewCharge, subscription: RemindedSubscription): boolean =>
  charge.index >= 0 && (isFixed(subscription) || booksItself(charge, subscription))

/**
 * All that a subscription gives to remind of as it stands on a day, by the same rules as the first screen: what is paid, waived,
 * cancelled, paused or withdrawn gives nothing (law 29). Also what is to come, however far ahead: when to speak of it is another question.
 */
export function occasionsOf(
  subscription: RemindedSubscription,
  charges: readonly OverviewCharge[],
  today: CalendarDate,
): Occasion[] {
  const unpaid = charges.filter((charge) => outstandingOf(charge) > 0)
  const unpaidDueOn = unpaid.filter(({ index }) => index >= 0).map(({ dueOn }) => dueOn)
  const facts = { ...subscription.facts, unpaidDueOn }
  const bills = unpaid.flatMap((charge) => ofCharge(charge, subscription))
  const status = statusOf(facts, today)
  if (facts.cancellation !== undefined || status === 'paused') return bills
  return [
    ...bills,
    ...ofPack(subscription, today),
    ...ofRenewal(subscription, unpaid, facts, status, today),
    ...ofPrice(subscription, today),
    ...ofBenefits(subscription, today),
  ]
}

/** A bill that somebody pays by hand, before and after its day; of a debit only what did not come. */
function ofCharge(charge: OverviewCharge, subscription: RemindedSubscription): Occasion[] {
  const { dueOn: on, billedOn, index, currency } = charge
  const money: Money = { amount: outstandingOf(charge), currency }
  // Two charges beside the periods may be due on one day; of the periods only one is.
  const subjectId = index < 0 ? charge.id : subscription.id
  const bill = { on, subjectId, amount: money }
  const late = occasionOf(subscription.id, 'payer', {
    ...bill,
    kind: 'overdue',
    from: addDays(on, 1),
    until: null,
  })
  if (booksItself(charge, subscription)) return []
  if (isDebited(charge, subscription)) return [late]
  return [occasionOf(subscription.id, 'payer', { ...bill, kind: 'due', from: billedOn }), late]
}

/** A pack that stops unless somebody recharges it; it stays stopped for as long as it lasted, then it is given up. */
function ofPack({ id, facts }: RemindedSubscription, today: CalendarDate): Occasion[] {
  const { terms } = facts
  const on = lastEndOf(terms)
  if (on === null || terms.opened === null || !hasPeriod(terms, terms.opened)) return []
  const { amount, currency, endsOn } = periodByIndex(terms, terms.opened)
  const until = addDays(endsOn, -1)
  if (today > until) return []
  return [occasionOf(id, 'payer', { kind: 'expiry', on, until, amount: { amount, currency } })]
}

const aheadOf = (
  { notice, raised = 0 }: RemindedSubscription,
  unpaid: readonly OverviewCharge[],
  facts: SubscriptionFacts,
  today: CalendarDate,
): DebitsAhead => {
  const open = unpaid.map((charge) => ({
    index: charge.index,
    dueOn: charge.dueOn,
    outstanding: { amount: outstandingOf(charge), currency: charge.currency },
  }))
  const numbered = open.filter(({ index }) => index >= 0)
  return debitsAhead(
    facts,
    notice ?? { noticeDays: 0, mandateHours24: true },
    { raised, open: numbered },
    today,
  )
}

/** What renews by itself: its next debit, the end of its trial, and the last day on which leaving avoids a debit. */
function ofRenewal(
  subscription: RemindedSubscription,
  unpaid: readonly OverviewCharge[],
  facts: SubscriptionFacts,
  status: SubscriptionStatus,
  today: CalendarDate,
): Occasion[] {
  const { terms } = facts
  if (terms.renewal !== 'automatic' || status === 'expired') return []
  const { id } = subscription
  const { next, decide } = aheadOf(subscription, unpaid, facts, today)
  if (status === 'trialing') return ofTrial(subscription, { next, decide }, unpaid, today)
  const told: Occasion[] = []
  if (next !== null && isComing(next.index, subscription, unpaid))
    told.push(
      occasionOf(id, 'payer', {
        kind: 'renewal',
        on: next.on,
        until: lastWordOf(next, subscription, unpaid),
        amount: next.amount,
      }),
    )
  if (decide !== null && (subscription.notice?.noticeDays ?? 0) > 0)
    told.push(
      occasionOf(id, 'manager', {
        kind: 'decideBy',
        on: decide.on,
        amount: decide.amount,
        nextOn: decide.debitOn,
      }),
    )
  return told
}

/** The day of a debit that books itself has no word of it: it counts as paid from midnight on (law 29). */
const lastWordOf = (
  { index, on }: { readonly index: number; readonly on: CalendarDate },
  subscription: RemindedSubscription,
  unpaid: readonly OverviewCharge[],
): CalendarDate => {
  const charge = unpaid.find((one) => one.index === index)
  const { recordsItselfFrom: from } = subscription
  const isBooked =
    charge === undefined
      ? from !== null && from !== undefined && on >= from
      : booksItself(charge, subscription)
  return isBooked ? addDays(on, -1) : on
}

/** A debit, not a bill that is told as one when it is there. */
const isComing = (
  index: number,
  subscription: RemindedSubscription,
  unpaid: readonly OverviewCharge[],
): boolean => {
  const charge = unpaid.find((one) => one.index === index)
  return charge === undefined ? isFixed(subscription) : isDebited(charge, subscription)
}

/** In a trial one thing is told: until when leaving costs nothing. What follows it and is paid already asks nothing. */
function ofTrial(
  { id, facts, raised = 0 }: RemindedSubscription,
  { decide }: DebitsAhead,
  unpaid: readonly OverviewCharge[],
  today: CalendarDate,
): Occasion[] {
  const endsOn = periodAt(facts.terms, today)?.endsOn
  const [next] = nextPeriods(facts.terms, today, 1)
  if (endsOn === undefined || next === undefined) return []
  if (next.index < raised && !unpaid.some(({ index }) => index === next.index)) return []
  const isForTrial = decide !== null && decide.debitOn === next.dueOn
  // Too late to leave is not too late to know.
  const on = isForTrial ? decide.on : endsOn
  const amount = { amount: next.amount, currency: next.currency }
  return [occasionOf(id, 'manager', { kind: 'trialEnding', on, until: endsOn, amount, nextOn: next.dueOn })]
}

/** A dearer price: as soon as it is known, and before it begins. */
function ofPrice({ id, priceNews }: RemindedSubscription, today: CalendarDate): Occasion[] {
  if (priceNews === null || priceNews === undefined || priceNews.perYear.amount <= 0) return []
  const { on, to: amount, decideBy: nextOn } = priceNews
  if (daysBetween(on, today) > PRICE_IS_NEWS) return []
  const until = addDays(on, PRICE_IS_NEWS)
  return [
    occasionOf(id, 'manager', { kind: 'priceChange', on, until, amount, nextOn, isNews: true }),
    occasionOf(id, 'manager', { kind: 'priceChange', on, amount, nextOn }),
  ]
}

/** Days for which a price that is in force already is still told. */
const PRICE_IS_NEWS = 60

/** What a pack brings and nobody has claimed, all of one pack in one message. */
function ofBenefits({ id, facts, entitlements = [] }: RemindedSubscription, today: CalendarDate): Occasion[] {
  const waiting = entitlements.filter(({ state }) => state === 'toClaim')
  const [first] = waiting
  if (first === undefined) return []
  const on = periodAt(facts.terms, today)?.startsOn
  // What goes on by itself has it waiting once, not anew in each period.
  const since = first.until === null ? facts.terms.startsOn : on
  if (since === undefined) return []
  const until = first.until === null ? null : addDays(first.until, -1)
  const count = waiting.length
  return [occasionOf(id, 'manager', { kind: 'claim', on: since, until, nextOn: until, count, isNews: true })]
}
