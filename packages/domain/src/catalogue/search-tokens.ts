/** Words that say only that a number is a price. */
const fillers = new Set(['rs', 'inr', 'rupees', 'rupee'])

/** Lower-case words and numbers of a text: diacritics stripped, digit groups joined, anything else separates. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
  const joined = plain.replace(/(?<=\d),(?=\d{2,3}(?!\d))/g, '').replace(/\brs\.?(?=\d)/g, '')
  return joined.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
}

/**
 * The tokens by which a plan is found (decision 0010), sorted and without repetition. Callers pass names, aliases, the price in major
 * units, validity (`28`, `days`, `28d`) and speed (`150`, `mbps`).
 */
export function searchTokensOf(parts: readonly (string | number | null | undefined)[]): string[] {
  const tokens = new Set<string>()
  for (const part of parts) {
    if (part === null || part === undefined) continue
    for (const word of wordsOf(String(part))) if (!fillers.has(word)) tokens.add(word)
  }
  return [...tokens].toSorted()
}

/** The tokens of what a person typed; `₹` and `rs` are dropped. Each must match a token of the plan exactly or as a prefix. */
export function queryTokensOf(query: string): string[] {
  return searchTokensOf([query])
}

/** True when every query token is a token or the beginning of one. A query without tokens matches everything. */
export function matchesQuery(tokens: readonly string[], query: string): boolean {
  return queryTokensOf(query).every((wanted) => tokens.some((token) => token.startsWith(wanted)))
}
