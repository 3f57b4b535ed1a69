import { useState } from 'react'
import type { Charge } from '../answers.ts'
import type { DueGroup } from './due-groups.ts'

/** What one call of the service records. */
export const mostAtOnce = 50

/** Which of the rows are chosen; null while nobody chooses. */
export const usePicked = (groups: readonly DueGroup[]) => {
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const rows = groups.flatMap(({ items }) => items)
  const due = groups
    .filter(({ id }) => id === 'overdue' || id === 'today')
    .flatMap(({ items }) => items)
    .slice(0, mostAtOnce)
  return {
    isChoosing: picked !== null,
    /** There is something to choose among. */
    isOffered: rows.length > 1,
    chosen: rows.filter(({ id }) => picked?.has(id)),
    /** Null while nobody chooses. */
    isPicked: ({ id }: Pick<Charge, 'id'>): boolean | null => (picked === null ? null : picked.has(id)),
    /** How many are due or overdue; null where all of them are chosen already. */
    allDue: due.every(({ id }) => picked?.has(id)) ? null : due.length,
    toggle: (): void => setPicked(picked === null ? new Set() : null),
    stop: (): void => setPicked(null),
    pickAllDue: (): void => setPicked(new Set([...(picked ?? []), ...due.map(({ id }) => id)])),
    pick: ({ id }: Pick<Charge, 'id'>, isPicked: boolean): void =>
      setPicked(new Set([...[...(picked ?? [])].filter((other) => other !== id), ...(isPicked ? [id] : [])])),
  }
}

export type Picking = ReturnType<typeof usePicked>
