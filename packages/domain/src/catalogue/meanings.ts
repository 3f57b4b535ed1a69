import type { Vocabulary } from './vocabulary.ts'

/** A query as words that are looked up: each is a word of what is found, or begins one. */
export type Reading = readonly string[]

/** What people add to a name without meaning a word of the plan; alone they are words like others. */
const soft = new Set(
  (
    'plan plans pack packs recharge subscription subscriptions price app the for of ' +
    'प्लान पैक रिचार्ज सब्सक्रिप्शन का की के वाला वाली में ऐप'
  ).split(' '),
)

/** More words than anybody types are not joined any more. */
const MOST_WORDS = 8
const MOST_PIECES = 3
/** Of words that each may mean several, so many together. */
const MOST_TOGETHER = 24

/** As typed; joined with a neighbour or taken apart; with one slip undone. */
export interface Meaning {
  readonly reading: Reading
  /** How far it is from what was typed. */
  readonly distance: 0 | 1
}

/**
 * What a query may mean, in two steps: as it stands; or else its words joined with their neighbour or taken apart, and one slip
 * undone in each word that nobody knows, or in one where all are known. Take the first step that finds something.
 */
export function* meaningsOf(words: readonly string[], vocabulary: Vocabulary): Generator<readonly Meaning[]> {
  const plain = words.filter((word) => !soft.has(word))
  const base = plain.length === 0 ? words : plain
  yield [{ reading: base, distance: 0 }]
  const bases = [...joined(base), ...(base.length === words.length ? [] : joined(words))]
  yield bases.flatMap((one) => [
    ...apart(one, vocabulary).map((reading): Meaning => ({ reading, distance: 0 })),
    ...corrected(one, vocabulary).map((reading): Meaning => ({ reading, distance: 1 })),
  ])
}

/** Every way to join one word with the next, and none. */
function joined(words: Reading): Reading[] {
  const pairs = words.slice(1, MOST_WORDS).map((next, at) => {
    return [...words.slice(0, at), `${words[at] ?? ''}${next}`, ...words.slice(at + 2)]
  })
  return [words, ...pairs]
}

/** The reading with each unknown word in pieces that are known; none where one has no such pieces. */
function apart(words: Reading, vocabulary: Vocabulary): Reading[] {
  return together(
    words.map((word) => (vocabulary.knows(word) ? [[word]] : piecesOf(word, vocabulary, MOST_PIECES))),
  )
}

/** The last piece may be a beginning: it may still be typed. A single letter is no piece, a single digit is; a number is never cut. */
function piecesOf(word: string, vocabulary: Vocabulary, most: number): Reading[] {
  const found: Reading[] = []
  if (most === 1) return found
  for (let at = word.length - 1; at > 0; at -= 1) {
    const piece = word.slice(0, at)
    const rest = word.slice(at)
    const isNumberCut = /\d$/.test(piece) && /^\d/.test(rest)
    if (isNumberCut || !isPiece(piece) || !isPiece(rest) || !vocabulary.has(piece)) continue
    if (vocabulary.knows(rest)) found.push([piece, rest])
    else found.push(...piecesOf(rest, vocabulary, most - 1).map((pieces) => [piece, ...pieces]))
  }
  return found.slice(0, MOST_PIECES)
}

const isPiece = (text: string): boolean => text.length > 1 || /\d/.test(text)

function corrected(words: Reading, vocabulary: Vocabulary): Reading[] {
  const unknown = words.filter((word) => !vocabulary.knows(word))
  if (unknown.length > 0)
    return together(
      words.map((word) =>
        vocabulary.knows(word) ? [[word]] : vocabulary.near(word).map((meant) => [meant]),
      ),
    )
  return words
    .slice(0, MOST_WORDS)
    .flatMap((word, at) => vocabulary.near(word).map((meant) => words.with(at, meant)))
}

/** One choice of each, in all combinations. */
function together(choices: readonly (readonly Reading[])[]): Reading[] {
  let combined: Reading[] = [[]]
  for (const choice of choices)
    combined = combined
      .flatMap((before) => choice.map((next) => [...before, ...next]))
      .slice(0, MOST_TOGETHER)
  return combined
}
