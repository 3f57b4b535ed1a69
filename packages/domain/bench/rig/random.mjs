/** Numbers that look random and are the same for the same seed (xorshift, 32 bits). */
export function randomFrom(seed) {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const upTo = (most) => Math.floor(next() * (most + 1))
  const oneOf = (list) => list[Math.floor(next() * list.length)]
  return {
    /** 0 … most. */
    upTo,
    between: (least, most) => least + upTo(most - least),
    oneOf,
    isTrue: (chance) => next() < chance,
    /** So many of them, in their order. */
    some: (list, count) => {
      const left = list.map((_, at) => at)
      while (left.length > count) left.splice(upTo(left.length - 1), 1)
      return left.map((at) => list[at])
    },
    /** A key of the table, as often as its number says. */
    weighted: (table) => {
      let at = next() * Object.values(table).reduce((sum, weight) => sum + weight, 0)
      for (const [key, weight] of Object.entries(table)) if ((at -= weight) < 0) return key
      return Object.keys(table)[0]
    },
  }
}

/** From the command line, from SEED, or another one each time. */
export const seedOf = (argument = process.argv[2] ?? process.env.SEED) =>
  argument === undefined ? Date.now() >>> 0 : Number(argument) >>> 0
