import type { CalendarDate, Money, SubscriptionKind } from '@streamline/domain'
import type { StoredDocument } from '../../platform/documents/document-store.ts'

export type PlanStatus = 'current' | 'unverified' | 'superseded'
export type DatePrecision = 'day' | 'month' | 'year'

export interface PlanTax {
  readonly included: boolean
  readonly basisPoints: number
}

export interface PlanInterval {
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
}

export interface PlanInclude {
  readonly serviceId: string
  readonly providerId: string
  readonly providerName: string
  readonly tier: string
  readonly activation: 'auto' | 'claim'
  readonly interval: PlanInterval | null
  readonly choice: { readonly group: string; readonly pick: number } | null
}

export interface PriceVersion {
  readonly id: string
  readonly effectiveOn: CalendarDate
  readonly datePrecision: DatePrecision
  readonly price: Money
  readonly tax: PlanTax
}

/** A plan with everything an answer about it shows, so that no other document has to be read for one. */
export interface PlanDocument extends StoredDocument {
  readonly providerId: string
  readonly providerName: string
  readonly brandColor: string | null
  readonly name: string
  readonly kind: SubscriptionKind
  readonly mode: 'prepaid' | 'postpaid' | null
  readonly bundled: boolean
  readonly country: string
  readonly region: string | null
  readonly price: Money
  readonly tax: PlanTax
  readonly interval: PlanInterval
  readonly renewal: 'automatic' | 'manual'
  readonly status: PlanStatus
  readonly asOf: CalendarDate
  readonly asOfPrecision: DatePrecision
  /** The service that a stand-alone streaming plan gives. */
  readonly serviceId: string | null
  readonly includes: readonly PlanInclude[]
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly note: string | null
  /** Oldest first; a version that was published once stays. */
  readonly priceVersions: readonly PriceVersion[]
  /** Prices of later days, soonest first. */
  readonly announced: readonly PriceVersion[]
  readonly source: { readonly title: string; readonly url: string | null; readonly date: string } | null
  /** Place of the provider among the most used of the country, null when it is none of them. */
  readonly popularity: number | null
  /** When an editor changed it last: the catalogue that comes with a version does not undo that. */
  readonly editedAt: string | null
}
