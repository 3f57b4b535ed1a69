/** So much of something that one choice gives and another uses: seats of a family plan, its data, a line of a provider. */
export interface Amount {
  readonly of: string
  readonly amount: number
}

/** One way to fill a slot. */
export interface Choice {
  readonly id: string
  readonly slot: string
  /** Minor units over twelve months, ≥ 0. */
  readonly cost: number
  /** What it covers, as numbers of cells. */
  readonly cells: readonly number[]
  readonly gives: readonly Amount[]
  readonly uses: readonly Amount[]
}

/**
 * A choice for every slot, so that each cell is covered at least once and nothing is used that was not given, at the least cost. A slot
 * that is not required may stay empty.
 */
export interface Program {
  readonly slots: readonly { readonly id: string; readonly isRequired: boolean }[]
  readonly choices: readonly Choice[]
  readonly cells: number
}

/** The sum of what is chosen, minor units. */
export function costOf(chosen: readonly Choice[]): number {
  return chosen.reduce((sum, { cost }) => sum + cost, 0)
}

/** True where all that is asked for is there. */
export function isFeasible({ slots, cells }: Program, chosen: readonly Choice[]): boolean {
  const filled = Map.groupBy(chosen, ({ slot }) => slot)
  if (slots.some(({ id, isRequired }) => isRequired && !filled.has(id))) return false
  if ([...filled.values()].some((list) => list.length > 1)) return false
  const covered = new Set(chosen.flatMap((choice) => choice.cells))
  if (covered.size < cells) return false
  const left = new Map<string, number>()
  for (const { gives, uses } of chosen) {
    for (const { of, amount } of gives) left.set(of, (left.get(of) ?? 0) + amount)
    for (const { of, amount } of uses) left.set(of, (left.get(of) ?? 0) - amount)
  }
  return [...left.values()].every((amount) => amount >= 0)
}
