import { searchTokensOf } from '@streamline/domain'
import { cursorOf, positionIn } from '../../platform/documents/cursor.ts'
import type { Condition, Position } from '../../platform/documents/document-store.ts'
import { asPrefixes } from '../../platform/documents/prefixes.ts'
import { invalidInput } from '../../platform/http/problem.ts'

/** One way a plan may match. */
export type Match = { readonly [K in 'providerId' | 'words' | 'beginnings' | 'allBeginnings']?: Condition }

/**
 * Better matches first, each leaving out those before it: every word of the query is a word of the plan, and one of
 * them is its provider ("jio 299" means Jio before JioHotstar); every word is one; every word begins one; and only
 * then what the plan includes ("netflix" finds Netflix before the packs that bring it). In MongoDB the conditions are
 * `$in`, `$all` and their `$not` on multikey indexes. Null when nothing can match: there are signs but no word.
 */
export const matchesOf = (q = '', providerId?: string): readonly Match[] | null => {
  const only: Match = providerId === undefined ? {} : { providerId: { equals: providerId } }
  const words = searchTokensOf([q])
  if (words.length === 0) return q.trim() === '' ? [only] : null
  const begun = asPrefixes(words)
  return [
    { words: { hasAll: words }, providerId: { ...only.providerId, oneOf: words } },
    { words: { hasAll: words }, providerId: { ...only.providerId, noneOf: words } },
    { ...only, beginnings: { hasAll: begun }, words: { lacksSome: words } },
    { ...only, allBeginnings: { hasAll: begun }, beginnings: { lacksSome: begun } },
  ]
}

/** The place in a list that begins anew with each match. */
interface Place {
  readonly match: number
  readonly after: Position | null
}

const placeIn = (cursor: string | undefined, matches: number): Place => {
  if (cursor === undefined) return { match: 0, after: null }
  const { value, id } = positionIn(cursor)
  const match = Number(value[0])
  if (!/^\d:/.test(value) || match >= matches)
    throw invalidInput('/query/cursor', 'is not a cursor of this list')
  return { match, after: { value: value.slice(2), id } }
}

/** Fills one page from the matches in order. */
export const pageOfMatches = async <T, M>(
  matches: readonly M[],
  { limit, cursor }: { limit: number; cursor: string | undefined },
  find: (match: M, limit: number, after: Position | null) => Promise<T[]>,
  positionOf: (found: T) => Position,
): Promise<{ items: T[]; nextCursor: string | null }> => {
  const start = placeIn(cursor, matches.length)
  const found: { item: T; match: number }[] = []
  for (const [at, match] of matches.entries()) {
    if (at < start.match || found.length > limit) continue
    // One more than asked for tells whether there is a next page.
    const items = await find(match, limit + 1 - found.length, at === start.match ? start.after : null)
    found.push(...items.map((item) => ({ item, match: at })))
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  if (last === undefined || found.length <= limit)
    return { items: page.map(({ item }) => item), nextCursor: null }
  const { value, id } = positionOf(last.item)
  return {
    items: page.map(({ item }) => item),
    nextCursor: cursorOf({ value: `${last.match}:${value}`, id }),
  }
}
