import type { contract, subscriptionDetailSchema } from '@streamline/contract'
import {
  addDays,
  dayRateOn,
  expectedTerms,
  extrasOf,
  firstCharged,
  indexOn,
  isPausedOn,
  lastUndoable,
  periodName,
  leftOver,
  mayReactivate,
  minimumTermOn,
  transitions,
  type CalendarDate,
  type Entitlement,
  type Money,
  type Period,
} from '@streamline/domain'
import type * as z from 'zod'
import type { Answer } from '../../platform/http/call.ts'
import { RawJson } from '../../platform/http/raw-json.ts'
import type { PlanInclude } from '../catalogue/catalogue.service.ts'
import type { PeriodCharge } from '../billing/billing.types.ts'
import { newsOf } from './price-news.ts'
import { periodsWithin } from './subscription-schedule.ts'
import { presentActs, presentBeginning } from './act.presenter.ts'
import { rightsOf } from './entitlement-rules.ts'
import { presentOwnSplit, presentSplits } from './split.presenter.ts'
import type { SubscriptionDocument } from './subscription.document.ts'
import { subscriptionRow, type RowFacts, type SubscriptionRow } from './subscription.presenter.ts'

export type SubscriptionDetail = z.infer<typeof subscriptionDetailSchema>
type TimelineEntry = SubscriptionDetail['timeline'][number]
type PreviewAnswer = Exclude<Answer<typeof contract.subscriptions.preview>, RawJson>

const PAST = 24
const AHEAD = 6

export interface DetailFacts extends RowFacts {
  /** The viewer may change it. */
  readonly mayChange: boolean
  readonly charges: readonly PeriodCharge[]
  readonly lifetimeSpend: readonly Money[]
  /** Of every plan that it was. */
  readonly planNames: ReadonlyMap<string, string>
}

export const subscriptionDetail = (
  subscription: SubscriptionDocument,
  detail: DetailFacts,
): SubscriptionDetail => {
  const row = subscriptionRow(subscription, detail)
  const serviceNames = new Map(
    (detail.plan?.includes ?? []).map(({ serviceId, providerName }) => [serviceId, providerName]),
  )
  return {
    ...row,
    note: subscription.note,
    noticeDays: subscription.noticeDays,
    dayRate: presentDayRate(subscription, detail.today),
    minimumTerm: presentMinimumTerm(subscription, detail.today),
    allowances: subscription.allowances.map((allowance) => ({ ...allowance })),
    recordsItself: subscription.recordsItself === null ? null : subscription.recordsItself !== false,
    recordsItselfFrom: subscription.recordsItself ? subscription.recordsItself.from : null,
    splits: presentSplits(subscription.splits),
    includes: [...(detail.plan?.includes ?? [])],
    entitlements: rightsOf(subscription, detail.plan, detail.today).map(presentRight),
    timeline: timelineOf(subscription, detail),
    extras: presentExtras(subscription, detail.charges, detail.today),
    acts: presentActs(subscription, { services: serviceNames, plans: detail.planNames }),
    beginning: presentBeginning(subscription),
    credits: detail.charges
      .filter(({ credit }) => credit.amount > 0)
      .map(({ id: chargeId, startsOn, endsOn, credit: amount }) => ({ chargeId, startsOn, endsOn, amount }))
      .toReversed(),
    lifetimeSpend: [...detail.lifetimeSpend],
    priceNews: newsOf(subscription, detail.plan ?? null, detail.open, detail.today),
    actions: detail.mayChange ? actionsOf(subscription, row.status, detail.today) : [],
    pending: subscription.owed !== null,
  }
}

const presentDayRate = (
  { facts: { terms } }: SubscriptionDocument,
  today: CalendarDate,
): SubscriptionDetail['dayRate'] => {
  const rate = dayRateOn(terms, today)
  if (rate === null) return null
  const next = terms.dayRates?.slice(1).find(({ fromOn }) => fromOn > today) ?? null
  return {
    rate,
    leftOver: { amount: leftOver(terms), currency: rate.currency },
    next: next && { fromOn: next.fromOn, rate: next.rate },
  }
}

/** Who has left is bound by nothing more. */
const presentMinimumTerm = (
  { facts: { terms, cancellation } }: SubscriptionDocument,
  today: CalendarDate,
): SubscriptionDetail['minimumTerm'] => {
  const bound = cancellation === undefined ? minimumTermOn(terms, today) : null
  return bound && { untilOn: bound.untilOn, exitFee: bound.exitFee }
}

/** The last periods and the next: as they were charged where a charge is raised, as they will be where not. */
const timelineOf = (
  subscription: SubscriptionDocument,
  { charges, today, planNames }: DetailFacts,
): TimelineEntry[] => {
  const { terms, cancellation } = subscription.facts
  const begun = indexOn(terms, today) + 1
  const from = Math.max(begun - PAST, 0, Math.min(firstCharged(terms), begun))
  const limit = begun - from + AHEAD
  const ahead = cancellation === undefined ? expectedTerms(terms, today) : null
  const periods = periodsWithin(ahead ?? terms, {
    from,
    limit,
    expected: ahead !== null,
    ...(cancellation === undefined ? {} : { cutOn: cancellation.effectiveOn }),
  })
  const chargeOf = new Map(charges.map((charge) => [periodName(charge), charge]))
  return periods
    .map((period) => ({
      period,
      charge: chargeFor(period, subscription.raised, chargeOf.get(periodName(period))),
    }))
    .filter(({ period, charge }) => isLeft(charge) || !isPausedOn(subscription.facts.pauses, period.startsOn))
    .map(({ period, charge }) => timelineEntry(period, charge, planIn(ahead ?? terms, period, planNames)))
}

/** The plan of its own stretch of time: the past shows what was. */
const planIn = (
  { segments }: SubscriptionDocument['facts']['terms'],
  { segment }: Period,
  names: ReadonlyMap<string, string>,
): string | null => {
  const planId = segments[segment]?.planId
  return planId === undefined || planId === segments.at(-1)?.planId ? null : (names.get(planId) ?? null)
}

/** Of what would begin in a pause only what somebody was really charged for is shown. */
const isLeft = (charge: PeriodCharge | undefined): boolean => charge !== undefined && charge.state !== 'void'

/** A pack that nobody bought yet, and a period that is not charged yet, have none; what is void there was one that was taken back. */
const chargeFor = (
  { expected, index }: Period,
  raised: number,
  charge: PeriodCharge | undefined,
): PeriodCharge | undefined =>
  (expected || index >= raised) && charge?.state === 'void' ? undefined : charge

const timelineEntry = (
  period: Period,
  charge: PeriodCharge | undefined,
  planName: string | null,
): TimelineEntry => {
  const money = (amount: number) => ({ amount, currency: period.currency })
  const { index, startsOn, endsOn, phase } = period
  return {
    index,
    startsOn,
    endsOn,
    phase,
    planName,
    isCut: period.days < period.ofDays,
    expected: charge === undefined,
    dueOn: charge?.dueOn ?? period.dueOn,
    amount: charge?.amount ?? money(period.amount),
    net: charge?.net ?? money(period.net),
    tax: charge?.tax ?? money(period.tax),
    chargeId: charge?.id ?? null,
    state: charge?.state ?? null,
    paid: charge?.paid ?? money(0),
    payments: charge?.payments ?? [],
  }
}

/** What the table of transitions allows now. */
const actionsOf = (
  subscription: SubscriptionDocument,
  status: SubscriptionRow['status'],
  today: CalendarDate,
): SubscriptionDetail['actions'] => {
  const legal = transitions[status]
  const { facts } = subscription
  if (subscription.withdrawn) return ['undo']
  const opensByItself = facts.terms.opened === null
  const burns = facts.terms.dayRates !== undefined
  const isEnded = facts.cancellation !== undefined
  return [
    ...(legal.renew !== undefined && (!opensByItself || status === 'expired') ? (['renew'] as const) : []),
    ...(legal.cancelAtPeriodEnd === undefined ? [] : (['cancel'] as const)),
    ...(legal.cancelNow === undefined ? [] : (['cancelNow'] as const)),
    ...(mayReactivate(facts, today) ? (['reactivate'] as const) : []),
    ...(legal.pause === undefined ? [] : (['pause'] as const)),
    ...(legal.resume === undefined ? [] : (['resume'] as const)),
    ...(legal.changePlan === undefined ? [] : ([burns ? 'changeDayRate' : 'changePlan'] as const)),
    ...(legal.end === undefined || isEnded ? [] : (['end'] as const)),
    'charge',
    'correct',
    'withdraw',
    ...(lastUndoable(subscription.records) === undefined ? [] : (['undo'] as const)),
  ]
}

/** What was charged beside the periods, newest first. */
const presentExtras = (
  { records, ownSplits = [] }: SubscriptionDocument,
  charges: readonly PeriodCharge[],
  today: CalendarDate,
): SubscriptionDetail['extras'] => {
  const chargeOf = new Map(
    charges.filter(({ state }) => state !== 'void').map((charge) => [charge.index, charge]),
  )
  return extrasOf(records)
    .toReversed()
    .map(({ id, number, purpose, title, price, startsOn, endsOn, dueOn }) => {
      const charge = chargeOf.get(number)
      return {
        id,
        purpose,
        title,
        startsOn,
        usableUntil: endsOn === null ? null : addDays(endsOn, -1),
        dueOn: charge?.dueOn ?? dueOn,
        amount: charge?.amount ?? price,
        split: presentOwnSplit(ownSplits, id, today),
        chargeId: charge?.id ?? null,
        state: charge?.state ?? null,
        paid: charge?.paid ?? { amount: 0, currency: price.currency },
      }
    })
}

const presentRight = ({
  included: { serviceId },
  state,
  from,
  until,
}: Entitlement<PlanInclude>): SubscriptionDetail['entitlements'][number] => ({
  serviceId,
  state,
  from,
  usableUntil: until === null ? null : addDays(until, -1),
})

export const previewAnswer = (periods: readonly Period[], asked: number): PreviewAnswer => ({
  before: periods[0]?.index ?? 0,
  ends: periods.length < asked ? 'calendar' : null,
  periods: periods.map(({ startsOn, endsOn, billedOn, dueOn, phase, amount, net, tax, currency }) => ({
    startsOn,
    endsOn,
    billedOn,
    dueOn,
    phase,
    charge: { amount, currency },
    net: { amount: net, currency },
    tax: { amount: tax, currency },
  })),
})
