const isStay = ({ plan, leaveOn, subscriptionId }) =>
  plan === null && leaveOn === null && subscriptionId !== null
const costOf = (set) => [...set.values()].reduce((sum, { cost }) => sum + cost, 0)

/**
 * What people are usually advised: of all plans the one that saves most by itself, with every stream that it makes needless; then the next
 * one, until none saves any more. It finds no two plans that only save together.
 */
export function oneAtATime({ choices, cells, slots }) {
  const bySlot = Map.groupBy(choices, ({ slot }) => slot)
  let set = new Map(choices.filter(isStay).map((choice) => [choice.slot, choice]))
  const fits = (candidate) => {
    const covered = new Uint8Array(cells)
    const left = new Map()
    for (const { cells: own, gives, uses } of candidate.values()) {
      for (const cell of own) covered[cell] = 1
      for (const { of, amount } of gives) left.set(of, (left.get(of) ?? 0) + amount)
      for (const { of, amount } of uses) left.set(of, (left.get(of) ?? 0) - amount)
    }
    return covered.every((one) => one === 1) && [...left.values()].every((amount) => amount >= 0)
  }
  const withoutNeedless = (moved) => {
    const result = new Map(moved)
    for (const { id } of slots.filter(({ id: name }) => name.startsWith('own '))) {
      const cheapest = bySlot.get(id).toSorted((a, b) => a.cost - b.cost)
      for (const choice of cheapest) {
        if (choice.cost >= result.get(id).cost) break
        const before = result.get(id)
        if (fits(result.set(id, choice))) break
        result.set(id, before)
      }
    }
    return result
  }
  for (;;) {
    let best = null
    for (const move of choices) {
      if (move.slot.startsWith('own ') || move === set.get(move.slot)) continue
      const moved = withoutNeedless(new Map(set).set(move.slot, move))
      if (fits(moved) && costOf(moved) < costOf(best ?? set)) best = moved
    }
    if (best === null) return { cost: costOf(set), isFeasible: fits(set) }
    set = best
  }
}
