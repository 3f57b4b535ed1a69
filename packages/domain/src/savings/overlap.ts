import { DomainError } from '../error.ts'
import type { Money } from '../money/money.ts'

/** A service at a tier; a higher rank is a better tier of the same provider. */
export interface ServiceTier {
  readonly providerId: string
  readonly tierRank: number
}
/** A running plan of the household. */
export interface RunningPlan {
  readonly subscriptionId: string
  /** The service that the plan is, when it is a service paid by itself. */
  readonly standalone: ServiceTier | null
  /** Services included in it. */
  readonly includes: readonly ServiceTier[]
  /** True average month, with tax. */
  readonly monthly: Money
}
export interface Overlap {
  readonly kind: 'paidAndIncluded' | 'paidTwice'
  readonly providerId: string
  /** The one that could go. */
  readonly subscriptionId: string
  /** What has the service as well. */
  readonly alsoIn: readonly string[]
  /** True when one of the others is of the same or a better tier, so that nothing is lost. */
  readonly isCovered: boolean
  /** What the redundant one costs in a true average month. */
  readonly monthly: Money
}
export function overlapsOf(_plans: readonly RunningPlan[]): Overlap[] {
  throw new DomainError('invalid-terms', 'pending')
}
