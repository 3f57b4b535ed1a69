import { isNeedOf, isStepShown, standingOfStep, type CalendarDate, type NeedActor } from '@streamline/domain'
import type { AcceptedStep, StepStanding } from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { rightsOf, type SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'
import { isOffered } from './offered-plan.ts'
import type { SavingsStepRow } from './savings-step.repository.ts'

/** An accepted step as one person sees it, and how it stands. */
export interface SeenStep {
  readonly row: SavingsStepRow
  readonly standing: StepStanding
  /** The subscription it is about; null where it is about none, or that is not there any more. */
  readonly document: SubscriptionDocument | null
}

/** What one person sees of a household, and what is sold in its country. */
export interface StepView {
  readonly memberId: string
  readonly documents: readonly SubscriptionDocument[]
  readonly plans: readonly PlanDocument[]
  readonly today: CalendarDate
}

const stepOf = ({ kind, onDay, acceptedOn, about }: SavingsStepRow): AcceptedStep => ({
  kind,
  on: onDay,
  acceptedOn,
  subscriptionId: about.subscription?.id ?? null,
  planId: about.plan?.id ?? null,
  serviceId: about.service?.id ?? null,
  memberIds: about.memberIds,
  before: about.before,
})

/** A subscription that this person does not see may be somebody else's own: then only who accepted the step is told that it is gone. */
const maySee = (
  { about, acceptedBy, ofPrivate }: SavingsStepRow,
  document: SubscriptionDocument | null,
  memberId: string,
): boolean => acceptedBy === memberId || (about.subscription === null ? !ofPrivate : document !== null)

/** The accepted steps that a person sees, each as it stands by the facts; what is done or gone for long is left out. */
export const seenSteps = (rows: readonly SavingsStepRow[], view: StepView): SeenStep[] => {
  if (rows.length === 0) return []
  const { memberId, documents, plans, today } = view
  const byId = new Map(documents.map((document) => [document.id, document]))
  const planById = new Map(plans.map((plan) => [plan.id, plan]))
  const facts = {
    subjects: documents,
    rightsOf: (document: SubscriptionDocument) =>
      rightsOf(document, planById.get(document.planId ?? ''), today),
    isSold: (planId: string) => {
      const plan = planById.get(planId)
      return plan !== undefined && isOffered(plan)
    },
    today,
  }
  return rows.flatMap((row) => {
    const step = stepOf(row)
    const document = byId.get(step.subscriptionId ?? '') ?? null
    if (!maySee(row, document, memberId)) return []
    const standing = standingOfStep(step, facts)
    return isStepShown(step, standing, today) ? [{ row, standing, document }] : []
  })
}

/** Who is to do it: who keeps the subscription, and of what begins something new who accepted it. */
export const isStepOf = (
  { row, document }: SeenStep,
  memberId: string,
  actors: readonly NeedActor[],
): boolean => {
  const { acceptedBy } = row
  const people =
    document === null
      ? { paidBy: acceptedBy, managedBy: acceptedBy, ownerId: acceptedBy, isPrivate: row.ofPrivate }
      : { ...document, isPrivate: document.visibility === 'private' }
  return isNeedOf(memberId, { kind: 'decideBy', people, actors })
}
