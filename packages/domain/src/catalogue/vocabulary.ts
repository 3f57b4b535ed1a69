import { beginsWithOneSlip, isOneSlip } from './slip.ts'

/** A word that fits more than this many others tells nothing. */
const MOST_NEAR = 8

/** All words that anything is found by. */
export interface Vocabulary {
  readonly has: (word: string) => boolean
  /** The words that begin so, itself among them. */
  readonly begunBy: (beginning: string) => readonly string[]
  /** True when it is a word or begins one. */
  readonly knows: (beginning: string) => boolean
  /** The words somebody meant who made one slip, whole ones before beginnings. Digits are never mistaken. */
  readonly near: (typed: string) => readonly string[]
}

const digitsOf = (word: string): string => word.replace(/\D/g, '')

/** @param words in any order, each once */
export function vocabularyOf(words: Iterable<string>): Vocabulary {
  const set = new Set(words)
  const sorted = [...set].toSorted((a, b) => (a < b ? -1 : 1))

  /** Where the first word stands that is not before `wanted`. */
  const placeOf = (wanted: string): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? '') < wanted) low = middle + 1
      else high = middle
    }
    return low
  }

  const near = (typed: string): readonly string[] => {
    if (typed.length < 3 || !/\p{L}/u.test(typed)) return []
    const digits = digitsOf(typed)
    const alike = sorted.filter((word) => Math.abs(word.length - typed.length) <= 1 && isOneSlip(word, typed))
    const found = alike.filter((word) => digitsOf(word) === digits)
    if (found.length > 0 || typed.length < 5) return found.slice(0, MOST_NEAR)
    return sorted
      .filter((word) => beginsWithOneSlip(word, typed) && digitsOf(word).startsWith(digits))
      .slice(0, MOST_NEAR)
  }

  return {
    has: (word) => set.has(word),
    begunBy: (beginning) => {
      const begun: string[] = []
      for (let at = placeOf(beginning); sorted[at]?.startsWith(beginning) === true; at += 1)
        begun.push(sorted[at] ?? '')
      return begun
    },
    knows: (beginning) => sorted[placeOf(beginning)]?.startsWith(beginning) === true,
    near,
  }
}
