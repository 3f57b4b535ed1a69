import { factsOfActs, hasStarted, indexOn } from '@streamline/domain'
import type { HouseholdActor } from '../../platform/http/actor.ts'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import { paidAtOnce, paidBeforeOf, splitsOf, withoutPast } from './left-out.ts'
import { draftOf, identityOf, type CreateInput } from './subscription-draft.ts'
import type { Occasion } from './occasion.ts'
import { owedWith } from './owed.ts'
import { paidAlready } from './paid-already.ts'
import { ownAllowances } from './own-allowances.ts'
import { recordsItselfFrom } from './records-itself.ts'
import { recordOf } from './acted.ts'
import { raisedBy } from './subscription-schedule.ts'
import type { SubscriptionDocument } from './subscription.document.ts'

/** A new subscription and the charges it owes from its first day on. Who it concerns defaults to who adds it. */
export const createdSubscription = (
  input: CreateInput,
  plan: PlanDocument | null,
  household: HouseholdActor,
  recordsForOthers: boolean,
  occasion: Occasion,
): SubscriptionDocument => {
  const { act, today, now } = occasion
  const said = draftOf(input, plan, household.country)
  const draft = input.pastPeriods === 'leftOut' ? withoutPast(said, today) : said
  const before = paidBeforeOf(draft, input, occasion)
  const records = [recordOf({ kind: 'started', draft }, occasion), ...before]
  const facts = factsOfActs(records)
  const recordsItself = recordsItselfFrom(input, facts.terms, today)
  const { memberId } = household
  const assumesPaid = input.pastPeriods === 'assumePaid' && hasStarted(facts.terms, today)
  const assumePaidBeforeIndex = assumesPaid ? indexOn(facts.terms, today) : undefined
  const created: SubscriptionDocument = {
    id: act,
    revision: 1,
    householdId: household.id,
    ...identityOf(input, plan),
    providerId: plan?.providerId ?? null,
    providerName: plan?.providerName ?? null,
    brandColor: plan?.brandColor ?? null,
    planId: plan?.id ?? null,
    keptBesideId: null,
    priceVersionId: input.price === undefined ? (plan?.priceVersions.at(-1)?.id ?? null) : null,
    visibility: input.visibility ?? 'shared',
    ownerId: memberId,
    managedBy: input.managedBy ?? memberId,
    usedBy: [...new Set(input.usedBy ?? [memberId])],
    paidBy: input.paidBy ?? memberId,
    splits: splitsOf(input.split ?? { kind: 'payer' }, draft),
    line: null,
    lineId: null,
    labels: [...new Set(input.labels ?? [])],
    note: input.note || null,
    noticeDays: input.noticeDays ?? 0,
    stopsAt: input.stopsAt ?? null,
    allowances: ownAllowances(input.allowances ?? [], identityOf(input, plan).kind),
    recordsItself,
    records,
    facts,
    withdrawn: false,
    ...raisedBy({ facts, recordsItself, withdrawn: false }, occasion),
    owed: null,
    writes: [act],
    createdAt: now,
    updatedAt: now,
  }
  const payment = input.currentPaid ? paidAlready(created, household, recordsForOthers, occasion) : undefined
  const [beforehand] = before.map(({ id }) => paidAtOnce(id, draft, created.paidBy, memberId))
  const owed = owedWith(null, { fromIndex: 0, payment: beforehand }, occasion)
  return { ...created, owed: owedWith(owed, { fromIndex: 0, assumePaidBeforeIndex, payment }, occasion) }
}
