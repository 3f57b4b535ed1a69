import { addDays } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import type { Year } from './cash.ts'
import { coversOfOffered, meets } from './cover.ts'
import type { Cover } from './cover.ts'
import { holdingOf } from './holding.ts'
import type { ServiceTier } from './holding.ts'
import { isRotating } from './rotation.ts'
import { isSeat } from './set-program.ts'
import type { Option, SavingsInput } from './set-program.ts'

/** A service that somebody has today and will have no longer. */
export interface Lost {
  readonly tier: ServiceTier
  readonly memberId: string
  readonly subscriptionId: string
  /** The first day without it. */
  readonly from: CalendarDate
}

/** All that an option gives, also what nobody asked for, but nothing of what has to be picked. */
function allCovers(option: Option, people: Cover['people'], year: Year): readonly Cover[] {
  const { plan, from, covers } = option
  if (plan === null || from === null || isSeat(option)) return covers
  const free = plan.includes.filter(({ choice }) => choice === null)
  return [...covers, ...coversOfOffered(plan, free, people, from, year)]
}

/** What runs today and nothing of the set gives at the end of the year, by member, in order of the day. */
export function lostIn(best: readonly Option[], input: SavingsInput, year: Year): Lost[] {
  const held = new Map(input.held.map((one) => [one.subscription.id, one.subscription]))
  const left = new Map(
    best.flatMap(({ subscriptionId, leaveOn }) =>
      subscriptionId === null || leaveOn === null ? [] : [[subscriptionId, leaveOn] as const],
    ),
  )
  const kept = input.held
    .filter(({ subscription }) => !left.has(subscription.id))
    .flatMap(({ subscription }) => holdingOf(subscription, input.today).spans)
  const covers = best.flatMap((option) => {
    const own = option.subscriptionId === null ? undefined : held.get(option.subscriptionId)
    return allCovers(option, own?.people ?? 'everybody', year)
  })
  // Held some months only, as somebody wished, it is not lost in the others.
  const rotating = input.needs.services.filter((need) => need.isWanted && isRotating(need))
  const last = addDays(year.until, -1)
  const lost = new Map<string, Lost>()
  for (const [subscriptionId, from] of left) {
    const subscription = held.get(subscriptionId)
    if (subscription === undefined) continue
    for (const { tier, people, state, goesOn } of holdingOf(subscription, input.today).spans)
      for (const memberId of people === 'everybody' ? input.memberIds : people) {
        const isThere =
          covers.some((cover) => meets(cover, tier, memberId) && cover.until > last) ||
          kept.some((span) => meets(span, tier, memberId)) ||
          rotating.some((need) => meets({ tier: need.tier, people: need.memberIds }, tier, memberId))
        if (state === 'running' && goesOn && !isThere)
          lost.set(`${tier.ladderId} ${tier.rank} ${memberId}`, { tier, memberId, subscriptionId, from })
      }
  }
  return [...lost.values()].toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))
}
