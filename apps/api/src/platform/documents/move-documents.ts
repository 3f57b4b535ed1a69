import { StartFailure } from '../start-failure.ts'
import { canonical } from './document-body.ts'
import { claim, foreign, titles, type DocumentHome, type StoreName } from './document-home.ts'
import type { AnyShape, DocumentRecord, DocumentShelf, DocumentStore } from './document-store.ts'
import { fingerprintOf, recordsOf } from './document-transfer.ts'

const AT_ONCE = 100
/** Documents between two lines about how far it is. */
const TELL_EVERY = 500

interface Move {
  readonly home: DocumentHome
  readonly stores: Readonly<Record<StoreName, DocumentStore>>
  readonly shapes: readonly AnyShape[]
  readonly tell: (line: string) => void
}

/**
 * Brings all documents to a store, for who holds the lock of the writers alone. Whenever it ends, also by `kill -9`,
 * running it again goes on: the target is compared with the source in one pass and only what differs is written. The
 * home changes after both have been read again in full and are the same; then the old documents go, because a copy
 * would outlive the erasure of what it shows. Naming the store in which they are gives a move up that has not ended.
 */
export const moveDocuments = async (to: StoreName, { home, stores, shapes, tell }: Move): Promise<void> => {
  const { installation, store: from } = await home.find('postgres', stores.postgres, shapes)
  const old = to === 'postgres' ? 'mongodb' : 'postgres'
  if (from !== to) {
    if ((await stores[from].owner()) !== installation) throw foreign()
    await claim(stores[to], installation, shapes)
    await home.change(from, to)
    await stores[to].prepare(shapes)
    for (const shape of shapes)
      await copy(shape.name, stores[from].shelf(shape), stores[to].shelf(shape), tell)
    for (const shape of shapes)
      await verify(shape.name, stores[from].shelf(shape), stores[to].shelf(shape), tell)
    // From here on a process that starts looks there.
    await home.change(to, to)
  }
  await clear(stores[old], installation, shapes)
  await home.change(to, null)
  tell(`The documents are in ${titles[to]}, and nowhere else`)
}

/** Makes the target hold exactly what the source holds. */
const copy = async (
  name: string,
  from: DocumentShelf,
  to: DocumentShelf,
  tell: Move['tell'],
): Promise<void> => {
  const total = await from.count()
  let seen = 0
  let written = 0
  let missing: DocumentRecord[] = []
  const flush = async () => {
    await to.put(missing)
    written += missing.length
    missing = []
  }
  for await (const { record, isThere, extra } of compared(from, to)) {
    if (extra !== undefined) await to.remove([extra])
    if (record === undefined) continue
    if (!isThere) missing.push(record)
    if (missing.length === AT_ONCE) await flush()
    if (++seen % TELL_EVERY === 0) tell(`${name}: ${seen} of ${total}`)
  }
  await flush()
  tell(`${name}: ${seen} of ${total} (${written} written, ${seen - written} were there)`)
}

interface Compared {
  readonly record?: DocumentRecord
  readonly isThere?: boolean
  /** The id of what only the target has. */
  readonly extra?: string
}

/**
 * Both shelves side by side in the order of ids, a page of each at a time. What is written to the target meanwhile lies
 * behind the place that has been read.
 */
async function* compared(from: DocumentShelf, to: DocumentShelf): AsyncGenerator<Compared> {
  const there = recordsOf(to)
  let other = await nextOf(there)
  for await (const record of recordsOf(from)) {
    for (; other !== undefined && isBefore(other.id, record.id); other = await nextOf(there))
      yield { extra: other.id }
    const isSameId = other?.id === record.id
    yield { record, isThere: isSameId && canonical(other) === canonical(record) }
    if (isSameId) other = await nextOf(there)
  }
  for (; other !== undefined; other = await nextOf(there)) yield { extra: other.id }
}

const nextOf = async (records: AsyncGenerator<DocumentRecord>): Promise<DocumentRecord | undefined> => {
  const { done, value } = await records.next()
  return done === true ? undefined : value
}

/** In the order of both stores: by bytes, which is not that of JavaScript. */
const isBefore = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0

const verify = async (
  name: string,
  from: DocumentShelf,
  to: DocumentShelf,
  tell: Move['tell'],
): Promise<void> => {
  const [source, target] = [await fingerprintOf(from), await fingerprintOf(to)]
  if (source.count !== target.count || source.hash !== target.hash)
    throw new StartFailure(
      `${name} differs after the copy (${source.count} and ${target.count} documents): nothing was switched, run it again`,
    )
  tell(`${name}: verified, ${target.count} documents, sha256 ${target.hash.slice(0, 16)}`)
}

/** A store of another installation is left alone, and so is one that was never claimed: nothing of ours is there. */
const clear = async (
  store: DocumentStore,
  installation: string,
  shapes: readonly AnyShape[],
): Promise<void> => {
  if ((await store.owner()) !== installation) return
  for (const shape of shapes) {
    const shelf = store.shelf(shape)
    for (let records = await shelf.recordsAfter(null, AT_ONCE); records.length > 0;) {
      await shelf.remove(records.map(({ id }) => id))
      records = await shelf.recordsAfter(null, AT_ONCE)
    }
  }
  await store.setOwner(null)
}
