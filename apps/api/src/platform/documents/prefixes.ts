/** Longer beginnings are not told apart; a query word is cut the same way. */
const LONGEST = 20

/**
 * Every beginning of every token. Stored as an array field, "each word of the query begins some token" becomes
 * `hasAll` over the words: one look into an inverted index (GIN in PostgreSQL, multikey in MongoDB) at any size,
 * where a range per word would have to be intersected afterwards.
 */
export const prefixesOf = (tokens: readonly string[]): string[] => {
  const prefixes = new Set<string>()
  for (const token of tokens) {
    let prefix = ''
    for (const letter of [...token].slice(0, LONGEST)) prefixes.add((prefix += letter))
  }
  return [...prefixes]
}

/** The words of a query as they are found among stored beginnings. */
export const asPrefixes = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => [...word].slice(0, LONGEST).join(''))),
]
