import type { Found } from '@streamline/domain'
import { cursorOf, positionIn } from '../../platform/documents/cursor.ts'
import type { Position } from '../../platform/documents/document-store.ts'
import { invalidInput } from '../../platform/http/problem.ts'

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

/** Fills one page from conditions in order, each leaving out what those before it find. */
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

/** One page of what a search found; a cursor that it cannot have handed out is refused. */
export const pageOfFound = <Item extends { readonly id: string }>(
  found: readonly Found<Item>[],
  { limit, cursor }: { limit: number; cursor: string | undefined },
): { items: Item[]; nextCursor: string | null } => {
  const after = cursor === undefined ? undefined : positionIn(cursor)
  if (after !== undefined && !/^\d\d/.test(after.value))
    throw invalidInput('/query/cursor', 'is not a cursor of this list')
  const isAfter = ({ place, item }: Found<Item>) =>
    after === undefined || place > after.value || (place === after.value && item.id > after.id)
  const rest = found.filter(isAfter)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  const hasMore = rest.length > limit && last !== undefined
  return {
    items: page.map(({ item }) => item),
    nextCursor: hasMore ? cursorOf({ value: last.place, id: last.item.id }) : null,
  }
}
