import type { Overview } from '../answers.ts'
import { needGroups, peopleOfNeeds, type NeedGroup } from './need-groups.ts'

/** That many rows are there before somebody asks for all. */
const SHOWN_AT_FIRST = 5

export interface FoldedNeeds {
  /** What who looks must do, in rows. */
  readonly yours: readonly NeedGroup[]
  /** What stands in the card; money that waits for "it arrived" has its row before them. */
  readonly shown: readonly NeedGroup[]
  /** Rows that ask who looks for something. */
  readonly count: number
  /** What waits for others is one line, with whom it waits for, until it is opened. */
  readonly others: {
    readonly groups: readonly NeedGroup[]
    readonly count: number
    readonly people: readonly string[]
  }
  /** What no row speaks of, where there is no line of others that could count it. */
  readonly unseen: number
}

/** The needs as the first screen shows them: the own in rows, those of others folded. */
export const foldedNeeds = (
  { needs, needCount, arrivals }: Pick<Overview, 'needs' | 'needCount' | 'arrivals'>,
  all: boolean,
): FoldedNeeds => {
  const yours = needGroups(needs.filter((need) => need.yours))
  const others = needs.filter((need) => !need.yours)
  // Yours come first: what is not listed at all belongs to others wherever one of theirs is.
  const unseen = needCount - needs.length
  return {
    yours,
    shown: all ? yours : yours.slice(0, Math.max(1, SHOWN_AT_FIRST - arrivals.length)),
    count: yours.length + arrivals.length,
    others: {
      groups: needGroups(others),
      count: others.length === 0 ? 0 : others.length + unseen,
      people: peopleOfNeeds(others),
    },
    unseen: others.length === 0 ? unseen : 0,
  }
}
