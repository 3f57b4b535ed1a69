import { isCalendarDate } from '@streamline/domain'
import { validate } from 'uuid'
import { cursorOf, positionIn } from '../../platform/documents/cursor.ts'
import { invalidInput } from '../../platform/http/problem.ts'

/** Rows of a page when nobody says how many. */
const PAGE = 50

/** Where a list of dated rows goes on: after this date and id. */
export interface DatedPosition {
  date: string
  id: string
}

/** Where a list begins whose newest come first. */
export const NEWEST: DatedPosition = { date: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

export interface PageRequest {
  limit?: number | undefined
  cursor?: string | undefined
}

/** One row more than the page tells whether another page follows. */
export const rowsFor = ({ limit = PAGE }: PageRequest): number => limit + 1

export const positionFor = ({ cursor }: PageRequest, start: DatedPosition): DatedPosition => {
  if (cursor === undefined) return start
  const { value, id } = positionIn(cursor)
  if (!isCalendarDate(value) || !validate(id))
    throw invalidInput('/query/cursor', 'is not a cursor of this list')
  return { date: value, id }
}

export const pageOf = <Row, Item>(
  { limit = PAGE }: PageRequest,
  rows: readonly Row[],
  present: (row: Row) => Item,
  positionOf: (row: Row) => DatedPosition,
): { items: Item[]; nextCursor: string | null } => {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const position = last === undefined ? undefined : positionOf(last)
  return {
    items: shown.map(present),
    nextCursor: position === undefined ? null : cursorOf({ value: position.date, id: position.id }),
  }
}
