/** How many letters two words have in common from their beginning. */
function sameAtStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  return at
}

/**
 * True when one slip of the finger makes one word the other: a letter left out, added, mistaken, or two neighbours swapped.
 * Equal words are none.
 */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  const at = sameAtStart(one, other)
  if (one.length > other.length) return one.slice(at + 1) === other.slice(at)
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1)
  if (one.slice(at + 1) === other.slice(at + 1)) return true
  const isSwapped = one[at] === other[at + 1] && one[at + 1] === other[at]
  return isSwapped && one.slice(at + 2) === other.slice(at + 2)
}

/** True when a longer word begins with what would be `typed` without one slip. */
export function beginsWithOneSlip(word: string, typed: string): boolean {
  return [-1, 0, 1].some((more) => {
    const length = typed.length + more
    return length < word.length && isOneSlip(word.slice(0, length), typed)
  })
}
