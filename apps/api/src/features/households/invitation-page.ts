import { validate } from 'uuid'
import { cursorOf, positionIn } from '../../platform/documents/cursor.ts'
import { invalidInput } from '../../platform/http/problem.ts'
import type { InvitationRow } from './invitation.repository.ts'

interface InvitationPosition {
  createdAt: string
  id: string
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
const NEWEST = { createdAt: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

export function positionOf(cursor: string | undefined): InvitationPosition {
  if (cursor === undefined) return NEWEST
  const { value, id } = positionIn(cursor)
  if (!INSTANT.test(value) || Number.isNaN(Date.parse(value)) || !validate(id))
    throw invalidInput('/query/cursor', 'is not a cursor of this list')
  return { createdAt: value, id }
}

/** A page from rows that were asked for one more than the limit. */
export function pageOfInvitations<Item>(
  rows: readonly InvitationRow[],
  limit: number,
  present: (row: InvitationRow) => Item,
) {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const nextCursor = last === undefined ? null : cursorOf({ value: last.createdAt, id: last.id })
  return { items: shown.map(present), nextCursor }
}
