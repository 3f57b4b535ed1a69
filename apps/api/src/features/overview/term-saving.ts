import { bestTermSwitch, statusOf, type CalendarDate, type SubscriptionStatus } from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { OverviewSubject } from './overview-subject.ts'
import { isSameList, rememberedBeside } from './remembered.ts'
import type { Saving } from './saving.ts'

const allowances = ['dataPerDayMb', 'dataPerMonthMb', 'dataUnlimited', 'downMbps'] as const

/**
 * What a person gets, whatever the term: the service of a streaming plan, else region, allowances and benefits. Null
 * where too little is known to call two plans the same.
 */
const benefitsOf = (plan: PlanDocument): string | null => {
  const { serviceId, kind, mode, region, attributes, includes } = plan
  if (serviceId !== null) return serviceId
  if (allowances.every((name) => attributes[name] === undefined)) return null
  const benefits = includes.map((include) => include.serviceId).toSorted()
  const named = Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([kind, mode, region, named, benefits])
}

/** Plans are read once per catalogue, and every subscription asks for its own. */
const known = new WeakMap<PlanDocument, string>()

/** The same for plans of which only the term differs. */
const tierKeyOf = (plan: PlanDocument): string => {
  const key = known.get(plan) ?? `${plan.providerId} ${plan.country} ${benefitsOf(plan) ?? plan.id}`
  known.set(plan, key)
  return key
}

type Candidate = PlanDocument & { readonly planId: string; readonly tierKey: string }

const candidates = new WeakMap<PlanDocument, Candidate>()

const candidateOf = (plan: PlanDocument): Candidate => {
  const candidate = candidates.get(plan) ?? { ...plan, planId: plan.id, tierKey: tierKeyOf(plan) }
  candidates.set(plan, candidate)
  return candidate
}

/** What is over, or has not begun, has nothing to save. */
const isRunning = (status: SubscriptionStatus): boolean => status !== 'expired' && status !== 'scheduled'

const NO_CANDIDATES: readonly Candidate[] = []

const termSavingOf = rememberedBeside(
  (subject: OverviewSubject, others: readonly Candidate[], today): Saving | null => {
    const { plan, facts } = subject
    if (plan === null || others.length < 2 || !isRunning(statusOf(facts, today))) return null
    const best = bestTermSwitch({ planId: plan.id, tierKey: tierKeyOf(plan), facts }, others, today)
    if (best === null) return null
    const longer = others.find(({ planId }) => planId === best.planId)
    return {
      kind: 'longerTerm',
      subject,
      now: best.stay.total,
      after: best.change.total,
      perYear: best.saving,
      plan: { id: best.planId, name: longer?.name ?? plan.name },
      coveredBy: null,
      service: null,
    }
  },
  isSameList,
)

/** For each subscription the cheapest other term of the same thing, over 12 months of real debits. */
export const termSavings = (
  subjects: readonly OverviewSubject[],
  plans: readonly PlanDocument[],
  today: CalendarDate,
): Saving[] => {
  const current = plans.filter(({ status }) => status !== 'superseded')
  const byTier = Map.groupBy(current.map(candidateOf), ({ tierKey }) => tierKey)
  return subjects.flatMap((subject) => {
    const others = subject.plan === null ? undefined : byTier.get(tierKeyOf(subject.plan))
    return termSavingOf(subject, others ?? NO_CANDIDATES, today) ?? []
  })
}
