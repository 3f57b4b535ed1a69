import { invalidInput } from '../../platform/http/problem.ts'
import { FIRST } from './household.repository.ts'

export interface PageInput {
  limit?: number | undefined
  cursor?: string | undefined
}

/** A cursor of these lists is the last id shown: ids of version 7 are in the order of creation. */
export function afterOf(cursor: string | undefined): string {
  if (cursor === undefined) return FIRST
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  if (hex.length !== 32) throw invalidInput('/query/cursor', 'is not a cursor of this list')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const cursorOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

/** A page from rows that were asked for one more than the limit. */
export function pageOfRows<Row extends { id: string }, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(present), nextCursor: last === undefined ? null : cursorOf(last.id) }
}
