import {
  isCalendarDate,
  isSameInterval,
  wholeMonths,
  type BillingInterval,
  type CalendarDate,
} from '@streamline/domain'
import type { Plan, SubscriptionDetail } from '../answers.ts'
import { amountText, parseAmount } from '../format/amount-text.ts'
import type { ActInput } from './acts.queries.ts'
import { wholeNumber } from './draft-problems.ts'
import { isNetworkLine } from './draft.ts'
import { openUntil } from './timeline.ts'

/** Another plan or price, as typed. */
export interface PlanChangeDraft {
  /** A plan of the catalogue, a price or length of one's own, or a price that the provider announced. */
  readonly what: 'plan' | 'own' | 'announced'
  readonly plan: Plan | null
  readonly price: string
  readonly interval: BillingInterval
  readonly renewal: SubscriptionDetail['renewal']
  /** It comes as a bill from then on. */
  readonly postpaid: boolean
  readonly billDay: string
  readonly dueDays: string
  readonly when: 'today' | 'periodEnd' | 'day'
  /** The day of `day`, or for which a price is announced; empty there for as soon as it can be. */
  readonly fromOn: string
}

export type PlanChangeProblem =
  | 'missing'
  | 'notAnAmount'
  | 'notADate'
  | 'notADay'
  | 'notDays'
  | 'missingPlan'
  | 'same'
export type PlanChangeProblems = Partial<Record<keyof PlanChangeDraft, PlanChangeProblem>>

type Running = Pick<
  SubscriptionDetail,
  'price' | 'interval' | 'plan' | 'currentPeriod' | 'timeline' | 'kind' | 'renewal' | 'billDay' | 'dueDays'
>

/** The first day after what is paid or runs; null where nothing runs. */
export const periodEndOf = ({ currentPeriod, timeline, renewal }: Running): CalendarDate | null =>
  renewal === 'manual' ? openUntil(timeline) : (currentPeriod?.endsOn ?? null)

export const planChangeDraft = (running: Running, today: CalendarDate): PlanChangeDraft => ({
  what: 'plan',
  plan: null,
  price: amountText(running.price.amount, running.price.currency),
  interval: running.interval,
  renewal: running.renewal,
  postpaid: running.billDay !== null,
  billDay: String(running.billDay ?? 1),
  dueDays: String(running.dueDays ?? 15),
  when: periodEndOf(running) === null ? 'today' : 'periodEnd',
  fromOn: today,
})

/**
 * What a plan of the catalogue says of the way it renews, where that is another kind of contract: packs become bills, or bills packs. Who
 * pays a plan by hand, or by itself, goes on so.
 */
export const renewalWith = (
  { renewal }: Pick<Plan, 'renewal'>,
  running: Pick<Running, 'kind' | 'renewal' | 'billDay'>,
): Pick<PlanChangeDraft, 'renewal' | 'postpaid'> => {
  if (running.billDay !== null && renewal === 'manual') return { renewal, postpaid: false }
  if (running.kind === 'mobile' && running.renewal === 'manual' && renewal === 'automatic')
    return { renewal, postpaid: true }
  return { renewal: running.renewal, postpaid: running.billDay !== null }
}

/** Whether it may come as a bill: by itself, each so many whole months, on a line. */
export const mayBeBilled = ({ renewal, interval }: PlanChangeDraft, { kind, billDay }: Running): boolean =>
  renewal === 'automatic' && wholeMonths(interval) > 0 && (billDay !== null || isNetworkLine(kind))

const isBilled = (form: PlanChangeDraft, running: Running): boolean =>
  form.what !== 'announced' && form.postpaid && mayBeBilled(form, running)

/** What of its bills is other than it is. */
const billOf = (form: PlanChangeDraft, running: Running): { billDay?: number; dueDays?: number } => {
  if (!isBilled(form, running)) return {}
  const billDay = wholeNumber(form.billDay, 1, 31)
  const dueDays = wholeNumber(form.dueDays, 0, 60)
  return {
    ...(billDay === null || billDay === running.billDay ? {} : { billDay }),
    ...(dueDays === null || dueDays === running.dueDays ? {} : { dueDays }),
  }
}

const renewalOf = (form: PlanChangeDraft, running: Running) => ({
  ...(form.renewal === running.renewal ? {} : { renewal: form.renewal }),
  ...billOf(form, running),
})

const priceProblem = (text: string, currency: string): PlanChangeProblem | undefined =>
  text.trim() === '' ? 'missing' : parseAmount(text, currency) === null ? 'notAnAmount' : undefined

const isSame = (form: PlanChangeDraft, running: Running): boolean => {
  const { price, interval, plan } = running
  const isSamePrice = parseAmount(form.price, price.currency) === price.amount
  if (form.what === 'announced') return isSamePrice
  if (!isSamePrice || !isSameInterval(form.interval, interval)) return false
  if (Object.keys(renewalOf(form, running)).length > 0) return false
  return form.what === 'own' || form.plan?.id === plan?.id
}

export const planChangeProblems = (form: PlanChangeDraft, running: Running): PlanChangeProblems => {
  const { what, plan, when, fromOn } = form
  const isDayAsked = what === 'announced' ? fromOn !== '' : when === 'day'
  const price = priceProblem(form.price, running.price.currency)
  const found: Record<string, PlanChangeProblem | undefined> = {
    plan: what === 'plan' && plan === null ? 'missingPlan' : undefined,
    price: price ?? (isSame(form, running) ? 'same' : undefined),
    billDay: isBilled(form, running) && wholeNumber(form.billDay, 1, 31) === null ? 'notADay' : undefined,
    dueDays: isBilled(form, running) && wholeNumber(form.dueDays, 0, 60) === null ? 'notDays' : undefined,
    fromOn: isDayAsked && !isCalendarDate(fromOn) ? 'notADate' : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined))
}

const dayOf = (form: PlanChangeDraft, running: Running, today: CalendarDate): CalendarDate => {
  if (form.when === 'day' && isCalendarDate(form.fromOn)) return form.fromOn
  return form.when === 'periodEnd' ? (periodEndOf(running) ?? today) : today
}

/** The act that the form says; null while something of it is missing. A plan says its own price and length. */
export const planChangeOf = (
  form: PlanChangeDraft,
  running: Running,
  today: CalendarDate,
): ActInput | null => {
  const { currency } = running.price
  const amount = parseAmount(form.price, currency)
  if (amount === null || Object.keys(planChangeProblems(form, running)).length > 0) return null
  const price = { amount, currency }
  if (form.what === 'announced')
    return { kind: 'changePrice', price, ...(isCalendarDate(form.fromOn) ? { fromOn: form.fromOn } : {}) }
  const { plan } = form
  const fromOn = dayOf(form, running, today)
  if (form.what === 'plan' && plan !== null)
    return {
      kind: 'changePlan',
      fromOn,
      planId: plan.id,
      ...(amount === plan.price.amount ? {} : { price }),
      ...(isSameInterval(form.interval, plan.interval) ? {} : { interval: form.interval }),
      ...renewalOf(form, running),
    }
  return {
    kind: 'changePlan',
    fromOn,
    ...(amount === running.price.amount ? {} : { price }),
    ...(isSameInterval(form.interval, running.interval) ? {} : { interval: form.interval }),
    ...renewalOf(form, running),
  }
}
