import {
  addMonths,
  alwaysSplit,
  dayRateOn,
  extrasOf,
  maxDate,
  minDate,
  occurrenceOn,
  type CalendarDate,
} from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { ActInput, ActOf, NamedPlan } from './act.types.ts'
import { acted } from './acted.ts'
import { cancelledSubscription, moneyThatGoes } from './cancel-subscription.ts'
import { rightsOf } from './entitlement-rules.ts'
import { corrected } from './correct-subscription.ts'
import type { Occasion } from './occasion.ts'
import { recordsItselfRenewed, withRecordsItself } from './records-itself.ts'
import { planChangeOf } from './plan-change.ts'
import { puttingOff } from './price-from.ts'
import { placesOfAct } from './act-places.ts'
import { withPlaces } from './with-places.ts'
import { refusedAct } from './refused-act.ts'
import { assertShares } from './subscription-people.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { undone } from './undo-act.ts'

const MONTHS_AHEAD = 12

/** A subscription after what somebody did to it, or put right about it. */
export const actedBy = (
  subscription: SubscriptionDocument,
  input: ActInput,
  named: NamedPlan,
  plan: PlanDocument | null,
  occasion: Occasion,
): SubscriptionDocument =>
  withPlaces(placesOfAct(input.kind), () => afterInput(subscription, input, named, plan, occasion), '/act')

const afterInput = (
  subscription: SubscriptionDocument,
  input: ActInput,
  named: NamedPlan,
  plan: PlanDocument | null,
  occasion: Occasion,
): SubscriptionDocument => {
  switch (input.kind) {
    case 'undo':
      return undone(subscription, input, named, occasion)
    case 'correct':
      return corrected(subscription, input, named, occasion)
    case 'withdraw':
      return acted(
        subscription,
        { kind: 'withdrawn', reason: input.reason || null, ...moneyThatGoes(input.money) },
        occasion,
        { amends: true },
      )
    case 'changePlan':
      return planChanged(subscription, input, named, occasion)
    case 'changePrice':
      return priceChanged(subscription, input, named, occasion)
    case 'changeDayRate':
      return dayRateChanged(subscription, input, occasion)
    case 'pause':
      return paused(subscription, input, occasion)
    case 'resume':
      return resumed(subscription, input, occasion)
    case 'charge':
      return charged(subscription, input, occasion)
    case 'claim':
      return claimed(subscription, input, plan, occasion)
    case 'cancel':
      return cancelledSubscription(subscription, input, occasion, '/act')
    case 'end':
      return acted(subscription, { kind: 'ended' }, occasion)
  }
}

/** The day an act is about: not before the subscription, and at most a year ahead. */
const dayWithin = (
  { facts }: SubscriptionDocument,
  wished: CalendarDate | undefined,
  at: string,
  today: CalendarDate,
): CalendarDate => {
  const day = wished ?? today
  const first = facts.terms.startsOn
  const last = addMonths(today, MONTHS_AHEAD)
  if (day === today || (day >= first && day <= last)) return day
  throw refusedAct('date-out-of-range', at, `must lie between ${first} and ${last}`)
}

const planChanged = (
  subscription: SubscriptionDocument,
  input: ActOf<'changePlan'>,
  { plan, country }: NamedPlan,
  occasion: Occasion,
): SubscriptionDocument => {
  const fromOn = dayWithin(subscription, input.fromOn, 'fromOn', occasion.today)
  const { renewal, billDay, dueDays } = input
  const change = { ...planChangeOf(input, plan, country), renewal, billDay, dueDays }
  if (Object.values(change).every((value) => value === undefined))
    throw refusedAct('invalid-terms', 'fromOn', 'says nothing that is to change')
  const recordsItself = recordsItselfRenewed(subscription, { renewal, billDay })
  const changes = withRecordsItself(subscription, occasion.act, recordsItself)
  return acted(changes, { kind: 'planChanged', fromOn, change }, occasion, {
    amends: true,
    assumedStandBefore: fromOn,
  })
}

const priceChanged = (
  subscription: SubscriptionDocument,
  { price, fromOn: wished, priceVersionId }: ActOf<'changePrice'>,
  { settledUntil }: NamedPlan,
  occasion: Occasion,
): SubscriptionDocument => {
  const fromOn = wished === undefined ? undefined : dayWithin(subscription, wished, 'fromOn', occasion.today)
  const later = puttingOff(subscription, fromOn, settledUntil, occasion.today)
  const act = { kind: 'priceChanged', price, fromOn, settledUntil: later, priceVersionId } as const
  return acted(subscription, act, occasion)
}

const dayRateChanged = (
  subscription: SubscriptionDocument,
  { rate, fromOn: wished }: ActOf<'changeDayRate'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const { currency } = dayRateOn(subscription.facts.terms, occasion.today) ?? {}
  if (currency === undefined) throw refusedAct('invalid-terms', 'rate', 'is only for what burns by the day')
  if (rate.currency !== currency)
    throw refusedAct('currency-mismatch', 'rate/currency', `must be ${currency}`)
  const fromOn = dayWithin(subscription, wished, 'fromOn', occasion.today)
  return acted(subscription, { kind: 'dayRateChanged', fromOn, rate }, occasion, { amends: true })
}

const paused = (
  subscription: SubscriptionDocument,
  { fromOn: wished, untilOn = null }: ActOf<'pause'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const { startsOn } = subscription.facts.terms
  const fromOn = dayWithin(
    subscription,
    wished ?? maxDate(occasion.today, startsOn),
    'fromOn',
    occasion.today,
  )
  if (fromOn < startsOn && (untilOn === null || untilOn <= startsOn))
    throw refusedAct('date-out-of-range', 'fromOn', `must be at least ${startsOn}, or end after it`)
  if (untilOn !== null) dayWithin(subscription, untilOn, 'untilOn', occasion.today)
  return acted(subscription, { kind: 'paused', fromOn, untilOn }, occasion, {
    amends: true,
    assumedStandBefore: fromOn,
  })
}

const resumed = (
  subscription: SubscriptionDocument,
  { resumedOn }: ActOf<'resume'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const day = resumedOn ?? occasion.today
  if (day > occasion.today)
    throw refusedAct('date-out-of-range', 'resumedOn', `must be at most ${occasion.today}`)
  return acted(subscription, { kind: 'resumed', resumedOn: day }, occasion, { amends: true })
}

/** A fee, a booster, a deposit; it may say at once that it was paid. */
const charged = (
  subscription: SubscriptionDocument,
  { purpose, title, amount: price, startsOn: wished, validity, dueOn: due, split, payment }: ActOf<'charge'>,
  occasion: Occasion,
): SubscriptionDocument => {
  const startsOn = dayWithin(subscription, wished, 'startsOn', occasion.today)
  const dueOn = due ?? startsOn
  if (due !== undefined) dayWithin(subscription, due, 'dueOn', occasion.today)
  const endsOn = validity === undefined ? null : occurrenceOn(startsOn, validity, 1)
  const extra = { purpose, title: title || null, price, startsOn, endsOn, dueOn }
  const act = { kind: 'charged', extra } as const
  if (split !== undefined) assertShares(split, price.amount, '/act/split')
  const shared: SubscriptionDocument =
    split === undefined
      ? subscription
      : {
          ...subscription,
          ownSplits: [...(subscription.ownSplits ?? []), { act: occasion.act, splits: alwaysSplit(split) }],
        }
  if (payment === undefined || price.amount === 0) return acted(shared, act, occasion)
  const paidBy = payment.paidBy ?? subscription.paidBy
  const paid = {
    id: occasion.act,
    on: minDate(startsOn, occasion.today),
    amount: null,
    paidBy,
    method: payment.method || null,
    recordedBy: occasion.by ?? paidBy,
  }
  return acted(shared, act, occasion, ({ records }) => {
    const added = extrasOf(records).find(({ id }) => id === occasion.act)
    return added === undefined ? {} : { payment: { ...paid, index: added.number } }
  })
}

/** Only what the plan brings along can be claimed, and only while it gives a right to it. */
const claimed = (
  subscription: SubscriptionDocument,
  { serviceId, state }: ActOf<'claim'>,
  plan: PlanDocument | null,
  occasion: Occasion,
): SubscriptionDocument => {
  const right = rightsOf(subscription, plan, occasion.today).find(
    ({ included }) => included.serviceId === serviceId,
  )
  if (right === undefined) throw refusedAct('invalid-terms', 'serviceId', 'is not in the plan')
  if (right.state === 'ended' || (state === 'claimed' && right.state === 'notChosen'))
    throw new ProblemError('illegal-transition', 'There is no right to it now.')
  return acted(subscription, { kind: 'claimed', serviceId, state }, occasion)
}
