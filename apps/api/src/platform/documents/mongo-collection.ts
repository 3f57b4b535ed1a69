import { randomUUID } from 'node:crypto'
import { MongoBulkWriteError, MongoServerError, type AnyBulkWriteOperation, type Collection } from 'mongodb'
import { besideKnown } from './beside-known.ts'
import { canonical, documentOf, positionIn, recordOf } from './document-body.ts'
import type {
  CollectionShape,
  DocumentCollection,
  DocumentQuery,
  DocumentRecord,
  DocumentShelf,
  Field,
  Gate,
  Position,
  Stamped,
  StoredDocument,
  Where,
} from './document-store.ts'
import { LONG_PATIENCE, type MongoConnection } from './mongo-connection.ts'
import { findFilter, pathOf, removeFilter, type MongoRecord } from './mongo-filter.ts'

const DUPLICATE = 11_000
/** So many that the slowest server is not late. */
const BATCH = 100

/** A collection as one of MongoDB. Every write is of one document and names what it expects of it. */
export class MongoCollection<T extends StoredDocument, F extends string>
  implements DocumentCollection<T, F>, DocumentShelf
{
  constructor(
    private readonly connection: MongoConnection,
    private readonly shape: CollectionShape<T, F>,
    private readonly gate: Gate,
  ) {}

  async get(id: string): Promise<T | null> {
    const found = await this.on((records) => records.findOne({ _id: id }))
    return found && this.read(found)
  }

  async getMany(ids: readonly string[]): Promise<T[]> {
    if (ids.length === 0) return []
    const found = await this.on((records) => records.find({ _id: { $in: [...ids] } }).toArray())
    return found.map((record) => this.read(record))
  }

  async find(query: DocumentQuery<F>): Promise<T[]> {
    const found = await this.on((records) =>
      records
        .find(findFilter(this.shape, query))
        .sort({ [pathOf(query.sort)]: 1, _id: 1 })
        .limit(query.limit)
        .toArray(),
    )
    return found.map((record) => this.read(record))
  }

  async findBeside(known: ReadonlyMap<string, Stamped<T>>, query: DocumentQuery<F>): Promise<Stamped<T>[]> {
    const marks = await this.on((records) =>
      records
        .find(findFilter(this.shape, query))
        .sort({ [pathOf(query.sort)]: 1, _id: 1 })
        .limit(query.limit)
        .project<Pick<MongoRecord, '_id' | 'stamp'>>({ stamp: 1 })
        .toArray(),
    )
    const now = marks.map(({ _id, stamp = null }) => [_id, stamp] as const)
    // The same question again: what may be seen is said by the record that is read, not by the one that was counted.
    return besideKnown(known, now, async (ids) => {
      const filter = { $and: [{ _id: { $in: [...ids] } }, findFilter(this.shape, query)] }
      const found = await this.on((records) => records.find(filter).toArray())
      return found.map((record) => ({ document: this.read(record), stamp: record.stamp ?? null }))
    })
  }

  async insert(document: T): Promise<boolean> {
    try {
      await this.on((records) => records.insertOne(this.kept({ ...document, revision: 1 })))
      return true
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE) return false
      throw error
    }
  }

  async replace(document: T, expectedRevision: number): Promise<T | null> {
    const next = { ...document, revision: expectedRevision + 1 }
    return (await this.replaceAt(expectedRevision, next)) ? next : null
  }

  amend(document: T): Promise<boolean> {
    return this.replaceAt(document.revision, document)
  }

  async amendMany(documents: readonly T[]): Promise<string[]> {
    if (documents.length === 0) return []
    const writes = documents.map((document) => ({
      replaceOne: {
        filter: { _id: document.id, revision: document.revision },
        replacement: this.kept(document),
      },
    }))
    const { matchedCount } = await this.bulk(writes)
    const ids = documents.map(({ id }) => id)
    if (matchedCount === documents.length) return ids
    // A revision only rises: what is at the expected one now was so a moment ago, and took its amendment.
    const expected = new Map(documents.map(({ id, revision }) => [id, revision]))
    const found = await this.on((records) =>
      records
        .find({ _id: { $in: ids } })
        .project<Pick<MongoRecord, '_id' | 'revision'>>({ revision: 1 })
        .toArray(),
    )
    return found.filter(({ _id, revision }) => expected.get(_id) === revision).map(({ _id }) => _id)
  }

  async upsertMany(documents: readonly T[]): Promise<void> {
    for (let at = 0; at < documents.length; at += BATCH) await this.upsert(documents.slice(at, at + BATCH))
  }

  async removeWhere(where: Where<F>): Promise<number> {
    const filter = removeFilter(this.shape.name, where)
    const { deletedCount } = await this.on((records) => records.deleteMany(filter), LONG_PATIENCE)
    return deletedCount
  }

  positionOf(document: T, sort: F): Position {
    return positionIn(this.shape, document, sort)
  }

  count(): Promise<number> {
    return this.on((records) => records.countDocuments({}), LONG_PATIENCE)
  }

  async recordsAfter(id: string | null, limit: number): Promise<DocumentRecord[]> {
    const found = await this.on(
      (records) =>
        records
          .find({ _id: { $gt: id ?? '' } })
          .sort({ _id: 1 })
          .limit(limit)
          .toArray(),
      LONG_PATIENCE,
    )
    return found.map(({ _id, revision, bodyVersion, body }) => ({ id: _id, revision, bodyVersion, body }))
  }

  async put(records: readonly DocumentRecord[]): Promise<void> {
    const writes = records.map((record) => ({
      replaceOne: { filter: { _id: record.id }, replacement: this.keptRecord(record), upsert: true },
    }))
    if (writes.length > 0) await this.bulk(writes)
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await this.on((records) => records.deleteMany({ _id: { $in: [...ids] } }), LONG_PATIENCE)
  }

  /** Somebody may write between the look and the write: then both are done again for what was not written. */
  private async upsert(documents: readonly T[]): Promise<void> {
    for (let left = documents; left.length > 0;) {
      const known = new Map<string, MongoRecord>()
      const ids = left.map(({ id }) => id)
      for (const record of await this.on(
        (records) => records.find({ _id: { $in: ids } }).toArray(),
        LONG_PATIENCE,
      ))
        known.set(idOf(record), record)
      left = await this.writeOver(known, left)
    }
  }

  /** Answers what was not written because it had changed meanwhile. */
  private async writeOver(known: ReadonlyMap<string, MongoRecord>, documents: readonly T[]): Promise<T[]> {
    const fresh = documents.filter(({ id }) => !known.has(id))
    const changed = documents.flatMap((document) => {
      const there = known.get(document.id)
      const next = this.kept({ ...document, revision: (there?.revision ?? 0) + 1 })
      return there === undefined || isSame(there, next) ? [] : [{ document, there, next }]
    })
    const taken = await this.insertMany(fresh)
    const writes = changed.map(({ there, next }) => ({
      replaceOne: { filter: { _id: idOf(next), revision: there.revision }, replacement: next },
    }))
    if (writes.length === 0) return taken
    const { matchedCount } = await this.bulk(writes)
    return matchedCount === writes.length ? taken : [...taken, ...changed.map(({ document }) => document)]
  }

  /** Answers those whose id was taken. */
  private async insertMany(documents: readonly T[]): Promise<T[]> {
    const writes = documents.map((document) => ({
      insertOne: { document: this.kept({ ...document, revision: 1 }) },
    }))
    if (writes.length === 0) return []
    try {
      await this.bulk(writes)
      return []
    } catch (error) {
      if (!(error instanceof MongoBulkWriteError) || error.code !== DUPLICATE) throw error
      const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors]
      if (failures.some(({ code }) => code !== DUPLICATE)) throw error
      return failures.flatMap(({ index }) => documents[index] ?? [])
    }
  }

  private async replaceAt(revision: number, document: T): Promise<boolean> {
    const { matchedCount } = await this.on((records) =>
      records.replaceOne({ _id: document.id, revision }, this.kept(document)),
    )
    return matchedCount > 0
  }

  private bulk(writes: AnyBulkWriteOperation<MongoRecord>[]) {
    return this.on((records) => records.bulkWrite(writes, { ordered: false }), LONG_PATIENCE)
  }

  private async on<R>(work: (records: Collection<MongoRecord>) => Promise<R>, patience?: number): Promise<R> {
    this.gate.assertOpen()
    return this.connection.ask((db) => work(db.collection<MongoRecord>(this.shape.name)), patience)
  }

  private kept(document: T): MongoRecord {
    const { id, revision, bodyVersion, body } = recordOf(this.shape, document)
    const values = Object.entries<Field<T>>(this.shape.fields).flatMap(([name, { of }]) => {
      const value = of(document)
      return value === null ? [] : [[name, value] as const]
    })
    return { _id: id, revision, stamp: randomUUID(), bodyVersion, body, fields: Object.fromEntries(values) }
  }

  /** As it was stored elsewhere, body and version untouched; only the fields are those of today. */
  private keptRecord(record: DocumentRecord): MongoRecord {
    const { fields, stamp } = this.kept(documentOf(this.shape, { ...record, body: { ...record.body } }))
    const { id, revision, bodyVersion, body } = record
    return { _id: id, revision, ...(stamp && { stamp }), bodyVersion, body, fields }
  }

  /** The body was parsed for this document alone, so id and revision may join it in place. */
  private read({ _id, revision, bodyVersion, body }: MongoRecord): T {
    return documentOf(this.shape, { id: _id, revision, bodyVersion, body })
  }
}

const idOf = ({ _id: id }: MongoRecord) => id

/** Whatever the order of their keys: it is not the same after a move from another store. */
const isSame = (stored: MongoRecord, next: MongoRecord) =>
  canonical([stored.bodyVersion, stored.body, stored.fields]) ===
  canonical([next.bodyVersion, next.body, next.fields])
