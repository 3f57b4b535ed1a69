import { invalidInput } from './problem.ts'

export interface PageInput {
  limit?: number | undefined
  cursor?: string | undefined
}

/** Before the first and after the last id of any list. */
export const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A cursor of these lists is the last id shown: ids of version 7 are in the order of creation. */
const idIn = (cursor: string): string => {
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  if (hex.length !== 32) throw invalidInput('/query/cursor', 'is not a cursor of this list')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Where a list goes on that begins with the oldest. */
export const afterOf = (cursor: string | undefined): string => (cursor === undefined ? FIRST : idIn(cursor))

/** Where a list goes on that begins with the newest. */
export const beforeOf = (cursor: string | undefined): string => (cursor === undefined ? LAST : idIn(cursor))

/** A page from rows that were asked for one more than the limit. */
export function pageOfRows<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const nextCursor =
    last === undefined ? null : Buffer.from(last.id.replaceAll('-', ''), 'hex').toString('base64url')
  return { items: shown.map(present), nextCursor }
}
