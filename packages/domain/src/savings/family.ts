import { totalOf } from './cash.ts'
import { coversOfHeld, coversOfOffered, includedSets } from './cover.ts'
import { isEnough } from './line-need.ts'
import { slotOfLine, wantedIncludes } from './line-options.ts'
import type { ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import { seatsOf } from './set-program.ts'
import type { Draft, Line, Outlook } from './set-program.ts'

const mbOf = ({ need }: Line): number => (need.mbPerDay ?? 0) * need.seats

interface Seat {
  readonly line: Line
  readonly draft: Draft
}

/** A line that comes along: what it still costs until it can be left, and a seat and data of the plan from then on. */
function seatOf(line: Line, plan: OfferedPlan, from: string, tag: string, outlook: Outlook): Seat[] {
  const { need, holding } = line
  const leave = line.leaves.find(({ on }) => on >= from)
  if (leave === undefined || plan.line === null) return []
  const alone = { ...need, mbPerDay: null, seats: 1 }
  if (need.seats > 1 || !isEnough(plan.line, plan.providerId, alone)) return []
  const draft: Draft = {
    slot: slotOfLine(line),
    subscriptionId: need.subscriptionId,
    leaveOn: leave.on,
    plan,
    from: leave.on,
    debits: leave.debits,
    covers: coversOfHeld(holding.spans, leave.on, outlook.year),
    gives: [],
    uses: [
      { of: seatsOf(tag), amount: 1 },
      { of: `${tag} data`, amount: mbOf(line) },
    ],
  }
  return [{ line, draft }]
}

/**
 * Several numbers on one plan: one line holds it and has its benefits, others take a seat and their part of its data from the day on
 * which they can be left. Plans that even with every seat taken cost more than the cheapest plans of their own, services included, are
 * left out: whoever took one could take those instead.
 */
export function familyOptions(
  outlook: Outlook,
  wanted: readonly ServiceNeed[],
  own: ReadonlyMap<string, readonly Draft[]>,
): Draft[] {
  const { year, lines, offers, cashOf, input } = outlook
  const mobile = lines.filter(({ need }) => need.kind === 'mobile')
  const least = (line: Line): number =>
    Math.min(...(own.get(slotOfLine(line)) ?? []).map(({ debits }) => totalOf(debits, input.currency)))
  return mobile.flatMap((holder) =>
    offers.flatMap((plan): Draft[] => {
      const [leave] = holder.leaves
      const { line } = plan
      if (leave === undefined || line === null || line.seats < 2 || plan.besideLine !== null) return []
      if (!isEnough(line, plan.providerId, holder.need)) return []
      const tag = `${plan.id} of ${holder.need.subscriptionId}`
      const seats = mobile.flatMap((other) =>
        other === holder ? [] : seatOf(other, plan, leave.on, tag, outlook),
      )
      if (seats.length === 0) return []
      const fee = plan.providerId !== holder.held.providerId
      const debits = [...leave.debits, ...cashOf(plan, leave.on, fee)]
      const includes = wantedIncludes(plan, wanted)
      const gains = seats
        .map((seat) => least(seat.line) - totalOf(seat.draft.debits, input.currency))
        .toSorted((a, b) => b - a)
        .slice(0, line.seats - holder.need.seats)
        .reduce((sum, gain) => sum + Math.max(0, gain), 0)
      const isHopeless = includes.length === 0 && totalOf(debits, input.currency) - gains >= least(holder)
      if (isHopeless) return []
      const holders = includedSets(includes).map((set): Draft => ({
        slot: slotOfLine(holder),
        subscriptionId: holder.need.subscriptionId,
        leaveOn: leave.on,
        plan,
        from: leave.on,
        debits,
        covers: [
          ...coversOfHeld(holder.holding.spans, leave.on, year),
          ...coversOfOffered(plan, set, holder.held.subscription.people, leave.on, year),
        ],
        gives: [
          { of: seatsOf(tag), amount: line.seats - holder.need.seats },
          { of: `${tag} data`, amount: Math.max(0, (line.mbPerDay ?? 0) - mbOf(holder)) },
        ],
        uses: [],
      }))
      return [...holders, ...seats.map(({ draft }) => draft)]
    }),
  )
}
