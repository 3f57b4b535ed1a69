/** What a list of one day shows of a subscription. */
export interface Named {
  readonly name: string
  readonly subscriptionId: string
}

const keyOf = ({ name }: Named): string => name.toLowerCase()

/** The one order of what falls on one day, on every screen: by name without regard to capitals, then by subscription. */
export function compareNamed(a: Named, b: Named): number {
  const [one, other] = [keyOf(a), keyOf(b)]
  if (one !== other) return one < other ? -1 : 1
  if (a.subscriptionId === b.subscriptionId) return 0
  return a.subscriptionId < b.subscriptionId ? -1 : 1
}

/** The same list, in the order given but for neighbours that are alike: those stand by name. */
export function namedWithin<Item extends Named>(
  items: readonly Item[],
  alike: (a: Item, b: Item) => boolean,
): Item[] {
  const groups: Item[][] = []
  for (const item of items) {
    const group = groups.at(-1)
    if (group?.[0] !== undefined && alike(group[0], item)) group.push(item)
    else groups.push([item])
  }
  return groups.flatMap((group) => group.toSorted(compareNamed))
}
