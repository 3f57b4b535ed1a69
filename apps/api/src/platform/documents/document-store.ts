/** One aggregate, one document. The revision belongs to the store: 1 at first, one more with every replacement. */
export interface StoredDocument {
  readonly id: string
  readonly revision: number
}

/**
 * A field that documents may be found or sorted by. It is computed from the document in the same write, so that it
 * is a column with an index in PostgreSQL and an indexed path in MongoDB, and can never disagree with the body.
 */
export type Field<T> =
  | { readonly type: 'text'; readonly of: (document: T) => string | null }
  | { readonly type: 'integer'; readonly of: (document: T) => number | null }
  | { readonly type: 'texts'; readonly of: (document: T) => readonly string[] }

export type Fields<T> = Readonly<Record<string, Field<T>>>

export interface CollectionShape<T extends StoredDocument, F extends string> {
  readonly name: string
  readonly fields: Readonly<Record<F, Field<T>>>
}

/** Names the fields of a collection once; the type of the document cannot be inferred beside them. */
export const collectionOf =
  <T extends StoredDocument>() =>
  <const F extends Fields<T>>(name: string, fields: F): CollectionShape<T, keyof F & string> => ({
    name,
    fields,
  })

/** Every part given must hold. `hasAll` and `lacksSome` ask an array, the others a single value. */
export interface Condition {
  readonly equals?: string | number | null
  readonly oneOf?: readonly string[]
  readonly noneOf?: readonly string[]
  readonly atLeast?: string | number
  readonly atMost?: string | number
  readonly isSet?: true
  readonly hasAll?: readonly string[]
  /** At least one of these is missing: the opposite of `hasAll`. */
  readonly lacksSome?: readonly string[]
}

export type Where<F extends string> = { readonly [K in F]?: Condition }

/** The place after which a page begins: the sort value and the id of the last document seen. */
export interface Position {
  readonly value: string | number
  readonly id: string
}

export interface DocumentQuery<F extends string> {
  readonly where?: Where<F>
  /** Ascending, then by id, so that every place is unique. Documents without the value come in no answer. */
  readonly sort: F
  readonly limit: number
  readonly after?: Position | null
}

/**
 * What a single-document atomic store can promise: no joins, no transactions over several documents. Both stores
 * pass the same tests (`document-store.contract.ts`).
 */
export interface DocumentCollection<T extends StoredDocument, F extends string> {
  get(id: string): Promise<T | null>
  /** In no particular order; unknown ids are left out. */
  getMany(ids: readonly string[]): Promise<T[]>
  find(query: DocumentQuery<F>): Promise<T[]>
  /** Whether it was stored; false when the id is taken, and then nothing changed. */
  insert(document: T): Promise<boolean>
  /** Stores the document over this revision; null when it has moved on meanwhile. */
  replace(document: T, expectedRevision: number): Promise<T | null>
  /** As `replace` for bookkeeping that nobody sees: the revision stays. False when it has moved on. */
  amend(document: T): Promise<boolean>
  /** As `amend` for many in one round trip; those that have moved on meanwhile stay as they are. Answers how many were stored. */
  amendMany(documents: readonly T[]): Promise<number>
  /** Inserts, or replaces whatever is there, in one round trip. Documents that are the same already stay. */
  upsertMany(documents: readonly T[]): Promise<void>
  removeWhere(where: Where<F>): Promise<number>
  /** Where a page that ends with this document ends. */
  positionOf(document: T, sort: F): Position
}

export abstract class DocumentStore {
  abstract collection<T extends StoredDocument, F extends string>(
    shape: CollectionShape<T, F>,
  ): DocumentCollection<T, F>
}
