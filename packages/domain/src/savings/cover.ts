import { maxDate, minDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { approximateDays, occurrenceOn } from '../time/interval.ts'
import type { Year } from './cash.ts'
import { serves } from './holding.ts'
import type { HeldInclude, People, ServiceTier, Span } from './holding.ts'
import type { ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'

/** The days `[from, until)` on which an option gives a service to people. */
export interface Cover {
  readonly tier: ServiceTier
  readonly people: People
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** The included service that has to be claimed or picked for it; null where nothing has to be done. */
  readonly claim: string | null
}

/** What a subscription gives within the year, left on a day or not at all. What waits to be picked in a group is no cover. */
export function coversOfHeld(spans: readonly Span[], leaveOn: CalendarDate | null, year: Year): Cover[] {
  return spans.flatMap(({ tier, people, from, until, goesOn, state, choice, serviceId }) => {
    if (state === 'toClaim' && choice !== null) return []
    const end = goesOn ? year.until : (until ?? year.until)
    const last = minDate(leaveOn ?? end, minDate(end, year.until))
    const first = maxDate(from, year.from)
    return first < last
      ? [{ tier, people, from: first, until: last, claim: state === 'toClaim' ? serviceId : null }]
      : []
  })
}

/** All ways to take so many of a list, in order. */
function picksOf<Item>(items: readonly Item[], count: number): Item[][] {
  if (count <= 0 || items.length <= count) return [[...items].slice(0, Math.max(0, count))]
  const [first, ...rest] = items
  if (first === undefined) return [[]]
  return [...picksOf(rest, count - 1).map((others) => [first, ...others]), ...picksOf(rest, count)]
}

/** The sets of included services that can be had together: all that need no choice, and of each group as many as may be picked. */
export function includedSets(includes: readonly HeldInclude[]): HeldInclude[][] {
  const free = includes.filter(({ choice }) => choice === null)
  const groups = Map.groupBy(
    includes.filter(({ choice }) => choice !== null),
    ({ choice }) => choice?.group ?? '',
  )
  return [...groups.values()].reduce<HeldInclude[][]>(
    (sets, group) =>
      sets.flatMap((set) => picksOf(group, group[0]?.choice?.pick ?? 0).map((picked) => [...set, ...picked])),
    [free],
  )
}

/** What a plan gives from its first day on. A benefit with fewer days than a pack is there once, from the first day. */
export function coversOfOffered(
  { standalone, interval }: OfferedPlan,
  includes: readonly HeldInclude[],
  people: People,
  from: CalendarDate,
  year: Year,
): Cover[] {
  const own: Cover[] =
    standalone === null ? [] : [{ tier: standalone, people, from, until: year.until, claim: null }]
  const included = includes.map((include): Cover => {
    const isAgain =
      include.interval === null || approximateDays(include.interval) >= approximateDays(interval)
    const end = isAgain || include.interval === null ? year.until : occurrenceOn(from, include.interval, 1)
    const isToDo = include.activation === 'claim' || include.choice !== null
    return {
      tier: include.tier,
      people,
      from,
      until: minDate(end, year.until),
      claim: isToDo ? include.serviceId : null,
    }
  })
  return [...own, ...included]
}

/** True where a cover gives what a need asks for, to one of its members. */
export function meets(
  { tier, people }: Pick<Cover, 'tier' | 'people'>,
  need: ServiceTier,
  memberId: string,
): boolean {
  return tier.ladderId === need.ladderId && tier.rank >= need.rank && serves(people, [memberId])
}

/** One stretch of days on which one member needs one service. */
export interface Cell {
  readonly tier: ServiceTier
  readonly memberId: string
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/**
 * The year of each need, cut where some option begins or ends to give it, so that within a cell an option gives it on all days or on
 * none. What is said twice is needed once.
 */
export function cellsOf(needs: readonly ServiceNeed[], covers: readonly Cover[], year: Year): Cell[] {
  const byLadder = Map.groupBy(covers, ({ tier }) => tier.ladderId)
  const said = needs.flatMap(({ tier, memberIds }) => memberIds.map((memberId) => ({ tier, memberId })))
  const once = new Map(said.map((one) => [`${one.tier.ladderId} ${one.tier.rank} ${one.memberId}`, one]))
  return [...once.values()].flatMap(({ tier, memberId }) => {
    const days = new Set([year.from, year.until])
    for (const cover of byLadder.get(tier.ladderId) ?? [])
      if (meets(cover, tier, memberId)) {
        days.add(cover.from)
        days.add(cover.until)
      }
    const sorted = [...days].toSorted()
    return sorted.flatMap((from, at) => {
      const until = sorted[at + 1]
      return until === undefined ? [] : [{ tier, memberId, from, until }]
    })
  })
}

/** Without the days before that on which somebody has nothing of a service yet, and what gives it begins on a day that is known. */
export function cellsFrom(cells: readonly Cell[], spans: readonly Span[], { from }: Year): Cell[] {
  return cells.filter((cell) => {
    const days = spans.filter((span) => meets(span, cell.tier, cell.memberId)).map((span) => span.from)
    return days.length === 0 || days.some((day) => day <= from || day <= cell.from)
  })
}

/** Tells the numbers of the cells that covers give. */
export function coverageOf(cells: readonly Cell[]): (covers: readonly Cover[]) => number[] {
  const byLadder = Map.groupBy(
    cells.map((cell, number) => ({ cell, number })),
    ({ cell }) => cell.tier.ladderId,
  )
  return (covers) => {
    const found = covers.flatMap((cover) =>
      (byLadder.get(cover.tier.ladderId) ?? []).flatMap(({ cell, number }) =>
        meets(cover, cell.tier, cell.memberId) && cover.from <= cell.from && cover.until >= cell.until
          ? [number]
          : [],
      ),
    )
    return [...new Set(found)]
  }
}
