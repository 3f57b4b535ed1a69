import {
  lookOf,
  maskedLine,
  noticeOf,
  type NoticeRule,
  type OverviewSubscription,
  type SubscriptionKind,
} from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'
import type { Remembering } from './remembered.ts'
import type { SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'

/** A subscription as the first screen needs it: what it is, whom it concerns and what everything derives from. */
export interface OverviewSubject extends OverviewSubscription, Remembering {
  readonly kind: SubscriptionKind
  readonly brandColor: string | null
  readonly look: string | null
  readonly lineLabel: string | null
  readonly managedBy: string
  readonly usedBy: readonly string[]
  readonly isPrivate: boolean
  readonly paidBy: string
  readonly plan: PlanDocument | null
  readonly notice: NoticeRule
  readonly raised: number
  readonly records: SubscriptionDocument['records']
  readonly noticeDays: number
  readonly stopsAt: string | null
  readonly priceVersionId: string | null
  readonly keptBesideId: string | null
  /** Null for one of the household's own making. */
  readonly catalogueProviderId: string | null
}

/** How every line of the first screen names its subscription. */
export const presentSubject = (subject: OverviewSubject) => ({
  subscriptionId: subject.id,
  name: subject.name,
  kind: subject.kind,
  providerId: subject.catalogueProviderId,
  brandColor: subject.brandColor,
  look: lookOf(subject.look),
  line: subject.lineLabel,
})

const subjects = new WeakMap<SubscriptionDocument, OverviewSubject>()

/** The same document with the same plan is the same subject, beside which what is derived of it is remembered. */
export const subjectOf = (
  document: SubscriptionDocument,
  plans: ReadonlyMap<string, PlanDocument>,
): OverviewSubject => {
  const plan = document.planId === null ? null : (plans.get(document.planId) ?? null)
  const known = subjects.get(document)
  if (known !== undefined && known.plan === plan) return known
  const subject = newSubject(document, plan)
  subjects.set(document, subject)
  return subject
}

const newSubject = (document: SubscriptionDocument, plan: PlanDocument | null): OverviewSubject => ({
  id: document.id,
  name: document.name,
  kind: document.kind,
  providerId: document.providerId ?? '',
  catalogueProviderId: document.providerId,
  brandColor: document.brandColor,
  look: document.look ?? null,
  lineLabel: maskedLine(document.line),
  facts: document.facts,
  paidByMemberId: document.paidBy,
  paidBy: document.paidBy,
  ownerMemberId: document.ownerId,
  managedBy: document.managedBy,
  usedBy: document.usedBy,
  isPrivate: document.visibility === 'private',
  notice: noticeOf(document.facts.terms, document.noticeDays),
  raised: document.raised,
  records: document.records,
  noticeDays: document.noticeDays,
  stopsAt: document.stopsAt ?? null,
  priceVersionId: document.priceVersionId,
  keptBesideId: document.keptBesideId,
  recordsItselfFrom: document.recordsItself ? document.recordsItself.from : null,
  plan,
  known: [],
})
