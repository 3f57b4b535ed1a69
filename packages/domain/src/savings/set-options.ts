import type { CalendarDate } from '../time/calendar.ts'
import { cashOfHeld, totalOf } from './cash.ts'
import { cellsOf, coverageOf, coversOfHeld, coversOfOffered, includedSets } from './cover.ts'
import type { Cover } from './cover.ts'
import { isOn } from './holding.ts'
import { familyOptions } from './family.ts'
import { leavesOf } from './leave.ts'
import { besideOptions, lineOptions, slotOfLine, wantedIncludes } from './line-options.ts'
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

type DaysOf = (plan: OfferedPlan) => readonly CalendarDate[]

/** The days within the year on which something stops to give what a plan gives, or on which nothing does yet. */
function missingDays({ year }: Outlook, drafts: readonly Draft[], wanted: readonly ServiceNeed[]): DaysOf {
  const byLadder = new Map<string, CalendarDate[]>()
  for (const { tier } of wanted) {
    const covers = drafts.flatMap((draft) =>
      draft.covers.filter((cover) => cover.tier.ladderId === tier.ladderId),
    )
    const now = drafts
      .filter(({ leaveOn, plan }) => leaveOn === null && plan === null)
      .flatMap((draft) => draft.covers)
      .some((cover) => cover.tier.ladderId === tier.ladderId && isOn(cover, year.from))
    const ends = covers.map(({ until }) => until).filter((until) => until < year.until)
    byLadder.set(tier.ladderId, [...new Set([...(now ? [] : [year.from]), ...ends])].toSorted())
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

/** What is paid whatever is chosen: all that is neither a line to decide about nor a stream. */
function fixedDebits({ input, year, lines, streams }: Outlook) {
  const decided = new Set([
    ...lines.map(({ need }) => need.subscriptionId),
    ...streams.map(({ held }) => held.subscription.id),
  ])
  return input.held.flatMap(({ subscription: { id, facts } }) =>
    decided.has(id) || facts.terms.segments.at(-1)?.price.currency !== input.currency
      ? []
      : cashOfHeld(id, facts, year),
  )
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
  const wanted = input.needs.services.filter(({ isWanted }) => isWanted)
  const rotating = wanted.filter(isRotating)
  const lasting = wanted.filter((need) => !isRotating(need))
  const own = new Map(lines.map((line) => [slotOfLine(line), lineOptions(line, outlook, wanted)]))
  const today = [...own.values()].flat()
  const ofStreams = streamOptions(outlook, rotating)
  const family = familyOptions(outlook, wanted, own)
  const daysOf = missingDays(outlook, [...today, ...family, ...ofStreams], lasting)
  const lastingDrafts = [
    ...today,
    ...family,
    ...ofStreams,
    ...lines.flatMap((line) => besideOptions(line, outlook, wanted, daysOf)),
    ...newOptions(outlook, wanted, lasting, daysOf),
  ]
  const giving = [
    ...lastingDrafts,
    ...rotating.flatMap((need) => holdOptions(need, rotating, outlook, lastingDrafts)),
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
  const cells = cellsOf(lasting, covers, year)
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
