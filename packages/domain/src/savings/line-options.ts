import { cashOfHeld } from './cash.ts'
import { coversOfHeld, coversOfOffered, includedSets } from './cover.ts'
import { isEnough } from './line-need.ts'
import type { ServiceNeed } from './needs.ts'
import type { OfferedPlan } from './offered-plan.ts'
import type { Amount } from './program.ts'
import { FREE } from './set-program.ts'
import type { Draft, Line, Outlook } from './set-program.ts'

/** Included services that somebody wants, so that no two ways differ only in what nobody uses. */
export function wantedIncludes({ includes }: OfferedPlan, wanted: readonly ServiceNeed[]) {
  return includes.filter((include) =>
    wanted.some(({ tier }) => tier.ladderId === include.tier.ladderId && include.tier.rank >= tier.rank),
  )
}

/** Packs that can be had beside a line of their provider only, and give something that is wanted. */
function besideOf({ offers }: Outlook, line: Line, wanted: readonly ServiceNeed[]): OfferedPlan[] {
  return offers.filter(
    (plan) => plan.besideLine === line.need.kind && wantedIncludes(plan, wanted).length > 0,
  )
}

const tagOf = ({ need }: Line, providerId: string): string => `${need.subscriptionId} of ${providerId}`

/** A line of a provider gives room for all packs beside it. */
function givesOf(line: Line, providerId: string | null, beside: readonly OfferedPlan[]): Amount[] {
  const count = beside.filter((plan) => plan.providerId === providerId).length
  return providerId === null || count === 0 ? [] : [{ of: tagOf(line, providerId), amount: count }]
}

export const slotOfLine = ({ need }: Line): string => `line ${need.subscriptionId}`

/** Staying with the plan of a line, unless it is known to be less than what is needed. */
function stayOf(line: Line, outlook: Outlook, beside: readonly OfferedPlan[]): Draft[] {
  const { need, held, holding, leaves } = line
  const isLess = held.line !== null && !isEnough(held.line, held.providerId, { ...need, validity: null })
  // Where it cannot be left, it stays.
  if (isLess && leaves.length > 0) return []
  return [
    {
      slot: slotOfLine(line),
      subscriptionId: need.subscriptionId,
      leaveOn: null,
      plan: null,
      from: null,
      debits: cashOfHeld(need.subscriptionId, held.subscription.facts, outlook.year),
      covers: coversOfHeld(holding.spans, null, outlook.year),
      gives: givesOf(line, held.providerId, beside),
      uses: [],
    },
  ]
}

/** Every way to go on with a line on a plan of its own: staying, and each plan that is enough, from each day on which it can be left. */
export function lineOptions(line: Line, outlook: Outlook, wanted: readonly ServiceNeed[]): Draft[] {
  const { need, held, holding, leaves } = line
  const { year, offers, cashOf } = outlook
  const beside = besideOf(outlook, line, wanted)
  const others = offers.filter(
    (plan) => plan.besideLine === null && plan.line !== null && isEnough(plan.line, plan.providerId, need),
  )
  const switches = leaves.flatMap((leave) =>
    others.flatMap((plan) =>
      includedSets(wantedIncludes(plan, wanted)).map((includes): Draft => ({
        slot: slotOfLine(line),
        subscriptionId: need.subscriptionId,
        leaveOn: leave.on,
        plan,
        from: leave.on,
        debits: [...leave.debits, ...cashOf(plan, leave.on, plan.providerId !== held.providerId)],
        covers: [
          ...coversOfHeld(holding.spans, leave.on, year),
          ...coversOfOffered(plan, includes, held.subscription.people, leave.on, year),
        ],
        gives: givesOf(line, plan.providerId, beside),
        uses: [],
      })),
    ),
  )
  return [...stayOf(line, outlook, beside), ...switches]
}

/** Packs beside a line, from the days on which what they give begins to be missing. */
export function besideOptions(
  line: Line,
  outlook: Outlook,
  wanted: readonly ServiceNeed[],
  daysOf: (plan: OfferedPlan) => readonly Draft['from'][],
): Draft[] {
  const { need, held, leaves } = line
  return besideOf(outlook, line, wanted).flatMap((plan) => {
    const first = plan.providerId === held.providerId ? outlook.year.from : leaves[0]?.on
    if (first === undefined) return []
    const days = new Set([first, ...daysOf(plan).filter((day) => day !== null && day > first)])
    return [...days].flatMap((from) =>
      from === null
        ? []
        : includedSets(wantedIncludes(plan, wanted)).map((includes): Draft => ({
            slot: `beside ${need.subscriptionId} ${plan.id}`,
            subscriptionId: null,
            leaveOn: null,
            plan,
            from,
            debits: outlook.cashOf(plan, from, true),
            covers: coversOfOffered(plan, includes, held.subscription.people, from, outlook.year),
            ...FREE,
            uses: [{ of: tagOf(line, plan.providerId), amount: 1 }],
          })),
    )
  })
}
