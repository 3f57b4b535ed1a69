import { addMonths } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { occurrenceOn } from '../time/interval.ts'
import type { Year } from './cash.ts'
import { cellsOf, coverageOf, coversOfOffered, includedSets } from './cover.ts'
import type { Cell, Cover } from './cover.ts'
import type { People } from './holding.ts'
import { wantedIncludes } from './line-options.ts'
import { dayOfMonths, holdSlotOf, slotOfMonths } from './month-slots.ts'
import type { ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import { givesWanted } from './outlook.ts'
import type { Amount } from './program.ts'
import { FREE } from './set-program.ts'
import type { Draft, Outlook } from './set-program.ts'

const MONTHS = 12

/** A service that is wanted some months a year, one after another. */
export interface RotatingNeed extends ServiceNeed {
  readonly monthsAYear: number
}

/** True of a need that may rotate; twelve months are all year. */
export const isRotating = (need: ServiceNeed): need is RotatingNeed =>
  need.monthsAYear !== undefined && need.monthsAYear < MONTHS && need.memberIds.length > 0

/** The months of a year from its first day on: month 12 is the first day after it. */
const monthsFrom = ({ from }: Year): CalendarDate[] =>
  Array.from({ length: MONTHS + 1 }, (_, at) => addMonths(from, at))

/** The days on which a stream of a service could be left so that it was held for some months. */
export function monthDaysFor(
  needs: readonly RotatingNeed[],
  gives: readonly { readonly tier: ServiceNeed['tier'] }[],
  year: Year,
): CalendarDate[] {
  return needs.some(({ tier }) => gives.some((span) => span.tier.ladderId === tier.ladderId))
    ? monthsFrom(year).slice(1, MONTHS)
    : []
}

/** The last days of periods of a plan, the first one after which so many months were held. */
function endsOf({ interval }: OfferedPlan, from: CalendarDate, months: number): CalendarDate[] {
  const ends: CalendarDate[] = []
  const enough = addMonths(from, months)
  for (let count = 1; (ends.at(-1) ?? from) < enough; count++) ends.push(occurrenceOn(from, interval, count))
  return ends
}

/**
 * Plans that are begun to hold a service for some months and end again, from the first day of each month and from each day on which
 * something else stops to give it. What bills after its days is none of them. Of what such a plan brings along, only what may rotate too
 * counts.
 */
export function holdOptions(
  need: RotatingNeed,
  rotating: readonly RotatingNeed[],
  { offers, year, cashOf }: Outlook,
  known: readonly Draft[],
): Draft[] {
  const stops = known
    .flatMap(({ covers }) => covers)
    .filter(({ tier, until }) => tier.ladderId === need.tier.ladderId && until < year.until)
    .map(({ until }) => until)
  const days = [...new Set([...monthsFrom(year).slice(0, MONTHS), ...stops])].toSorted()
  return offers
    .filter(
      (plan) =>
        plan.line === null && plan.besideLine === null && !plan.isPostpaid && givesWanted(plan, [need]),
    )
    .flatMap((plan) => {
      const people: People = plan.isShareable ? 'everybody' : need.memberIds
      const sets = includedSets(wantedIncludes(plan, rotating))
      return days.flatMap((from) =>
        endsOf(plan, from, need.monthsAYear).flatMap((until) =>
          sets.map((set): Draft => {
            const within = { from: year.from, until: until < year.until ? until : year.until }
            return {
              slot: holdSlotOf(slotOfMonths(need)),
              subscriptionId: null,
              leaveOn: null,
              plan,
              from,
              until,
              debits: cashOf(plan, from, true).filter(({ on }) => on < until),
              covers: coversOfOffered(plan, set, people, from, within),
              ...FREE,
            }
          }),
        ),
      )
    })
}

/** What a rotating need asks of a program. */
export interface Months {
  /** The runs of months in which it could be held. */
  readonly drafts: readonly Draft[]
  /** Tells what a draft gives of its days. */
  readonly givenBy: (covers: readonly Cover[]) => Amount[]
  /** Where no run of months can be held with what there is. */
  readonly unmet: readonly Cell[]
}

/**
 * The runs of so many months in a row, each of which uses every day of itself for each member: days are cut where something begins or
 * ends to give the service, and where a month does.
 */
export function monthsOf(need: RotatingNeed, drafts: readonly Draft[], year: Year): Months {
  const { tier, memberIds, monthsAYear } = need
  const starts = monthsFrom(year)
  const cuts = starts.slice(0, MONTHS).map((from, at): Cover => ({
    tier,
    people: memberIds,
    from,
    until: starts[at + 1] ?? year.until,
    claim: null,
  }))
  const cells = cellsOf([need], [...cuts, ...drafts.flatMap(({ covers }) => covers)], year)
  const cellsIn = coverageOf(cells)
  const slot = slotOfMonths(need)
  const given = new Set(drafts.flatMap(({ covers }) => cellsIn(covers)))
  const runs = starts.slice(0, MONTHS - monthsAYear + 1).flatMap((from, at): Draft[] => {
    const until = starts[at + monthsAYear]
    if (until === undefined) return []
    const own = [...cells.entries()].filter(([, cell]) => cell.from >= from && cell.until <= until)
    if (!own.every(([cell]) => given.has(cell))) return []
    return [
      {
        slot,
        subscriptionId: null,
        leaveOn: null,
        plan: null,
        from: null,
        months: { need, from, until },
        debits: [],
        covers: [],
        gives: [],
        uses: own.map(([cell]) => ({ of: dayOfMonths(slot, cell), amount: 1 })),
      },
    ]
  })
  return {
    drafts: runs,
    givenBy: (covers) => cellsIn(covers).map((cell) => ({ of: dayOfMonths(slot, cell), amount: 1 })),
    unmet: runs.length > 0 ? [] : memberIds.map((memberId) => ({ tier, memberId, ...year })),
  }
}
