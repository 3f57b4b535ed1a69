import type { CalendarDate } from '../time/calendar.ts'
import type { Holding, People, Span } from './holding.ts'

/** True where all of these people may use it. */
export function serves(people: People, others: People): boolean {
  if (people === 'everybody') return true
  return others !== 'everybody' && others.every((person) => people.includes(person))
}

/** One right of one member: which service at which tier, by what, from when until when, activated or still to be claimed. */
export interface MemberRight extends Span {
  readonly memberId: string
}

/** Who may use what, from when until when: one entry per member and right, in order of the members and the holdings. */
export function entitlementMap(
  holdings: readonly Holding[],
  memberIds: readonly string[],
): readonly MemberRight[] {
  return memberIds.flatMap((memberId) =>
    holdings.flatMap(({ spans }) =>
      spans.filter(({ people }) => serves(people, [memberId])).map((span) => ({ ...span, memberId })),
    ),
  )
}

/** True on the days of a span. */
export function isOn({ from, until }: Pick<Span, 'from' | 'until'>, day: CalendarDate): boolean {
  return from <= day && (until === null || day < until)
}

/** What a member may use on a day. */
export function rightsOn(
  rights: readonly MemberRight[],
  memberId: string,
  day: CalendarDate,
): readonly MemberRight[] {
  return rights.filter((right) => right.memberId === memberId && isOn(right, day))
}
