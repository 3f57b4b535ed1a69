import type { CalendarDate } from '../time/calendar.ts'
import { needsApart, waysApart } from './apart.ts'
import { cashOfHeld, totalOf } from './cash.ts'
import {
  cellsFrom,
  cellsOf,
  coverageOf,
  coversOfHeld,
  coversOfOffered,
  includedSets,
  meets,
} from './cover.ts'
import type { Cover } from './cover.ts'
import { fixedDebits, fixedOptions } from './fixed-options.ts'
import { isOn } from './holding.ts'
import { familyOptions } from './family.ts'
import { leavesOf } from './leave.ts'
import { besideOptions, lineOptions, slotOfLine, wantedIncludes } from './line-options.ts'
import { holdingOf } from './holding.ts'
import type { People } from './holding.ts'
import type { ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import { givesWanted, outlookOf } from './outlook.ts'
import { holdOptions, isRotating, monthDaysFor, monthsOf } from './rotation.ts'
import type { RotatingNeed } from './rotation.ts'
import { FREE } from './set-program.ts'
import type { Draft, Option, Outlook, SavingsInput, SetProgram } from './set-program.ts'

/** What can be done about a stream of today: it stays, or is left when its paid days are used up or when a line can be changed. */
function streamOptions({ input, year, lines, streams }: Outlook, rotating: readonly RotatingNeed[]): Draft[] {
  const ofLines = lines.flatMap(({ leaves }) => leaves.map(({ on }) => on))
  return streams.flatMap(({ held, holding }) => {
    const { id, facts } = held.subscription
    const base = { slot: `own ${id}`, subscriptionId: id, plan: null, from: null, ...FREE }
    const stay: Draft = {
      ...base,
      leaveOn: null,
      debits: cashOfHeld(id, facts, year),
      covers: coversOfHeld(holding.spans, null, year),
    }
    if (input.needs.keep.includes(id)) return [stay]
    const days = [...new Set([...ofLines, ...monthDaysFor(rotating, holding.spans, year)])]
    const left = leavesOf(held.subscription, days, year).map(({ on, debits }): Draft => ({
      ...base,
      leaveOn: on,
      debits,
      covers: coversOfHeld(holding.spans, on, year),
    }))
    return [stay, ...left]
  })
}

const givesAllOf = (covers: readonly Cover[], { tier, memberIds }: ServiceNeed): boolean =>
  memberIds.every((memberId) => covers.some((cover) => meets(cover, tier, memberId)))

type DaysOf = (plan: OfferedPlan) => readonly CalendarDate[]

/** The days within the year on which something stops to give what a plan gives, or on which somebody does not have it yet. */
function missingDays({ year }: Outlook, drafts: readonly Draft[], wanted: readonly ServiceNeed[]): DaysOf {
  const byLadder = new Map<string, CalendarDate[]>()
  const now = drafts
    .filter(({ leaveOn, plan }) => leaveOn === null && plan === null)
    .flatMap(({ covers }) => covers)
    .filter((cover) => isOn(cover, year.from))
  for (const [ladderId, needs] of Map.groupBy(wanted, ({ tier }) => tier.ladderId)) {
    const isThere = needs.every((need) => givesAllOf(now, need))
    const ends = drafts
      .flatMap(({ covers }) => covers)
      .filter(({ tier, until }) => tier.ladderId === ladderId && until < year.until)
      .map(({ until }) => until)
    byLadder.set(ladderId, [...new Set([...(isThere ? [] : [year.from]), ...ends])].toSorted())
  }
  return ({ standalone, includes }) => {
    const tiers = [...(standalone === null ? [] : [standalone]), ...includes.map(({ tier }) => tier)]
    return [...new Set(tiers.flatMap(({ ladderId }) => byLadder.get(ladderId) ?? []))].toSorted()
  }
}

/** Those for whom one of a plan could be new: everybody where it can be shared, else each group that wants what it gives together. */
function groupsFor(plan: OfferedPlan, wanted: readonly ServiceNeed[]): People[] {
  if (plan.isShareable) return ['everybody']
  const groups = wanted.filter((need) => givesWanted(plan, [need])).map(({ memberIds }) => memberIds)
  return [...new Map(groups.map((group) => [group.join(' '), group])).values()]
}

/**
 * Plans of services that could be new, from each day on which what they give is missing. For each group at most one of each service
 * and of each bundle.
 */
function newOptions(
  outlook: Outlook,
  wanted: readonly ServiceNeed[],
  lasting: readonly ServiceNeed[],
  daysOf: DaysOf,
): Draft[] {
  const { offers, year, cashOf } = outlook
  return offers
    .filter((plan) => plan.line === null && plan.besideLine === null && givesWanted(plan, lasting))
    .flatMap((plan) => {
      const includes = wantedIncludes(plan, wanted)
      const what = includes.length === 0 ? (plan.standalone?.ladderId ?? plan.id) : plan.id
      return groupsFor(plan, lasting).flatMap((people) =>
        daysOf(plan).flatMap((day) =>
          includedSets(includes).map((set): Draft => ({
            slot: `new ${what} ${people === 'everybody' ? people : people.join(' ')}`,
            subscriptionId: null,
            leaveOn: null,
            plan,
            from: day,
            debits: cashOf(plan, day, true),
            covers: coversOfOffered(plan, set, people, day, year),
            ...FREE,
          })),
        ),
      )
    })
}

/** What is paid as everything that has a slot goes on. */
function nowDebits({ year, lines, streams }: Outlook) {
  return [...lines, ...streams].flatMap(({ held: { subscription } }) =>
    cashOfHeld(subscription.id, subscription.facts, year),
  )
}

/**
 * The integer program of a household (law 18): a slot for each line and each stream of today, and for what could be new; a cell for each
 * stretch of days on which a member needs a service. Every cost is the sum of real debits within twelve months.
 */
export function programOf(input: SavingsInput): SetProgram {
  const outlook = outlookOf(input)
  const { year, lines, streams } = outlook
  const wanted = needsApart(
    input.needs.services.filter(({ isWanted }) => isWanted),
    input.apart,
  )
  const rotating = wanted.filter(isRotating)
  const lasting = wanted.filter((need) => !isRotating(need))
  const own = new Map(lines.map((line) => [slotOfLine(line), lineOptions(line, outlook, wanted)]))
  const today = [...own.values()].flat()
  const ofStreams = streamOptions(outlook, rotating)
  const family = familyOptions(outlook, wanted, own)
  const fixed = fixedOptions(outlook)
  const known = [...today, ...family, ...ofStreams, ...fixed]
  const daysOf = missingDays(outlook, known, lasting)
  const beside = lines.flatMap((line) => besideOptions(line, outlook, wanted, daysOf))
  const apart = (isOneMore: boolean) => (draft: Draft) =>
    waysApart(draft, input.apart, input.memberIds, { isOneMore })
  const lastingDrafts = [
    ...[...known, ...beside].flatMap(apart(false)),
    ...newOptions(outlook, wanted, lasting, daysOf).flatMap(apart(true)),
  ]
  const giving = [
    ...lastingDrafts,
    ...rotating.flatMap((need) =>
      holdOptions(need, rotating, outlook, lastingDrafts)
        .flatMap(apart(false))
        .filter(({ covers }) => givesAllOf(covers, need)),
    ),
  ]
  const months = rotating.map((need) => monthsOf(need, giving, year))
  const drafts = [
    ...giving.map((draft) => ({
      ...draft,
      gives: [...draft.gives, ...months.flatMap(({ givenBy }) => givenBy(draft.covers))],
    })),
    ...months.flatMap((one) => one.drafts),
  ]
  const covers: Cover[] = drafts.flatMap((draft) => draft.covers)
  const cells = cellsFrom(
    cellsOf(lasting, covers, year),
    input.held.flatMap(({ subscription }) => holdingOf(subscription, input.today).spans),
    year,
  )
  const cellsIn = coverageOf(cells)
  const covered = drafts.map((draft) => cellsIn(draft.covers))
  const possible = new Set(covered.flat())
  const number = new Map([...possible].toSorted((a, b) => a - b).map((cell, at) => [cell, at]))
  const choices = drafts.map((draft, at): Option => ({
    ...draft,
    id: String(at),
    cost: totalOf(draft.debits, input.currency),
    cells: (covered[at] ?? []).flatMap((cell) => number.get(cell) ?? []),
  }))
  const required = new Set([
    ...own.keys(),
    ...streams.map(({ held }) => `own ${held.subscription.id}`),
    ...fixed.map(({ slot }) => slot),
    ...months.flatMap((one) => one.drafts.map(({ slot }) => slot)),
  ])
  const slots = [...new Set([...required, ...choices.map(({ slot }) => slot)])]
  return {
    slots: slots.map((id) => ({ id, isRequired: required.has(id) })),
    choices,
    cells: possible.size,
    year,
    fixed: fixedDebits(outlook),
    now: nowDebits(outlook),
    unmet: [...cells.filter((_, at) => !possible.has(at)), ...months.flatMap(({ unmet }) => unmet)],
  }
}
