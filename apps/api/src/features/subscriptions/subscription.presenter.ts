import type { subscriptionSchema } from '@streamline/contract'
import {
  addDays,
  debitsAhead,
  isPausedOn,
  lastEndOf,
  maskedLine,
  maxDate,
  monthlyCost,
  noticeOf,
  periodAt,
  splitOn,
  statusOf,
  withTax,
  type CalendarDate,
  type OpenCharge,
  type Segment,
  type Terms,
  lookOf,
} from '@streamline/domain'
import type * as z from 'zod'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { presentSplit } from './split.presenter.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export type SubscriptionRow = z.infer<typeof subscriptionSchema>

/** What a row shows that is not in the document. */
export interface RowFacts {
  readonly today: CalendarDate
  readonly plan: PlanDocument | undefined
  /** Its charges from today on that are not fully paid. */
  readonly open: readonly OpenCharge[]
}

const regularOf = ({ segments }: Terms): Segment => {
  const regular = segments.at(-1)
  if (regular === undefined) throw new Error('Terms without a segment')
  return regular
}

/** First day after what is known to be usable. */
const usableEndOf = ({ facts }: SubscriptionDocument, today: CalendarDate): CalendarDate | null => {
  const { terms, cancellation } = facts
  if (cancellation !== undefined) return cancellation.effectiveOn
  return lastEndOf(terms) ?? periodAt(terms, maxDate(today, terms.startsOn))?.endsOn ?? null
}

const currentOf = ({ facts }: SubscriptionDocument, today: CalendarDate) => {
  const { terms, cancellation } = facts
  if (cancellation !== undefined && cancellation.effectiveOn <= today) return null
  const period = periodAt(terms, today)
  // What would begin in a pause does not.
  if (period === undefined || isPausedOn(facts.pauses, period.startsOn)) return null
  const cut = cancellation?.effectiveOn
  return { startsOn: period.startsOn, endsOn: cut !== undefined && cut < period.endsOn ? cut : period.endsOn }
}

/** First day of the next period; a pause puts it off to its end, and where that is not known there is none. */
const renewalOf = (
  { facts: { terms, pauses } }: SubscriptionDocument,
  current: { readonly endsOn: CalendarDate } | null,
  today: CalendarDate,
): CalendarDate | null => {
  const first = current?.endsOn ?? maxDate(today, terms.startsOn)
  const pause = pauses.find((one) => isPausedOn([one], first))
  return pause === undefined ? first : pause.untilOn
}

export const subscriptionRow = (subscription: SubscriptionDocument, row: RowFacts): SubscriptionRow => {
  const { facts, raised, noticeDays } = subscription
  const { today, plan, open } = row
  const { terms, cancellation } = facts
  const { price, tax, interval, billDay, dueDays } = regularOf(terms)
  // What was added by mistake was never there: it is over, and nothing of it comes.
  const status = subscription.withdrawn ? 'expired' : statusOf(facts, today)
  const currentPeriod = subscription.withdrawn ? null : currentOf(subscription, today)
  const usableEnd = status === 'expired' ? null : usableEndOf(subscription, today)
  const ahead = debitsAhead(facts, noticeOf(terms, noticeDays), { raised, open }, today)
  const { next, decide } = subscription.withdrawn ? { next: null, decide: null } : ahead
  const willRenew = status !== 'cancelled' && status !== 'expired'
  return {
    id: subscription.id,
    householdId: subscription.householdId,
    revision: subscription.revision,
    name: subscription.name,
    kind: subscription.kind,
    providerId: subscription.providerId,
    providerName: subscription.providerName,
    brandColor: subscription.brandColor,
    look: lookOf(subscription.look),
    plan: plan === undefined ? null : { id: plan.id, name: plan.name, status: plan.status, asOf: plan.asOf },
    visibility: subscription.visibility,
    ownerId: subscription.ownerId,
    managedBy: subscription.managedBy,
    usedBy: [...subscription.usedBy],
    paidBy: subscription.paidBy,
    split: presentSplit(splitOn(subscription.splits, today)),
    line: maskedLine(subscription.line),
    lineId: subscription.lineId,
    labels: [...subscription.labels],
    status,
    renewal: terms.renewal,
    interval,
    price,
    tax,
    debit: { amount: withTax(price.amount, tax).amount, currency: price.currency },
    monthlyCost: monthlyCost(terms, today),
    billDay: billDay ?? null,
    dueDays: dueDays ?? null,
    startsOn: terms.startsOn,
    currentPeriod,
    renewsOn: willRenew ? renewalOf(subscription, currentPeriod, today) : null,
    usableUntil: usableEnd === null ? null : addDays(usableEnd, -1),
    stopsAt: subscription.stopsAt ?? null,
    nextDebit: next === null ? null : { on: next.on, amount: next.amount, expected: next.expected },
    decideBy: decide?.on ?? null,
    cancelledOn: cancellation?.requestedOn ?? null,
    removedOn: subscription.withdrawn
      ? (subscription.records.findLast(({ act }) => act.kind === 'withdrawn')?.on ?? null)
      : null,
    createdAt: subscription.createdAt,
    updatedAt: subscription.updatedAt,
  }
}
