import type { contract } from '@streamline/contract'
import {
  cancelFacts,
  minimumTermOn,
  type CalendarDate,
  type Extra,
  type Money,
  type MoneyGoes,
} from '@streamline/domain'
import type { Call } from '../../platform/http/call.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { acted } from './acted.ts'
import type { Occasion } from './occasion.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

type CancelInput = Pick<Call<typeof contract.subscriptions.cancel>['input'], 'when' | 'exitFee' | 'money'>

/**
 * It will not renew: periods that will not be have no charge, what has begun stays owed. Recharged packs are bought: giving them
 * up does not give their price back. What leaving before the end of a minimum term costs is charged with it. `at` is where in the body
 * it was said.
 */
export const cancelledSubscription = (
  subscription: SubscriptionDocument,
  { when: mode = 'atPeriodEnd', exitFee, money: said }: CancelInput,
  occasion: Occasion,
  at = '',
): SubscriptionDocument => {
  const money = moneyThatGoes(said)
  if (exitFee === undefined) return acted(subscription, { kind: 'cancelled', mode, ...money }, occasion)
  const { cancellation } = cancelFacts(subscription.facts, { requestedOn: occasion.today, mode })
  const endsOn = cancellation?.effectiveOn ?? occasion.today
  const fee = exitFeeOf(subscription, exitFee, endsOn, at)
  return acted(subscription, { kind: 'cancelled', mode, exitFee: fee, ...money }, occasion)
}

/** What an act keeps of what was said about money; that it is credit goes without saying. */
export const moneyThatGoes = (said: CancelInput['money']): { money?: MoneyGoes } =>
  said === undefined || said.to === 'credit' ? {} : { money: said }

const exitFeeOf = (
  { facts: { terms } }: SubscriptionDocument,
  price: Money,
  endsOn: CalendarDate,
  at: string,
): Extra => {
  const refused = (code: 'invalid-terms' | 'currency-mismatch', pointer: string, message: string) =>
    new ProblemError(code, undefined, { errors: [{ pointer: `${at}/exitFee${pointer}`, message }] })
  const currency = terms.segments.at(-1)?.price.currency ?? price.currency
  if (price.currency !== currency) throw refused('currency-mismatch', '/currency', `must be ${currency}`)
  if (minimumTermOn(terms, endsOn) === null)
    throw refused('invalid-terms', '', `is only for who leaves before a minimum term ends, not on ${endsOn}`)
  return { purpose: 'exitFee', title: null, price, startsOn: endsOn, endsOn: null, dueOn: endsOn }
}

/** Goes on as if nobody had cancelled; the charge ahead is raised again. */
export const reactivatedSubscription = (
  subscription: SubscriptionDocument,
  occasion: Occasion,
): SubscriptionDocument => acted(subscription, { kind: 'reactivated' }, occasion)
