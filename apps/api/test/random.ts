/** Numbers that look random and are the same for the same seed (xorshift, 32 bits). */
export function randomFrom(seed: number) {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    /** Undefined only of an empty list. */
    oneOf: <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T,
    /** So many of them, in their order. */
    some: <T>(list: readonly T[], count: number): T[] => {
      const left = [...list]
      while (left.length > count) left.splice(between(0, left.length - 1), 1)
      return left
    },
    /** A key of the table, as often as its number says. */
    weighted: (table: Record<string, number>): string => {
      const total = Object.values(table).reduce((sum, weight) => sum + weight, 0)
      let at = next() * total
      for (const [key, weight] of Object.entries(table)) {
        at -= weight
        if (at < 0) return key
      }
      return Object.keys(table)[0] ?? ''
    },
  }
}
