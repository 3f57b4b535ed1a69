// Settling up without a thought: every way is tried. It shares nothing with the code that it judges.

/** The fewest transfers: whoever comes first hands their whole balance to anybody else with the other sign. */
export function fewestByTrying(amounts) {
  const left = amounts.filter((amount) => amount !== 0)
  let best = left.length
  const go = (at, made) => {
    while (at < left.length && left[at] === 0) at++
    if (at === left.length) {
      best = Math.min(best, made)
      return
    }
    if (made + 1 >= best) return
    const tried = new Set()
    for (let other = at + 1; other < left.length; other++) {
      if (left[other] * left[at] >= 0 || tried.has(left[other])) continue
      tried.add(left[other])
      left[other] += left[at]
      go(at + 1, made + 1)
      left[other] -= left[at]
    }
  }
  go(0, 0)
  return best
}

/** Of all lists of so many pairs that settle everybody the first by (from, to). */
export function firstByTrying(people, count) {
  const debtors = people.filter(({ amount }) => amount < 0)
  const creditors = people.filter(({ amount }) => amount > 0)
  const pairs = debtors.flatMap((from) => creditors.map((to) => [from.memberId, to.memberId]))
  const chosen = []
  const go = (from) => {
    if (chosen.length === count) return settles(people, chosen)
    for (let at = from; at <= pairs.length - (count - chosen.length); at++) {
      chosen.push(pairs[at])
      if (go(at + 1)) return true
      chosen.pop()
    }
    return false
  }
  return go(0) ? chosen.map((pair) => pair.join('>')) : undefined
}

/** Whether amounts above zero along these pairs leave nobody owing; who has one pair left must pay or get all by it. */
function settles(people, pairs) {
  const left = new Map(people.map(({ memberId, amount }) => [memberId, amount]))
  let open = pairs
  while (open.length > 0) {
    const last = open.find((pair) =>
      pair.some((id) => open.filter((other) => other.includes(id)).length === 1),
    )
    if (last === undefined) return false
    const [from, to] = last
    const isLastOfFrom = open.filter((other) => other[0] === from).length === 1
    const amount = isLastOfFrom ? -left.get(from) : left.get(to)
    if (amount <= 0) return false
    left.set(from, left.get(from) + amount)
    left.set(to, left.get(to) - amount)
    open = open.filter((pair) => pair !== last)
  }
  return [...left.values()].every((amount) => amount === 0)
}
