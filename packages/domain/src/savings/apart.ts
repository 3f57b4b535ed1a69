import type { CalendarDate } from '../time/calendar.ts'
import type { Cover } from './cover.ts'
import { serves } from './holding.ts'
import { holdingOf } from './holding.ts'
import type { HeldSubscription, People } from './holding.ts'
import type { ServiceNeed } from './needs.ts'
import type { WantedBoth } from './overlap.ts'

/** People who want a service from an account each: no account gives it to somebody of `one` and to somebody of `other`. */
export interface Apart {
  readonly ladderId: string
  readonly one: readonly string[]
  readonly other: readonly string[]
}

const without = (people: readonly string[], others: readonly string[]): readonly string[] =>
  people.filter((person) => !others.includes(person))

/** Those who have one of both only; where one of both is for nobody else, all of it against the rest of the other. */
function sidesOf(one: readonly string[], other: readonly string[]): Pick<Apart, 'one' | 'other'> | null {
  const [only, onlyOther] = [without(one, other), without(other, one)]
  if (only.length === 0 && onlyOther.length === 0) return null
  return { one: only.length === 0 ? one : only, other: onlyOther.length === 0 ? other : onlyOther }
}

/** Who wants what from an account of their own: of each pair that is wanted both, the services that both give. */
export function apartOf(
  held: readonly HeldSubscription[],
  memberIds: readonly string[],
  wanted: readonly WantedBoth[],
  today: CalendarDate,
): Apart[] {
  const known = new Map(held.map((one) => [one.id, one]))
  const laddersOf = (one: HeldSubscription) =>
    new Set(holdingOf(one, today).spans.map(({ tier }) => tier.ladderId))
  const membersOf = ({ people }: HeldSubscription) => (people === 'everybody' ? memberIds : people)
  return wanted.flatMap(([first, second]) => {
    const [one, other] = [known.get(first), known.get(second)]
    if (one === undefined || other === undefined) return []
    const sides = sidesOf(membersOf(one), membersOf(other))
    const others = laddersOf(other)
    return sides === null
      ? []
      : [...laddersOf(one)].filter((id) => others.has(id)).map((ladderId) => ({ ladderId, ...sides }))
  })
}

const conflictIn = (people: readonly string[], apart: readonly Apart[]) => {
  for (const { one, other } of apart) {
    const [a, b] = [people.find((id) => one.includes(id)), people.find((id) => other.includes(id))]
    if (a !== undefined && b !== undefined) return [a, b] as const
  }
  return null
}

/** The largest groups of people of whom all may use one account. */
function groupsOf(people: readonly string[], apart: readonly Apart[]): readonly (readonly string[])[] {
  const conflict = conflictIn(people, apart)
  if (conflict === null) return [people]
  const groups = conflict
    .toReversed()
    .flatMap((one) => groupsOf(without(people, [one]), apart))
    .filter((group) => group.length > 0)
  const once = [...new Map(groups.map((group) => [group.join(' '), group])).values()]
  return once.filter((group) => !once.some((other) => other !== group && serves(other, group)))
}

/** Needs of people who want an account each are needs of their own. */
export function needsApart(
  services: readonly ServiceNeed[],
  apart: readonly Apart[],
): readonly ServiceNeed[] {
  return services.flatMap((need) => {
    const ofLadder = apart.filter(({ ladderId }) => ladderId === need.tier.ladderId)
    const taken = new Set<string>()
    const groups: string[][] = []
    for (const group of groupsOf(need.memberIds, ofLadder)) {
      const left = group.filter((id) => !taken.has(id))
      for (const id of left) taken.add(id)
      if (left.length > 0) groups.push(left)
    }
    return groups.length <= 1 ? [need] : groups.map((memberIds) => ({ ...need, memberIds }))
  })
}

/** One way to use what a choice gives: by service the people who use it together. */
interface Way {
  readonly covers: readonly Cover[]
  readonly groups: readonly string[]
}

function waysOf(covers: readonly Cover[], apart: readonly Apart[], memberIds: readonly string[]): Way[] {
  const ladders = new Set(apart.map(({ ladderId }) => ladderId))
  return [...ladders].reduce<Way[]>(
    (ways, ladderId) => {
      const own = covers.find(({ tier }) => tier.ladderId === ladderId)
      if (own === undefined) return ways
      const people: People = own.people === 'everybody' ? memberIds : own.people
      const groups = groupsOf(
        people,
        apart.filter((one) => one.ladderId === ladderId),
      )
      if (groups.length <= 1) return ways
      return ways.flatMap((way) =>
        groups.map((group) => ({
          covers: way.covers.map((cover) =>
            cover.tier.ladderId === ladderId ? { ...cover, people: group } : cover,
          ),
          groups: [...way.groups, group.join(' ')],
        })),
      )
    },
    [{ covers, groups: [] }],
  )
}

/** The ways to use a choice where people want an account each; in a slot of its own each, where one more could be begun. */
export function waysApart<Choice extends { readonly slot: string; readonly covers: readonly Cover[] }>(
  draft: Choice,
  apart: readonly Apart[],
  memberIds: readonly string[],
  { isOneMore }: { readonly isOneMore: boolean },
): Choice[] {
  return waysOf(draft.covers, apart, memberIds).map(({ covers, groups }) => ({
    ...draft,
    covers,
    slot: isOneMore && groups.length > 0 ? `${draft.slot} for ${groups.join(', ')}` : draft.slot,
  }))
}
