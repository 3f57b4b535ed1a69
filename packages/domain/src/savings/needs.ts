import type { Money } from '../money/money.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { holdingOf, isOn } from './holding.ts'
import type { HeldSubscription, ServiceTier, Span } from './holding.ts'
import type { LineAllowance } from './offered-plan.ts'

/** A service that some members want together, at a tier or a better one. */
export interface ServiceNeed {
  readonly tier: ServiceTier
  readonly memberIds: readonly string[]
  /** False for what is there and nobody asked for: it may go, and is told then. */
  readonly isWanted: boolean
  /** It may rotate: wanted for so many months in a row of the twelve; left out where it is wanted all year. */
  readonly monthsAYear?: number | undefined
}

/** A mobile number or a home line that has to go on. */
export interface LineNeed {
  /** The subscription that serves it now. */
  readonly subscriptionId: string
  readonly kind: 'mobile' | 'broadband'
  readonly memberIds: readonly string[]
  /** At least so much data a day, MB; null for any. */
  readonly mbPerDay: number | null
  readonly needsCalls: boolean
  /** How long one payment may last, days; null for any. */
  readonly validity: { readonly least: number; readonly most: number } | null
  readonly providerLock: string | null
  readonly mbps: number | null
  readonly capGb: number | null
  /** How many numbers the plan of today serves. */
  readonly seats: number
}

/** What a household needs: taken from what it has, then edited. */
export interface Needs {
  readonly services: readonly ServiceNeed[]
  readonly lines: readonly LineNeed[]
  /** Subscriptions that stay whatever they cost. */
  readonly keep: readonly string[]
  /** Providers and plans that are never looked at. */
  readonly never: readonly string[]
  /** Whether plans may be looked at whose price nobody has confirmed lately. */
  readonly withOldPrices: boolean
  /** What all of it may cost in a month of a year; null where nobody said. It rules nothing out: what is over it is told. */
  readonly budget: Money | null
}

/** A subscription with what the catalogue knows of its plan. */
export interface HeldPlan {
  readonly subscription: HeldSubscription
  readonly providerId: string | null
  readonly planId: string | null
  /** What it gives to a line; null for what is none, or of a plan that the catalogue does not know. */
  readonly line: LineAllowance | null
  /** The kind of line that it is, also where the plan is not known. */
  readonly lineKind: 'mobile' | 'broadband' | null
}

const membersOf = ({ people }: Pick<Span, 'people'>, everyone: readonly string[]): readonly string[] =>
  people === 'everybody' ? everyone : people

/** One need per ladder and member at the best tier they have; wanted where somebody pays for it or has claimed it. */
function serviceNeedsOf(spans: readonly Span[], everyone: readonly string[]): ServiceNeed[] {
  const best = new Map<string, { memberId: string; span: Span; isWanted: boolean }>()
  for (const span of spans) {
    const isWanted = span.serviceId === null || span.isClaimed
    for (const memberId of membersOf(span, everyone)) {
      const key = `${span.tier.ladderId} ${memberId}`
      const known = best.get(key)
      const isBetter =
        known === undefined ||
        Number(isWanted) > Number(known.isWanted) ||
        (isWanted === known.isWanted && span.tier.rank > known.span.tier.rank)
      if (isBetter) best.set(key, { memberId, span, isWanted })
    }
  }
  const groups = Map.groupBy(
    best.values(),
    ({ span: { tier, subscriptionId }, isWanted }) =>
      `${tier.ladderId} ${tier.rank} ${isWanted} ${subscriptionId}`,
  )
  return [...groups.values()]
    .flatMap((group): ServiceNeed[] => {
      const [first] = group
      if (first === undefined) return []
      const { span, isWanted } = first
      return [{ tier: span.tier, memberIds: group.map(({ memberId }) => memberId), isWanted }]
    })
    .toSorted((a, b) =>
      a.tier.ladderId === b.tier.ladderId
        ? a.tier.rank - b.tier.rank
        : a.tier.ladderId < b.tier.ladderId
          ? -1
          : 1,
    )
}

function lineNeedOf({ subscription, line, lineKind }: HeldPlan, everyone: readonly string[]): LineNeed[] {
  if (lineKind === null) return []
  const { id: subscriptionId, people } = subscription
  const memberIds = people === 'everybody' ? everyone : people
  const seats = Math.max(1, Math.min(line?.seats ?? 1, memberIds.length))
  return [
    {
      subscriptionId,
      kind: lineKind,
      memberIds,
      mbPerDay: line?.kind === 'mobile' ? line.mbPerDay : null,
      needsCalls: line?.kind === 'mobile' && line.hasCalls,
      validity: null,
      providerLock: null,
      mbps: line?.mbps ?? null,
      capGb: line?.capGb ?? null,
      seats: lineKind === 'mobile' ? seats : 1,
    },
  ]
}

/**
 * What a household needs, taken from what it has today: the services that somebody pays for or has claimed, at their tier, by member;
 * and each line that renews, with the data, calls and speed of its plan. What comes along by itself is named as not wanted.
 */
export function needsOf(held: readonly HeldPlan[], everyone: readonly string[], today: CalendarDate): Needs {
  const holdings = held.map((one) => ({ one, holding: holdingOf(one.subscription, today) }))
  const spans = holdings
    .flatMap(({ holding }) => holding.spans)
    .filter((span) => span.state === 'running' && (isOn(span, today) || span.from > today))
  return {
    services: serviceNeedsOf(spans, everyone),
    lines: holdings
      .filter(({ holding }) => holding.isRenewing && holding.isUsed)
      .flatMap(({ one }) => lineNeedOf(one, everyone)),
    keep: [],
    never: [],
    withOldPrices: true,
    budget: null,
  }
}
