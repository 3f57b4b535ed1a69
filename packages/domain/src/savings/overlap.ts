import type { Money } from '../money/money.ts'
import type { SubscriptionFacts } from '../subscription/lifecycle.ts'
import { lastEndOf, periodAt } from '../subscription/periods.ts'
import { addMonths, daysBetween, maxDate, minDate } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { costOfDays } from './cost-of-days.ts'
import { serves } from './holding.ts'
import type { Holding, Span } from './holding.ts'

/** Two subscriptions of which a household said that it wants both, or that one of them is enough. */
export type WantedBoth = readonly [subscriptionId: string, subscriptionId: string]

/**
 * A service that is paid although it is there anyway. `paidAndIncluded`: another subscription brings it along; `paidTwice`: it is paid by
 * itself again; `mayWantBoth`: the other one is of other people, who may want one of their own: a question, to be asked once.
 */
export interface Overlap {
  readonly kind: 'paidAndIncluded' | 'paidTwice' | 'mayWantBoth'
  /** The one that could be dropped. */
  readonly subscriptionId: string
  /** What gives the same or more, in order of the id. */
  readonly coveredBy: readonly string[]
  /** Included services of those that have to be claimed first. */
  readonly claimFirst: readonly string[]
  /** The days `[from, until)` on which both are there, from today on; `until` is null where both go on by themselves. */
  readonly from: CalendarDate
  readonly until: CalendarDate | null
  /** The others go on as long as they are renewed; false where one ends for good. */
  readonly isLasting: boolean
}

interface Cover {
  readonly spans: readonly Span[]
  readonly from: CalendarDate
  readonly until: CalendarDate | null
}

/** By ladder, what reaches furthest first. */
type Index = ReadonlyMap<string, readonly Span[]>

const mayCover = ({ choice, state }: Span): boolean => choice === null || state === 'running'

const later = (a: CalendarDate | null, b: CalendarDate | null): number =>
  a === b ? 0 : a === null ? -1 : b === null ? 1 : a > b ? -1 : 1

/** Goes on longest, then begins first, then included before paid, then the first id. */
const byReach = (a: Span, b: Span): number =>
  Number(b.goesOn) - Number(a.goesOn) ||
  later(a.until, b.until) ||
  (a.from === b.from ? 0 : a.from < b.from ? -1 : 1) ||
  Number(a.serviceId === null) - Number(b.serviceId === null) ||
  (a.subscriptionId === b.subscriptionId ? 0 : a.subscriptionId < b.subscriptionId ? -1 : 1)

function indexOf(holdings: readonly Holding[]): Index {
  const found = new Map<string, Span[]>()
  for (const { spans } of holdings)
    for (const span of spans) {
      if (!mayCover(span)) continue
      const known = found.get(span.tier.ladderId)
      if (known === undefined) found.set(span.tier.ladderId, [span])
      else known.push(span)
    }
  for (const spans of found.values()) spans.sort(byReach)
  return found
}

const earlier = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null ? b : b === null ? a : minDate(a, b)

/** What gives all of a holding to the people asked of `isFor`, and the days on which it does; null where something is missing. */
function coverOf(
  holding: Holding,
  index: Index,
  dropped: ReadonlySet<string>,
  today: CalendarDate,
  isFor: (span: Span) => boolean,
): Cover | null {
  const spans: Span[] = []
  let from = today
  let until: CalendarDate | null = null
  for (const own of holding.spans) {
    const best = index
      .get(own.tier.ladderId)
      ?.find(
        (span) =>
          span.subscriptionId !== own.subscriptionId &&
          !dropped.has(span.subscriptionId) &&
          span.tier.rank >= own.tier.rank &&
          isFor(span),
      )
    if (best === undefined) return null
    spans.push(best)
    from = maxDate(from, maxDate(own.from, best.from))
    until = earlier(until, earlier(own.until, best.until))
  }
  if (spans.length === 0 || (until !== null && until <= from)) return null
  return { spans, from, until }
}

/** The first day that is not paid for yet. */
function paidUntil({ subscription: { facts } }: Holding, today: CalendarDate): CalendarDate {
  return (
    lastEndOf(facts.terms) ?? periodAt(facts.terms, today)?.endsOn ?? maxDate(today, facts.terms.startsOn)
  )
}

/** Dropping it would spare something: the others go on, or last beyond what is paid already. */
function sparesSomething(holding: Holding, { spans, until }: Cover, today: CalendarDate): boolean {
  return spans.every(({ goesOn }) => goesOn) || until === null || until > paidUntil(holding, today)
}

function overlapOf(holding: Holding, { spans, from, until }: Cover, kind: Overlap['kind']): Overlap {
  return {
    kind,
    subscriptionId: holding.subscription.id,
    coveredBy: [...new Set(spans.map((span) => span.subscriptionId))].toSorted(),
    claimFirst: spans.flatMap(({ state, serviceId }) =>
      state === 'toClaim' && serviceId !== null ? [serviceId] : [],
    ),
    from,
    until,
    isLasting: spans.every(({ goesOn }) => goesOn),
  }
}

/** The dearest goes first, so that of two that could replace each other the cheaper stays; the first id among equals. */
const dearestFirst = (a: Holding, b: Holding): number =>
  b.monthly - a.monthly || (a.subscription.id < b.subscription.id ? 1 : -1)

/** What is a service by itself before the others, in the order that they have. */
const singlesFirst = (a: Holding, b: Holding): number =>
  Number(a.subscription.standalone === null) - Number(b.subscription.standalone === null)

const NOT_ASKED: BothAnswers = { wanted: [], oneIsEnough: [] }

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** What a household said when it was asked whether it wants both: of some pairs that it does, of others that one is enough. */
export interface BothAnswers {
  readonly wanted: readonly WantedBoth[]
  readonly oneIsEnough: readonly WantedBoth[]
}

/** What stands for what has gone already. Where both of two are wanted, nothing stands for both. */
class Stands {
  private readonly known = new Map<string, ReadonlySet<string>>()
  private readonly pairs: ReadonlySet<string>

  constructor(wanted: readonly WantedBoth[]) {
    this.pairs = new Set(wanted.map(([a, b]) => pairOf(a, b)))
  }

  isFree({ subscriptionId }: Span, id: string): boolean {
    return ![...this.known].some(([gone, by]) => by.has(subscriptionId) && this.pairs.has(pairOf(gone, id)))
  }

  put(id: string, { spans }: Cover): void {
    this.known.set(id, new Set(spans.map(({ subscriptionId }) => subscriptionId)))
  }
}

/** What gives all of a holding to its people, where none of it stands for somebody who wants an account of their own. */
const coverFree = (
  holding: Holding,
  {
    index,
    ids,
    today,
    stands,
  }: {
    readonly index: Index
    readonly ids: ReadonlySet<string>
    readonly today: CalendarDate
    readonly stands: Stands
  },
): Cover | null => {
  const { id, people } = holding.subscription
  const isFor = (span: Span) => serves(span.people, people) && stands.isFree(span, id)
  return coverOf(holding, index, ids, today, isFor)
}

/** What may go together, one after the other in this order, and what that spares in a true average month. */
function droppedIn(
  order: readonly Holding[],
  index: Index,
  today: CalendarDate,
  wanted: BothAnswers['wanted'],
) {
  const dropped: Holding[] = []
  const ids = new Set<string>()
  const stands = new Stands(wanted)
  for (const holding of order) {
    const { id } = holding.subscription
    const cover = coverFree(holding, { index, ids, today, stands })
    if (cover === null || !sparesSomething(holding, cover, today)) continue
    dropped.push(holding)
    ids.add(id)
    stands.put(id, cover)
  }
  return { dropped, ids, monthly: dropped.reduce((sum, { monthly }) => sum + monthly, 0) }
}

/** Of candidates, the dearest first. */
function bestDrops(
  candidates: readonly Holding[],
  index: Index,
  today: CalendarDate,
  wanted: BothAnswers['wanted'],
) {
  const first = droppedIn(candidates, index, today, wanted)
  if (candidates.every(({ subscription }) => subscription.standalone !== null)) return first
  const second = droppedIn(candidates.toSorted(singlesFirst), index, today, wanted)
  return second.monthly > first.monthly ? second : first
}

/**
 * The days of an overlap within twelve months from today, and what they cost of the one that could be dropped: days × daily price, to
 * the minor unit.
 */
export function wastedIn(
  { from, until }: Pick<Overlap, 'from' | 'until'>,
  dropped: SubscriptionFacts,
  today: CalendarDate,
): { readonly days: number; readonly amount: Money } {
  const year = addMonths(today, 12)
  const end = maxDate(from, until === null ? year : minDate(until, year))
  return { days: daysBetween(from, end), amount: costOfDays(dropped, from, end) }
}

const coversBy = (isPaid: boolean): Overlap['kind'] => (isPaid ? 'paidTwice' : 'paidAndIncluded')

/** The questions about which the household said that one is enough are advice. */
function saidOf(overlap: Overlap, { spans }: Cover, enough: ReadonlySet<string>): Overlap {
  const isSaid = overlap.coveredBy.every((other) => enough.has(pairOf(overlap.subscriptionId, other)))
  return isSaid ? { ...overlap, kind: coversBy(spans.every(({ serviceId }) => serviceId === null)) } : overlap
}

/**
 * The services that a household pays although something else gives them at the same tier or a better one on the same days, each with
 * the one to drop. A better tier beside a lesser one is none, unless the lesser is what is paid. Of two that could replace each other the
 * cheaper stays; a bundle of nothing but services goes where others give all of it. What only other people may use is a question,
 * unless it was answered: where both are wanted nothing is found, and nothing else stands for both; where one is enough it is as any other. In order of the subscription's id.
 */
export function overlapsOf(
  holdings: readonly Holding[],
  today: CalendarDate,
  { wanted, oneIsEnough }: BothAnswers = NOT_ASKED,
): Overlap[] {
  const index = indexOf(holdings)
  const isShared = ({ tier, subscriptionId }: Span) =>
    (index.get(tier.ladderId) ?? []).some((span) => span.subscriptionId !== subscriptionId)
  const candidates = holdings
    .filter(
      ({ subscription: { isOnlyServices }, isRenewing, spans }) =>
        isOnlyServices && isRenewing && spans.length > 0 && spans.every(isShared),
    )
    .toSorted(dearestFirst)
  if (candidates.length === 0) return []
  const { dropped, ids } = bestDrops(candidates, index, today, wanted)
  const found: Overlap[] = []
  const stands = new Stands(wanted)
  for (const holding of dropped) {
    const { id } = holding.subscription
    const cover = coverFree(holding, { index, ids, today, stands })
    if (cover === null) continue
    stands.put(id, cover)
    found.push(overlapOf(holding, cover, coversBy(cover.spans.every(({ serviceId }) => serviceId === null))))
  }
  const answered = new Set(wanted.map(([a, b]) => pairOf(a, b)))
  const enough = new Set(oneIsEnough.map(([a, b]) => pairOf(a, b)))
  for (const holding of candidates) {
    const { id, people } = holding.subscription
    if (ids.has(id)) continue
    const cover = coverOf(
      holding,
      index,
      ids,
      today,
      (span) => !serves(span.people, people) && !answered.has(pairOf(id, span.subscriptionId)),
    )
    if (cover === null || !sparesSomething(holding, cover, today)) continue
    const overlap = overlapOf(holding, cover, 'mayWantBoth')
    for (const other of overlap.coveredBy) answered.add(pairOf(id, other))
    found.push(saidOf(overlap, cover, enough))
  }
  return found.toSorted((a, b) => (a.subscriptionId < b.subscriptionId ? -1 : 1))
}
