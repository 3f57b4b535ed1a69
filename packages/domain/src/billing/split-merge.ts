import type { Departure } from './charge-rules.ts'
import { membersOfSplit, type Split, type SplitHistory } from './split-history.ts'
import type { SplitFrom, SplitRule } from './split.ts'

/** Two entries of a household that are one person. */
export interface Merging {
  /** The entry that goes. */
  readonly memberId: string
  /** The entry that they are from now on. */
  readonly intoId: string
}

type Named = Exclude<SplitRule, { kind: 'payer' }>

/** One part per person, in the order of the first. */
function summed<Part extends { readonly memberId: string }>(
  parts: readonly Part[],
  { memberId, intoId }: Merging,
  add: (one: Part, other: Part) => Part,
): Part[] {
  const byPerson = new Map<string, Part>()
  for (const part of parts) {
    const id = part.memberId === memberId ? intoId : part.memberId
    const known = byPerson.get(id)
    const own = { ...part, memberId: id }
    byPerson.set(id, known === undefined ? own : add(known, own))
  }
  return [...byPerson.values()]
}

function namedMerged(rule: Named, merging: Merging): Named {
  if (rule.kind === 'equal') {
    const ids = rule.memberIds
    // Who bore two equal parts goes on bearing two.
    if (ids.includes(merging.memberId) && ids.includes(merging.intoId))
      return namedMerged(
        { kind: 'shares', weights: ids.map((memberId) => ({ memberId, weight: 1 })) },
        merging,
      )
    return { kind: 'equal', memberIds: ids.map((id) => (id === merging.memberId ? merging.intoId : id)) }
  }
  if (rule.kind === 'shares')
    return {
      kind: 'shares',
      weights: summed(rule.weights, merging, (a, b) => ({ ...a, weight: a.weight + b.weight })),
    }
  if (rule.kind === 'percent')
    return {
      kind: 'percent',
      parts: summed(rule.parts, merging, (a, b) => ({ ...a, basisPoints: a.basisPoints + b.basisPoints })),
    }
  return {
    kind: 'exact',
    parts: summed(rule.parts, merging, (a, b) => ({ ...a, amount: a.amount + b.amount })),
  }
}

/** A split in which one person stands once: what both entries bore, they bear together. */
export function splitMerged(split: Split, merging: Merging): Split {
  if (!membersOfSplit(split).includes(merging.memberId) || split.kind === 'payer') return split
  return namedMerged(split, merging)
}

/** The whole history of a split, also what is over and what is planned. */
export function historyMerged([first, ...later]: SplitHistory, merging: Merging): SplitHistory {
  const merged = ({ split, ...since }: SplitHistory[0]) => ({ ...since, split: splitMerged(split, merging) })
  return [merged(first), ...later.map(merged)]
}

/** The rules of a charge, by name. */
export function rulesMerged(rules: readonly SplitFrom[], merging: Merging): SplitFrom[] {
  return rules.map(({ fromOn, rule }) => {
    if (rule.kind !== 'payer') return { fromOn, rule: namedMerged(rule, merging) }
    const { memberId } = rule
    return {
      fromOn,
      rule: { kind: 'payer', memberId: memberId === merging.memberId ? merging.intoId : memberId },
    }
  })
}

/** Who left, with the one person where it was either entry. */
export function departuresMerged(
  departures: readonly Departure[],
  { memberId, intoId }: Merging,
): Departure[] {
  const nameOf = (id: string) => (id === memberId ? intoId : id)
  return departures.map((left) => ({
    ...left,
    memberId: nameOf(left.memberId),
    heirId: nameOf(left.heirId),
  }))
}
