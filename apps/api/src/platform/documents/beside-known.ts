import type { Stamped, StoredDocument } from './document-store.ts'

/** An id and the stamp that is in the store now. */
export type Mark = readonly [id: string, stamp: string | null]

/** Puts what is known and what has to be read together, in the order of the marks. */
export async function besideKnown<T extends StoredDocument>(
  known: ReadonlyMap<string, Stamped<T>>,
  marks: readonly Mark[],
  /** Answers in any order; what has gone meanwhile is left out. */
  read: (ids: readonly string[]) => Promise<Stamped<T>[]>,
): Promise<Stamped<T>[]> {
  const changed: string[] = []
  const found = marks.map(([id, stamp]) => {
    const before = known.get(id)
    if (stamp !== null && before?.stamp === stamp) return before
    changed.push(id)
    return id
  })
  const fresh = changed.length === 0 ? [] : await read(changed)
  const freshById = new Map(fresh.map((stamped) => [stamped.document.id, stamped]))
  return found.flatMap((one) => (typeof one === 'string' ? (freshById.get(one) ?? []) : one))
}
