import type { Money } from '../money/money.ts'
import type { TaxRule } from '../money/tax.ts'
import type { Renewal } from '../subscription/draft.ts'
import type { EntitlementStart } from '../subscription/entitlement.ts'
import type { SubscriptionKind } from '../subscription/kind.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { approximateDays } from '../time/interval.ts'
import type { BillingInterval } from '../time/interval.ts'
import type { HeldInclude, ServiceTier } from './holding.ts'

/** More data a day than anybody counts, in MB: what an unlimited plan gives. */
const UNLIMITED_MB = 1_000_000

/** What a plan gives to a line. */
export interface LineAllowance {
  readonly kind: 'mobile' | 'broadband'
  /** Data a day on average, MB of 1024 kB; null where the catalogue does not say. Of a family plan for all its lines together. */
  readonly mbPerDay: number | null
  readonly hasCalls: boolean
  /** How long one payment lasts, days. */
  readonly days: number
  /** How many lines it is for. */
  readonly seats: number
  readonly mbps: number | null
  /** Data a month before it slows down, GB; null where it is not said. */
  readonly capGb: number | null
}

/** A plan of the catalogue as a candidate. */
export interface OfferedPlan {
  readonly id: string
  readonly providerId: string
  readonly kind: SubscriptionKind
  readonly isPostpaid: boolean
  readonly interval: BillingInterval
  readonly renewal: Renewal
  readonly price: Money
  readonly tax: TaxRule
  /** Prices of later days, soonest first. */
  readonly announced: readonly { readonly effectiveOn: CalendarDate; readonly price: Money }[]
  readonly standalone: ServiceTier | null
  readonly includes: readonly HeldInclude[]
  readonly starts: EntitlementStart
  readonly line: LineAllowance | null
  /** It can be had only beside a line of its provider. */
  readonly besideLine: 'mobile' | 'broadband' | null
  /** Several people of a household can use one of it: more than one screen, profile or member. */
  readonly isShareable: boolean
  /** Paid once at the beginning, deposits among them; minor units with tax. */
  readonly fee: number
  /** Nobody confirmed its price lately. */
  readonly isOld: boolean
}

/** What the catalogue says of a plan, as far as candidates need it. */
export interface CataloguePlanFacts {
  readonly kind: SubscriptionKind
  readonly interval: BillingInterval
  readonly attributes: Readonly<Record<string, string | number | boolean>>
}

const numberOf = (value: string | number | boolean | undefined): number | null =>
  typeof value === 'number' ? value : null

function mbPerDayOf({ attributes, interval }: CataloguePlanFacts): number | null {
  const { dataPerDayMb, dataPerMonthMb, dataTotalMb, dataUnlimited } = attributes
  if (dataUnlimited === true) return UNLIMITED_MB
  if (typeof dataPerDayMb === 'number') return dataPerDayMb
  if (typeof dataPerMonthMb === 'number') return Math.floor(dataPerMonthMb / 30)
  return typeof dataTotalMb === 'number' ? Math.floor(dataTotalMb / approximateDays(interval)) : null
}

/** A pack on top of another plan, for some devices only, or whose benefits end before its days do keeps no line alive as it was. */
const isWholeLine = ({ attributes }: CataloguePlanFacts): boolean =>
  attributes['serviceValidity'] !== false &&
  attributes['deviceLimit'] === undefined &&
  attributes['benefitDays'] === undefined

/** What a plan gives to a mobile number or a home line; null for what is none, or not all of one. */
export function lineAllowanceOf(plan: CataloguePlanFacts): LineAllowance | null {
  const { kind, attributes, interval } = plan
  if ((kind !== 'mobile' && kind !== 'broadband') || !isWholeLine(plan)) return null
  return {
    kind,
    mbPerDay: mbPerDayOf(plan),
    hasCalls: attributes['voice'] === 'unlimited',
    days: approximateDays(interval),
    seats: kind === 'mobile' ? (numberOf(attributes['connections']) ?? 1) : 1,
    mbps: numberOf(attributes['downMbps']),
    capGb: numberOf(attributes['dataCapGb']),
  }
}

/** Beside which line it can be had only: packs on top of a mobile plan, and what says that it is added to a home line. */
export function besideLineOf({ kind, attributes }: CataloguePlanFacts): OfferedPlan['besideLine'] {
  if (kind === 'mobile' && attributes['serviceValidity'] === false) return 'mobile'
  return attributes['addOnTo'] === undefined ? null : 'broadband'
}

/** More than one screen, profile or member is known of; what nobody knows is for those who had it together before. */
export function isShareable({ attributes }: CataloguePlanFacts): boolean {
  return ['screens', 'profiles', 'members'].some((name) => (numberOf(attributes[name]) ?? 1) > 1)
}

const feeNames = [
  'connectionFeeMinor',
  'installationFeeMinor',
  'installationFee',
  'securityDepositMinor',
] as const

/** What is paid once at the beginning, minor units: connection, installation and deposit as the catalogue states them. */
export function feeOf({ attributes }: CataloguePlanFacts): number {
  return feeNames.reduce((sum, name) => sum + (numberOf(attributes[name]) ?? 0), 0)
}
