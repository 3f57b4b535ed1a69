import { createHash } from 'node:crypto'
import { canonical } from './document-body.ts'
import type { DocumentRecord, DocumentShelf } from './document-store.ts'

const BATCH = 100

/** All records of a shelf in the order of their ids. */
export async function* recordsOf(shelf: DocumentShelf): AsyncGenerator<DocumentRecord> {
  for (let after: string | null = null; ;) {
    const records = await shelf.recordsAfter(after, BATCH)
    yield* records
    const last = records.at(-1)
    if (last === undefined || records.length < BATCH) return
    after = last.id
  }
}

export interface Fingerprint {
  readonly count: number
  readonly hash: string
}

/** Two shelves with the same fingerprint hold the same documents at the same revisions. */
export const fingerprintOf = async (shelf: DocumentShelf): Promise<Fingerprint> => {
  const hash = createHash('sha256')
  let count = 0
  for await (const record of recordsOf(shelf)) {
    hash.update(`${canonical(record)}\n`)
    count++
  }
  return { count, hash: hash.digest('hex') }
}
