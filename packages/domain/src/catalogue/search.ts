import { meaningsOf, type Meaning, type Reading } from './meanings.ts'
import { wordsOf } from './search-tokens.ts'
import { vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** Something that is found by its words. Texts are as people write them. */
export interface Searchable {
  readonly id: string
  /** What it, or who sells it, is called: each a whole name. */
  readonly names: readonly string[]
  /** What else it is called by. */
  readonly words: readonly string[]
  /** What is true of it, but not what people mean by the word: a home line that is billed like a postpaid number. */
  readonly aside: readonly string[]
  /** What it brings along. */
  readonly further: readonly string[]
  /** Its place among equal matches, as text that sorts. */
  readonly order: string
}

/** How well a word of a query fits: a word of it, the beginning of one, a word beside the point, what it brings along. */
const [WHOLE, BEGUN, ASIDE, FURTHER] = [0, 1, 2, 3] as const
type Fit = typeof WHOLE | typeof BEGUN | typeof ASIDE | typeof FURTHER

/** Where a word stands, and how well it fits there when it is typed in full. */
interface Posting {
  readonly at: number
  readonly fit: typeof WHOLE | typeof ASIDE | typeof FURTHER
}

export interface SearchIndex<Item extends Searchable> {
  readonly items: readonly Item[]
  readonly postings: ReadonlyMap<string, readonly Posting[]>
  readonly vocabulary: Vocabulary
  /** The names of the items as words; items that share a list of names share this. */
  readonly namesOf: ReadonlyMap<readonly string[], readonly (readonly string[])[]>
}

export interface Found<Item> {
  readonly item: Item
  /** Sorts as the answer does. */
  readonly place: string
}

/** Reads the words of all items once. */
export function searchIndexOf<Item extends Searchable>(items: readonly Item[]): SearchIndex<Item> {
  const postings = new Map<string, Posting[]>()
  const namesOf = new Map<readonly string[], readonly (readonly string[])[]>()
  // Many items share names, kinds and intervals: each text is read once.
  const read = new Map<string, readonly string[]>()
  const wordsIn = (text: string): readonly string[] => {
    let words = read.get(text)
    if (words === undefined) read.set(text, (words = wordsOf(text)))
    return words
  }
  for (const [at, item] of items.entries()) {
    let names = namesOf.get(item.names)
    if (names === undefined) namesOf.set(item.names, (names = item.names.map(wordsIn)))
    const fits = new Map<string, Posting['fit']>()
    // The best fit of a word is written last.
    for (const text of item.further) for (const word of wordsIn(text)) fits.set(word, FURTHER)
    for (const text of item.aside) for (const word of wordsIn(text)) fits.set(word, ASIDE)
    for (const word of [...names.flat(), ...item.words.flatMap(wordsIn)]) fits.set(word, WHOLE)
    for (const [word, fit] of fits) {
      const known = postings.get(word)
      if (known === undefined) postings.set(word, [{ at, fit }])
      else known.push({ at, fit })
    }
  }
  return { items, postings, namesOf, vocabulary: vocabularyOf(postings.keys()) }
}

/**
 * What a query finds, the best first: every word must fit, and the worst fit counts; then what the query names ("jio 299"
 * means Jio before JioHotstar); then the order of the items. Where nothing fits as typed, words are joined, taken apart, or one
 * slip in them is undone (`meaningsOf`). A query without words finds nothing.
 * @param accepts leaves out what is not asked for, before it is said that nothing was found
 */
export function searchIn<Item extends Searchable>(
  index: SearchIndex<Item>,
  query: string,
  accepts: (item: Item) => boolean = () => true,
): Found<Item>[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  for (const meanings of meaningsOf(words, index.vocabulary)) {
    const best = new Map<number, Found<Item>>()
    for (const meaning of meanings)
      for (const [at, found] of matchesOf(index, meaning, accepts))
        if (found.place < (best.get(at)?.place ?? '~')) best.set(at, found)
    if (best.size > 0) return [...best.values()].toSorted(byPlace)
  }
  return []
}

const byPlace = (a: Found<Searchable>, b: Found<Searchable>): number => {
  if (a.place !== b.place) return a.place < b.place ? -1 : 1
  return a.item.id < b.item.id ? -1 : 1
}

function* matchesOf<Item extends Searchable>(
  index: SearchIndex<Item>,
  { reading, distance }: Meaning,
  accepts: (item: Item) => boolean,
): Generator<[number, Found<Item>]> {
  const words = [...new Set(reading)]
  const named = namedBy(index, new Set(words))
  for (const [at, fit] of fitsOf(index, words)) {
    const item = index.items[at]
    if (item === undefined || !accepts(item)) continue
    yield [at, { item, place: `${fit + distance}${named.has(item.names) ? 0 : 1}${item.order}` }]
  }
}

/** The items that every word fits, with the worst fit. */
function fitsOf({ postings, vocabulary }: SearchIndex<Searchable>, words: Reading): Map<number, Fit> {
  let all: Map<number, Fit> | undefined
  for (const word of words) {
    const fits = new Map<number, Fit>()
    for (const begun of vocabulary.begunBy(word))
      for (const { at, fit } of postings.get(begun) ?? []) {
        const before = all === undefined ? WHOLE : all.get(at)
        if (before === undefined) continue
        const own: Fit = fit === WHOLE && begun !== word ? BEGUN : fit
        const worst = own > before ? own : before
        if (worst < (fits.get(at) ?? Infinity)) fits.set(at, worst)
      }
    all = fits
  }
  return all ?? new Map<number, Fit>()
}

/** The lists of names of which a query holds one in full; a longer name hides a shorter ("jio fiber" is not Jio). */
function namedBy({ namesOf }: SearchIndex<Searchable>, words: ReadonlySet<string>): Set<readonly string[]> {
  let longest = 1
  let named = new Set<readonly string[]>()
  for (const [names, phrases] of namesOf)
    for (const phrase of phrases) {
      if (phrase.length < longest || !phrase.every((word) => words.has(word))) continue
      if (phrase.length > longest) named = new Set()
      longest = phrase.length
      named.add(names)
    }
  return named
}
