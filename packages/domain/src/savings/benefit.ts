import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { isOn, serves } from './holding.ts'
import type { Holding, Span } from './holding.ts'
import type { Overlap } from './overlap.ts'

/** Within so many days from today a benefit ends soon. */
const SOON = 7

/** What a pack brings along and nobody has, or will have no longer. */
export interface BenefitNews {
  /** `unclaimed`: included, and nobody has activated it; `endsSoon`: it runs, and ends with its pack or its own days. */
  readonly kind: 'unclaimed' | 'endsSoon'
  readonly subscriptionId: string
  /** The included services; more than one where some of a group may be picked. */
  readonly serviceIds: readonly string[]
  /** First day without it; null where it is there for as long as the plan. */
  readonly until: CalendarDate | null
}

const isAsGood = (other: Span, span: Span): boolean =>
  other !== span &&
  other.state === 'running' &&
  other.tier.ladderId === span.tier.ladderId &&
  other.tier.rank >= span.tier.rank &&
  serves(other.people, span.people)

function unclaimed(spans: readonly Span[], today: CalendarDate, used: ReadonlySet<string>): BenefitNews[] {
  const open = spans.filter(
    (span) =>
      span.state === 'toClaim' &&
      isOn(span, today) &&
      !used.has(`${span.subscriptionId} ${span.serviceId}`) &&
      // Of a group something else can be picked than what is there already.
      (span.choice !== null || !spans.some((other) => isAsGood(other, span) && isOn(other, today))),
  )
  const groups = Map.groupBy(
    open,
    ({ subscriptionId, serviceId, choice }) => `${subscriptionId} ${choice?.group ?? serviceId}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const serviceIds = group.flatMap(({ serviceId }) => serviceId ?? [])
    const { subscriptionId, until } = first
    return [{ kind: 'unclaimed' as const, subscriptionId, serviceIds, until }]
  })
}

function endingSoon(spans: readonly Span[], today: CalendarDate): BenefitNews[] {
  const last = addDays(today, SOON)
  return spans.flatMap((span) => {
    const { serviceId, state, until, subscriptionId } = span
    if (serviceId === null || state !== 'running' || until === null || until > last) return []
    if (spans.some((other) => isAsGood(other, span) && isOn(other, until))) return []
    return [{ kind: 'endsSoon' as const, subscriptionId, serviceIds: [serviceId], until }]
  })
}

/**
 * Benefits that nobody has claimed although nothing else gives the same, and benefits that end within a week without anything that
 * goes on giving them. What an overlap tells to claim first is not told again. In order of subscription and kind.
 */
export function benefitNewsOf(
  holdings: readonly Holding[],
  overlaps: readonly Pick<Overlap, 'coveredBy' | 'claimFirst'>[],
  today: CalendarDate,
): BenefitNews[] {
  const spans = holdings.flatMap((holding) => holding.spans)
  const used = new Set(
    overlaps.flatMap(({ coveredBy, claimFirst }) =>
      coveredBy.flatMap((id) => claimFirst.map((serviceId) => `${id} ${serviceId}`)),
    ),
  )
  return [...unclaimed(spans, today, used), ...endingSoon(spans, today)].toSorted((a, b) =>
    a.subscriptionId === b.subscriptionId
      ? a.kind.localeCompare(b.kind)
      : a.subscriptionId < b.subscriptionId
        ? -1
        : 1,
  )
}
