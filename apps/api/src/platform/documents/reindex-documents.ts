import { documentOf, recordOf } from './document-body.ts'
import type { AnyShape, DocumentStore, StoredDocument } from './document-store.ts'

const AT_ONCE = 100

/**
 * Computes the fields of every document anew and brings its body up to date, at the revision it has: after a field was
 * added or is made another way. For who holds the lock of the writers alone; it may be run again at any time.
 */
export const reindexDocuments = async (
  store: DocumentStore,
  shapes: readonly AnyShape[],
  tell: (line: string) => void,
): Promise<void> => {
  await store.prepare(shapes)
  for (const shape of shapes) {
    const shelf = store.shelf(shape)
    let count = 0
    for (let after: string | null = null; ;) {
      const records = await shelf.recordsAfter(after, AT_ONCE)
      const last = records.at(-1)
      if (last === undefined) break
      await shelf.put(
        records.map((record) => recordOf(shape, documentOf<StoredDocument, string>(shape, record))),
      )
      count += records.length
      after = last.id
    }
    tell(`${shape.name}: ${count} documents indexed`)
  }
}
