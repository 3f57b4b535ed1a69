import {
  addMonths,
  approximateDays,
  cancelFacts,
  forecastDebits,
  monthlyCost,
  overlapsOf,
  statusOf,
  type CalendarDate,
  type Money,
  type RunningPlan,
  type ServiceTier,
  type SubscriptionFacts,
} from '@streamline/domain'
import type { PlanDocument, PlanInclude } from '../catalogue/catalogue.service.ts'
import type { OverviewSubject } from './overview-subject.ts'
import type { Saving } from './saving.ts'
import { serviceTierOf } from './service-tier.ts'

interface Holder {
  readonly subject: OverviewSubject
  readonly plan: PlanDocument
  readonly running: RunningPlan
}

/** What one holder has of a service. */
interface Holding {
  readonly holder: Holder
  readonly tierRank: number
  readonly include: PlanInclude | null
}

/** A benefit counts where nobody has to choose it and it lasts as long as the plan. */
const isLasting = (plan: PlanDocument, { choice, interval }: PlanInclude): boolean =>
  choice === null && (interval === null || approximateDays(interval) >= approximateDays(plan.interval))

const lastingIncludes = (plan: PlanDocument) => plan.includes.filter((include) => isLasting(plan, include))

const holderOf = (subject: OverviewSubject, today: CalendarDate): Holder[] => {
  const { plan, facts } = subject
  const status = statusOf(facts, today)
  if (plan === null || (status !== 'active' && status !== 'trialing' && status !== 'grace')) return []
  const running: RunningPlan = {
    subscriptionId: subject.id,
    standalone: plan.serviceId === null ? null : serviceTierOf(plan.serviceId),
    includes: lastingIncludes(plan).map(({ serviceId }) => serviceTierOf(serviceId)),
    monthly: monthlyCost(facts.terms, today),
  }
  return [{ subject, plan, running }]
}

/** A home line and a television serve everybody at home, anything else the people who use it. */
const isUsableBy = ({ subject }: Holder, people: readonly string[]): boolean =>
  subject.kind === 'broadband' ||
  subject.kind === 'tv' ||
  people.every((person) => subject.usedBy.includes(person))

/** Every holding of a service, by the ladder it stands on: the included ones and the better tiers first. */
const holdingsByService = (holders: readonly Holder[]): Map<string, Holding[]> => {
  const found = new Map<string, Holding[]>()
  const put = ({ providerId, tierRank }: ServiceTier, holder: Holder, include: PlanInclude | null) => {
    const holdings = found.get(providerId)
    const holding = { holder, tierRank, include }
    if (holdings === undefined) found.set(providerId, [holding])
    else holdings.push(holding)
  }
  for (const holder of holders) {
    for (const include of lastingIncludes(holder.plan)) put(serviceTierOf(include.serviceId), holder, include)
    if (holder.running.standalone !== null) put(holder.running.standalone, holder, null)
  }
  for (const holdings of found.values())
    holdings.sort(
      (a, b) => Number(a.include === null) - Number(b.include === null) || b.tierRank - a.tierRank,
    )
  return found
}

const cashOf = (facts: SubscriptionFacts, today: CalendarDate, currency: string): Money => {
  const debits = forecastDebits(facts, { from: today, until: addMonths(today, 12) }, { today })
  return { amount: debits.reduce((sum, { amount }) => sum + amount.amount, 0), currency }
}

/** The first holding of somebody else that gives the same people as much; null when this one is the one to keep. */
const coveringOf = (own: Holder, holdings: readonly Holding[], tierRank: number): Holding | null => {
  const covering = holdings.find(
    (holding) =>
      holding.holder !== own &&
      holding.tierRank >= tierRank &&
      isUsableBy(holding.holder, own.subject.usedBy),
  )
  if (covering === undefined) return null
  const overlaps = overlapsOf([own.running, covering.holder.running])
  const isRedundant = overlaps.some(
    ({ subscriptionId, isCovered }) => isCovered && subscriptionId === own.subject.id,
  )
  return isRedundant ? covering : null
}

const savingOf = (own: Holder, { holder, include }: Holding, today: CalendarDate): Saving => {
  const { facts } = own.subject
  const { currency } = own.running.monthly
  const now = cashOf(facts, today, currency)
  // What is due anyway stands in both plans: cancelling keeps what is paid and loses nothing.
  const after = cashOf(cancelFacts(facts, { requestedOn: today, mode: 'atPeriodEnd' }), today, currency)
  return {
    kind: 'overlap',
    subject: own.subject,
    now,
    after,
    perYear: { amount: now.amount - after.amount, currency },
    plan: { id: holder.plan.id, name: holder.plan.name },
    coveredBy: holder.subject,
    service: {
      name: include?.providerName ?? holder.plan.providerName,
      tier: include?.tier ?? holder.plan.name,
    },
  }
}

/** Services that somebody pays by themselves although a running plan of the same people includes them. */
export const overlapSavings = (subjects: readonly OverviewSubject[], today: CalendarDate): Saving[] => {
  const holders = subjects.flatMap((subject) => holderOf(subject, today))
  const byService = holdingsByService(holders)
  return holders.flatMap((own) => {
    const service = own.running.standalone
    if (service === null) return []
    const covering = coveringOf(own, byService.get(service.providerId) ?? [], service.tierRank)
    const saving = covering === null ? null : savingOf(own, covering, today)
    return saving !== null && saving.perYear.amount > 0 ? [saving] : []
  })
}
