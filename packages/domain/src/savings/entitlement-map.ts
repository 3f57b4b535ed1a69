import type { CalendarDate } from '../time/calendar.ts'
import { serves } from './holding.ts'
import type { Holding, Span } from './holding.ts'

/** One right of the household: which service at which tier, by what, from when until when, and for whom. */
export interface Right extends Span {
  /** Those who may use it, in the order of the members. */
  readonly memberIds: readonly string[]
}

/**
 * Who may use what, by what, until when: every right that is not over on a day, one that begins later too, in the order of the
 * holdings. A right that nobody of the members may use is none.
 */
export function entitlementMap(
  holdings: readonly Holding[],
  memberIds: readonly string[],
  day: CalendarDate,
): readonly Right[] {
  return holdings.flatMap(({ spans }) =>
    spans
      .filter(({ until }) => until === null || day < until)
      .map((span) => ({
        ...span,
        memberIds: memberIds.filter((id) => serves(span.people, [id])),
      }))
      .filter((right) => right.memberIds.length > 0),
  )
}
