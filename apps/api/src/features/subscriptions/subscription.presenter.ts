import type { subscriptionSchema } from '@streamline/contract'
import {
  addDays,
  approximateDays,
  daysBetween,
  decideByOf,
  forecastDebits,
  LAST_YEAR,
  lastEndOf,
  maxDate,
  monthlyCost,
  parseCalendarDate,
  periodAt,
  splitOn,
  statusOf,
  withTax,
  type CalendarDate,
  type NoticeRule,
  type Segment,
  type Terms,
} from '@streamline/domain'
import type * as z from 'zod'
import type { NextDue } from '../billing/billing.service.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { presentSplit } from './split.presenter.ts'
import { maskedLine } from './masked-line.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

export type SubscriptionRow = z.infer<typeof subscriptionSchema>

/** What a row shows that is not in the document. */
export interface RowFacts {
  readonly today: CalendarDate
  readonly plan: PlanDocument | undefined
  /** Its first charge from today on that is not fully paid. */
  readonly nextDue: NextDue | undefined
}

const LAST_DAY = parseCalendarDate(`${LAST_YEAR}-12-31`)

const regularOf = ({ segments }: Terms): Segment => {
  const regular = segments.at(-1)
  if (regular === undefined) throw new Error('Terms without a segment')
  return regular
}

/** Cards and UPI autopay in India are e-mandates: stopped at the latest a day ahead. */
export const noticeOf = ({ facts, noticeDays }: SubscriptionDocument): NoticeRule => {
  const { billDay, price } = regularOf(facts.terms)
  return { noticeDays, mandateHours24: billDay === undefined && price.currency === 'INR' }
}

/** What falls due next and nobody has paid: a charge that is raised, or what the forecast expects after those. */
const nextDebitOf = (
  subscription: SubscriptionDocument,
  { today, nextDue }: RowFacts,
): SubscriptionRow['nextDebit'] => {
  if (nextDue !== undefined) return { ...nextDue, expected: false }
  const { facts, raised } = subscription
  const { interval } = regularOf(facts.terms)
  const start = maxDate(today, facts.terms.startsOn)
  const days = Math.min(Math.ceil(2 * approximateDays(interval)) + 70, daysBetween(start, LAST_DAY))
  const debits = forecastDebits(facts, { from: today, until: addDays(start, days) }, { today })
  const debit = debits.find(({ index }) => index >= raised)
  return debit === undefined ? null : { on: debit.on, amount: debit.amount, expected: debit.expected }
}

/** First day after what is known to be usable; null when it is over. */
const usableEndOf = ({ facts }: SubscriptionDocument, today: CalendarDate): CalendarDate | null => {
  const { terms, cancellation } = facts
  if (statusOf(facts, today) === 'expired') return null
  if (cancellation !== undefined) return cancellation.effectiveOn
  return lastEndOf(terms) ?? periodAt(terms, maxDate(today, terms.startsOn))?.endsOn ?? null
}

const currentOf = ({ facts }: SubscriptionDocument, today: CalendarDate) => {
  const { terms, cancellation } = facts
  if (cancellation !== undefined && cancellation.effectiveOn <= today) return null
  const period = periodAt(terms, today)
  if (period === undefined) return null
  const cut = cancellation?.effectiveOn
  return { startsOn: period.startsOn, endsOn: cut !== undefined && cut < period.endsOn ? cut : period.endsOn }
}

export const subscriptionRow = (subscription: SubscriptionDocument, row: RowFacts): SubscriptionRow => {
  const { facts } = subscription
  const { today, plan } = row
  const { terms, cancellation } = facts
  const { price, tax, interval, billDay, dueDays } = regularOf(terms)
  const status = statusOf(facts, today)
  const currentPeriod = currentOf(subscription, today)
  const usableEnd = usableEndOf(subscription, today)
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
    plan: plan === undefined ? null : { id: plan.id, name: plan.name, status: plan.status, asOf: plan.asOf },
    visibility: subscription.visibility,
    ownerId: subscription.ownerId,
    managedBy: subscription.managedBy,
    usedBy: [...subscription.usedBy],
    paidBy: subscription.paidBy,
    split: presentSplit(splitOn(subscription.splits, today)),
    line: maskedLine(subscription.line),
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
    renewsOn: willRenew ? (currentPeriod?.endsOn ?? maxDate(today, terms.startsOn)) : null,
    usableUntil: usableEnd === null ? null : addDays(usableEnd, -1),
    nextDebit: nextDebitOf(subscription, row),
    decideBy: decideByOf(facts, noticeOf(subscription), today)?.on ?? null,
    cancelledOn: cancellation?.requestedOn ?? null,
    createdAt: subscription.createdAt,
    updatedAt: subscription.updatedAt,
  }
}
