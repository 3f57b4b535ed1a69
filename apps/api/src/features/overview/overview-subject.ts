import type { NoticeRule, OverviewSubscription, SubscriptionKind } from '@streamline/domain'
import type { PlanDocument } from '../catalogue/catalogue.service.ts'

/** A subscription as the first screen needs it: what it is, whom it concerns and what everything derives from. */
export interface OverviewSubject extends OverviewSubscription {
  readonly kind: SubscriptionKind
  readonly brandColor: string | null
  readonly lineLabel: string | null
  readonly managedBy: string
  readonly usedBy: readonly string[]
  readonly paidBy: string
  readonly plan: PlanDocument | null
  readonly notice: NoticeRule
  readonly raised: number
  /** The viewer may say whether its debits book themselves, and nobody has. */
  readonly isUnasked: boolean
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
  line: subject.lineLabel,
})
