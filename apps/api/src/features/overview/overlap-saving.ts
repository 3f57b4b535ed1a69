import { serviceTierOf } from '@streamline/catalogue/ladders'
import {
  addDays,
  addMonths,
  cancelFacts,
  daysOfNotice,
  forecastDebits,
  holdingOf,
  monthlyCost,
  overlapsOf,
  type BothAnswers,
  type CalendarDate,
  type Holding,
  type Money,
  type Overlap,
  type SubscriptionFacts,
} from '@streamline/domain'
import { heldOf } from '../subscriptions/subscriptions.service.ts'
import type { OverviewSubject } from './overview-subject.ts'
import { rememberedOn } from './remembered.ts'
import type { Saving } from './saving.ts'

const holdingsOf = rememberedOn((subject: OverviewSubject, today): Holding[] =>
  subject.plan === null
    ? []
    : [holdingOf(heldOf({ ...subject, providerId: subject.catalogueProviderId }, subject.plan), today)],
)

const cashOf = (facts: SubscriptionFacts, today: CalendarDate, currency: string): Money => {
  const debits = forecastDebits(facts, { from: today, until: addMonths(today, 12) }, { today })
  return { amount: debits.reduce((sum, { amount }) => sum + amount.amount, 0), currency }
}

/** Of the next twelve months, as it is and after cancelling today. */
const cashPlansOf = rememberedOn(({ facts, notice }: OverviewSubject, today) => {
  const { currency } = monthlyCost(facts.terms, today)
  // What is due anyway stands in both plans: cancelling keeps what is paid and loses nothing, and no notice reaches a debit any more.
  const requestedOn = addDays(today, daysOfNotice(notice) - 1)
  const cancelled = cancelFacts(facts, { requestedOn, mode: 'atPeriodEnd' })
  return { now: cashOf(facts, today, currency), after: cashOf(cancelled, today, currency) }
})

/** The service as the plan that has it too calls it. */
const serviceOf = (own: OverviewSubject, other: OverviewSubject): Saving['service'] => {
  const ids = [own.plan?.serviceId ?? [], own.plan?.includes.map(({ serviceId }) => serviceId) ?? []].flat()
  const ladders = new Set(ids.map((id) => serviceTierOf(id).ladderId))
  const include = other.plan?.includes.find(({ serviceId }) => ladders.has(serviceTierOf(serviceId).ladderId))
  if (include !== undefined) return { name: include.providerName, tier: include.tier }
  return other.plan === null ? null : { name: other.plan.providerName, tier: other.plan.name }
}

const savingOf = (own: OverviewSubject, other: OverviewSubject, today: CalendarDate): Saving => {
  const { now, after } = cashPlansOf(own, today)
  return {
    kind: 'overlap',
    subject: own,
    now,
    after,
    perYear: { amount: now.amount - after.amount, currency: now.currency },
    plan: other.plan === null ? null : { id: other.plan.id, name: other.plan.name },
    coveredBy: other,
    service: serviceOf(own, other),
  }
}

/** Advice only where the other goes on; what other people have is a question, and no saving yet. */
const isAdvice = ({ kind, isLasting }: Overlap): boolean => kind !== 'mayWantBoth' && isLasting

/** Services that are paid although a running plan of the same people gives them. */
export const overlapSavings = (
  subjects: readonly OverviewSubject[],
  today: CalendarDate,
  answers: BothAnswers,
): Saving[] => {
  const overlaps = overlapsOf(
    subjects.flatMap((subject) => holdingsOf(subject, today)),
    today,
    answers,
  ).filter(isAdvice)
  if (overlaps.length === 0) return []
  const byId = new Map(subjects.map((subject) => [subject.id, subject]))
  return overlaps.flatMap(({ subscriptionId, coveredBy: [otherId = ''] }) => {
    const own = byId.get(subscriptionId)
    const other = byId.get(otherId)
    const saving = own === undefined || other === undefined ? null : savingOf(own, other, today)
    return saving !== null && saving.perYear.amount > 0 ? [saving] : []
  })
}
