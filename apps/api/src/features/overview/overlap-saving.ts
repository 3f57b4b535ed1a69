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
import { rightsOf } from '../subscriptions/subscriptions.service.ts'
import type { OverviewSubject } from './overview-subject.ts'
import { isSameList, rememberedBeside, rememberedOn } from './remembered.ts'
import type { Saving } from './saving.ts'
import { serviceTierOf } from './service-tier.ts'

interface Holder {
  readonly subject: OverviewSubject
  readonly plan: PlanDocument
  readonly running: RunningPlan
  readonly holdings: readonly Holding[]
}

/** What one holder has of a service. */
interface Holding {
  readonly subject: OverviewSubject
  readonly plan: PlanDocument
  readonly running: RunningPlan
  readonly service: ServiceTier
  readonly include: PlanInclude | null
}

/** A benefit counts where nobody has to choose it and it lasts as long as the plan. */
const isLasting = (plan: PlanDocument, { choice, interval }: PlanInclude): boolean =>
  choice === null && (interval === null || approximateDays(interval) >= approximateDays(plan.interval))

const lastingIncludes = (plan: PlanDocument) => plan.includes.filter((include) => isLasting(plan, include))

const holderOf = rememberedOn((subject: OverviewSubject, today): Holder[] => {
  const { plan, facts } = subject
  const status = statusOf(facts, today)
  if (plan === null || (status !== 'active' && status !== 'trialing' && status !== 'grace')) return []
  const rights = rightsOf(
    { facts, records: subject.records, providerId: subject.catalogueProviderId },
    plan,
    today,
  )
  const unwanted = new Set(
    rights
      .filter(({ state }) => state !== 'running' && state !== 'toClaim')
      .map(({ included: { serviceId } }) => serviceId),
  )
  // What nobody wants, or can have any more, replaces nothing.
  const lasting = lastingIncludes(plan).filter(({ serviceId }) => !unwanted.has(serviceId))
  const included = lasting.map((include) => ({
    include,
    service: serviceTierOf(include.serviceId),
  }))
  const standalone = plan.serviceId === null ? null : serviceTierOf(plan.serviceId)
  const running: RunningPlan = {
    subscriptionId: subject.id,
    standalone,
    includes: included.map(({ service }) => service),
    monthly: monthlyCost(facts.terms, today),
  }
  const held = [...included, ...(standalone === null ? [] : [{ include: null, service: standalone }])]
  const holdings = held.map((one) => ({ subject, plan, running, ...one }))
  return [{ subject, plan, running, holdings }]
})

/** A home line and a television serve everybody at home, anything else the people who use it. */
const isUsableBy = ({ subject }: Holding, people: readonly string[]): boolean =>
  subject.kind === 'broadband' ||
  subject.kind === 'tv' ||
  people.every((person) => subject.usedBy.includes(person))

/** Holdings of the services that somebody pays by themselves, by their ladder: the included ones and the better tiers first. */
const holdingsByService = (holders: readonly Holder[]): ReadonlyMap<string, readonly Holding[]> => {
  const found = new Map<string, Holding[]>()
  for (const { running } of holders)
    if (running.standalone !== null) found.set(running.standalone.providerId, [])
  for (const { holdings } of holders)
    for (const holding of holdings) found.get(holding.service.providerId)?.push(holding)
  for (const holdings of found.values())
    holdings.sort(
      (a, b) =>
        Number(a.include === null) - Number(b.include === null) || b.service.tierRank - a.service.tierRank,
    )
  return found
}

const cashOf = (facts: SubscriptionFacts, today: CalendarDate, currency: string): Money => {
  const debits = forecastDebits(facts, { from: today, until: addMonths(today, 12) }, { today })
  return { amount: debits.reduce((sum, { amount }) => sum + amount.amount, 0), currency }
}

/** Of the next twelve months, as it is and after cancelling today. */
const cashPlansOf = rememberedOn(({ facts }: OverviewSubject, today) => {
  const { currency } = monthlyCost(facts.terms, today)
  // What is due anyway stands in both plans: cancelling keeps what is paid and loses nothing.
  const cancelled = cancelFacts(facts, { requestedOn: today, mode: 'atPeriodEnd' })
  return { now: cashOf(facts, today, currency), after: cashOf(cancelled, today, currency) }
})

const isRedundantBeside = rememberedBeside(
  ({ id }: OverviewSubject, plans: readonly RunningPlan[]) =>
    overlapsOf(plans).some(({ subscriptionId, isCovered }) => isCovered && subscriptionId === id),
  isSameList,
)

/** The first holding of somebody else that gives the same people as much; null when this one is the one to keep. */
const coveringOf = (
  own: Holder,
  holdings: readonly Holding[],
  tierRank: number,
  today: CalendarDate,
): Holding | null => {
  const covering = holdings.find(
    (holding) =>
      holding.subject !== own.subject &&
      holding.service.tierRank >= tierRank &&
      isUsableBy(holding, own.subject.usedBy),
  )
  return covering !== undefined && isRedundantBeside(own.subject, [own.running, covering.running], today)
    ? covering
    : null
}

const savingOf = (own: Holder, { subject, plan, include }: Holding, today: CalendarDate): Saving => {
  const { currency } = own.running.monthly
  const { now, after } = cashPlansOf(own.subject, today)
  return {
    kind: 'overlap',
    subject: own.subject,
    now,
    after,
    perYear: { amount: now.amount - after.amount, currency },
    plan: { id: plan.id, name: plan.name },
    coveredBy: subject,
    service: {
      name: include?.providerName ?? plan.providerName,
      tier: include?.tier ?? plan.name,
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
    const covering = coveringOf(own, byService.get(service.providerId) ?? [], service.tierRank, today)
    const saving = covering === null ? null : savingOf(own, covering, today)
    return saving !== null && saving.perYear.amount > 0 ? [saving] : []
  })
}
