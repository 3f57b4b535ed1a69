import { createHash } from 'node:crypto'
import type { Postgres } from '../postgres/postgres.ts'
import { documentOf, positionIn, recordOf } from './document-body.ts'
import { besideKnown, type Mark } from './beside-known.ts'
import {
  findStatement,
  marksStatement,
  RECORD,
  removeStatement,
  STAMPED,
  writesOf,
  type Statement,
} from './document-statement.ts'
import {
  DocumentStore,
  OPEN,
  type AnyShape,
  type CollectionShape,
  type DocumentCollection,
  type DocumentQuery,
  type DocumentRecord,
  type DocumentShelf,
  type Gate,
  type Position,
  type Stamped,
  type StoredDocument,
  type Where,
} from './document-store.ts'

/** A collection as one table. Every statement is named by its text, so that PostgreSQL plans it once per connection. */
class PostgresCollection<T extends StoredDocument, F extends string>
  implements DocumentCollection<T, F>, DocumentShelf
{
  private readonly names = new Map<string, string>()
  private readonly writes

  constructor(
    private readonly postgres: Postgres,
    private readonly shape: CollectionShape<T, F>,
    private readonly gate: Gate,
  ) {
    this.writes = writesOf(shape)
  }

  async get(id: string): Promise<T | null> {
    const rows = await this.run(`select ${RECORD} from ${this.writes.table} where id = $1`, [id])
    return rows[0] ? this.read(rows[0]) : null
  }

  async getMany(ids: readonly string[]): Promise<T[]> {
    if (ids.length === 0) return []
    const rows = await this.run(`select ${RECORD} from ${this.writes.table} where id = any($1)`, [ids])
    return rows.map((row) => this.read(row))
  }

  async find(query: DocumentQuery<F>): Promise<T[]> {
    const rows = await this.runStatement(findStatement(this.writes.table, query))
    return rows.map((row) => this.read(row))
  }

  async findBeside(known: ReadonlyMap<string, Stamped<T>>, query: DocumentQuery<F>): Promise<Stamped<T>[]> {
    if (known.size === 0) return this.stamped(findStatement(this.writes.table, query, { columns: STAMPED }))
    const [row] = await this.ask<{ marks: Mark[] }>(marksStatement(this.writes.table, query))
    // The same question again: what may be seen is said by the row that is read, not by the one that was counted.
    return besideKnown(known, row?.marks ?? [], (ids) =>
      this.stamped(findStatement(this.writes.table, query, { columns: STAMPED, ids })),
    )
  }

  async insert(document: T): Promise<boolean> {
    const rows = await this.run(this.writes.insert, this.writes.valuesOf({ ...document, revision: 1 }))
    return rows.length > 0
  }

  async replace(document: T, expectedRevision: number): Promise<T | null> {
    const rows = await this.run(
      this.writes.replace,
      this.writes.valuesOf({ ...document, revision: expectedRevision }),
    )
    return rows.length > 0 ? { ...document, revision: expectedRevision + 1 } : null
  }

  async amend(document: T): Promise<boolean> {
    const rows = await this.run(this.writes.amend, this.writes.valuesOf(document))
    return rows.length > 0
  }

  async amendMany(documents: readonly T[]): Promise<string[]> {
    if (documents.length === 0) return []
    const records = documents.map((document) => recordOf(this.shape, document))
    const rows = await this.run(this.writes.amendMany, [this.writes.givenOf(records)])
    return rows.map(({ id }) => id)
  }

  async upsertMany(documents: readonly T[]): Promise<void> {
    if (documents.length === 0) return
    const records = documents.map((document) => recordOf(this.shape, { ...document, revision: 1 }))
    await this.run(this.writes.upsertMany, [this.writes.givenOf(records)])
  }

  async removeWhere(where: Where<F>): Promise<number> {
    const rows = await this.runStatement(removeStatement(this.writes.table, where))
    return rows.length
  }

  positionOf(document: T, sort: F): Position {
    return positionIn(this.shape, document, sort)
  }

  async count(): Promise<number> {
    const { table } = this.writes
    const text = `select count(*)::integer as count from ${table}`
    const [row] = await this.postgres.query<{ count: number }>({ name: this.nameOf(text), text })
    return row?.count ?? 0
  }

  recordsAfter(id: string | null, limit: number): Promise<DocumentRecord[]> {
    return this.run(`select ${RECORD} from ${this.writes.table} where id > $1 order by id limit $2`, [
      id ?? '',
      limit,
    ])
  }

  async put(records: readonly DocumentRecord[]): Promise<void> {
    if (records.length > 0) await this.run(this.writes.put, [this.writes.givenOf(records)])
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.run(`delete from ${this.writes.table} where id = any($1)`, [ids])
  }

  private async stamped(statement: Statement): Promise<Stamped<T>[]> {
    const rows = await this.ask<DocumentRecord & { readonly stamp: string }>(statement)
    return rows.map(({ stamp, ...record }) => ({ document: this.read(record), stamp }))
  }

  private runStatement(statement: Statement): Promise<DocumentRecord[]> {
    return this.ask(statement)
  }

  private run(text: string, values: readonly unknown[]): Promise<DocumentRecord[]> {
    return this.ask({ text, values })
  }

  private async ask<R extends object>({ text, values }: Statement): Promise<R[]> {
    this.gate.assertOpen()
    return this.postgres.query<R>({ name: this.nameOf(text), text }, values)
  }

  private nameOf(text: string): string {
    let name = this.names.get(text)
    if (name === undefined) this.names.set(text, (name = nameOf(text)))
    return name
  }

  /** The body was parsed for this row alone, so the two columns may join it in place. */
  private read(record: DocumentRecord): T {
    return documentOf(this.shape, record)
  }
}

/** The same text has the same name wherever it is asked from; a connection would refuse one name for two texts. */
const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 24)

export class PostgresDocuments extends DocumentStore {
  constructor(
    private readonly postgres: Postgres,
    private readonly gate: Gate = OPEN,
  ) {
    super()
  }

  override collection<T extends StoredDocument, F extends string>(
    shape: CollectionShape<T, F>,
  ): DocumentCollection<T, F> {
    return new PostgresCollection(this.postgres, shape, this.gate)
  }

  /** For who holds the lock of the writers, or is about to. */
  override shelf(shape: AnyShape): DocumentShelf {
    return new PostgresCollection(this.postgres, shape, OPEN)
  }

  /** Tables and indexes come with the migrations. */
  override async prepare(): Promise<void> {}

  /** PostgreSQL itself is asked by those who need more of it. */
  override async ping(): Promise<void> {
    this.gate.assertOpen()
  }

  /** What says so is a row of this very database. */
  override async owner(): Promise<string | null> {
    const [home] = await this.postgres.query<{ installation: string }>({
      name: 'documents.owner',
      text: 'select installation from document_home',
    })
    return home?.installation ?? null
  }

  override async setOwner(): Promise<void> {}

  /** The pool belongs to everybody. */
  override async close(): Promise<void> {}
}
