import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Postgres } from '../postgres/postgres.ts'
import { findStatement, removeStatement, writesOf, type Statement } from './document-statement.ts'
import {
  DocumentStore,
  type CollectionShape,
  type DocumentCollection,
  type DocumentQuery,
  type Position,
  type StoredDocument,
  type Where,
} from './document-store.ts'

interface Row {
  readonly id: string
  readonly revision: number
  readonly body: object
}

/** A collection as one table. Every statement is named by its text, so that PostgreSQL plans it once per connection. */
class PostgresCollection<T extends StoredDocument, F extends string> implements DocumentCollection<T, F> {
  private readonly names = new Map<string, string>()
  private readonly writes

  constructor(
    private readonly postgres: Postgres,
    private readonly shape: CollectionShape<T, F>,
  ) {
    this.writes = writesOf(shape)
  }

  async get(id: string): Promise<T | null> {
    const rows = await this.run(`select id, revision, body from ${this.writes.table} where id = $1`, [id])
    return rows[0] ? this.read(rows[0]) : null
  }

  async getMany(ids: readonly string[]): Promise<T[]> {
    if (ids.length === 0) return []
    const rows = await this.run(`select id, revision, body from ${this.writes.table} where id = any($1)`, [
      ids,
    ])
    return rows.map((row) => this.read(row))
  }

  async find(query: DocumentQuery<F>): Promise<T[]> {
    const rows = await this.runStatement(findStatement(this.writes.table, query))
    return rows.map((row) => this.read(row))
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

  async amendMany(documents: readonly T[]): Promise<number> {
    if (documents.length === 0) return 0
    const records = documents.map((document) => this.writes.recordOf(document))
    const ids = documents.map(({ id }) => id)
    return (await this.run(this.writes.amendMany, [JSON.stringify(records), ids])).length
  }

  async upsertMany(documents: readonly T[]): Promise<void> {
    if (documents.length === 0) return
    const records = documents.map((document) => this.writes.recordOf({ ...document, revision: 1 }))
    await this.run(this.writes.upsertMany, [JSON.stringify(records)])
  }

  async removeWhere(where: Where<F>): Promise<number> {
    const rows = await this.runStatement(removeStatement(this.writes.table, where))
    return rows.length
  }

  positionOf(document: T, sort: F): Position {
    const value = this.shape.fields[sort].of(document)
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new Error(`${this.shape.name} cannot be paged by ${sort}: ${document.id} has no such value`)
    return { value, id: document.id }
  }

  private runStatement({ text, values }: Statement): Promise<Row[]> {
    return this.run(text, values)
  }

  private run(text: string, values: readonly unknown[]): Promise<Row[]> {
    let name = this.names.get(text)
    if (name === undefined) this.names.set(text, (name = nameOf(text)))
    return this.postgres.query<Row>({ name, text }, values)
  }

  /** The body was parsed for this row alone, so the two columns may join it in place. */
  private read({ id, revision, body }: Row): T {
    return Object.assign(body, { id, revision }) as unknown as T
  }
}

/** The same text has the same name wherever it is asked from; a connection would refuse one name for two texts. */
const nameOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 24)

@Injectable()
export class PostgresDocuments extends DocumentStore {
  constructor(private readonly postgres: Postgres) {
    super()
  }

  override collection<T extends StoredDocument, F extends string>(
    shape: CollectionShape<T, F>,
  ): DocumentCollection<T, F> {
    return new PostgresCollection(this.postgres, shape)
  }
}
