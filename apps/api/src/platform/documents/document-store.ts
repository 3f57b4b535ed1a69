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
  | { readonly type: 'text'; readonly optional?: false; readonly of: (document: T) => string }
  | { readonly type: 'text'; readonly optional: true; readonly of: (document: T) => string | null }
  | { readonly type: 'integer'; readonly optional?: false; readonly of: (document: T) => number }
  | { readonly type: 'integer'; readonly optional: true; readonly of: (document: T) => number | null }
  | { readonly type: 'texts'; readonly optional?: false; readonly of: (document: T) => readonly string[] }

export type Fields<T> = Readonly<Record<string, Field<T>>>

/**
 * What a question follows: fields in order with the id behind them, or the entries of an array field. `onlySet` leaves
 * out documents without the first field, so that the index is as small as what it is for.
 */
export type Index<F extends string> =
  | { readonly by: readonly F[]; readonly onlySet?: true }
  | {
      readonly within: F
      /** The order in which they are wanted, where the store can keep one behind the entries. */
      readonly sort: F
    }

/** A body as it was stored, whatever it looked like then. */
export type Body = Readonly<Record<string, unknown>>

export interface CollectionShape<T extends StoredDocument, F extends string> {
  readonly name: string
  readonly fields: Readonly<Record<F, Field<T>>>
  readonly indexes: Readonly<Record<string, Index<F>>>
  /** From each version of the body to the next, the oldest first: a body is brought up to date when it is read. */
  readonly upgrades: readonly ((body: Body) => Body)[]
}

interface Declaration<F> {
  readonly fields: F
  readonly indexes: Readonly<Record<string, Index<NoInfer<keyof F & string>>>>
  readonly upgrades?: readonly ((body: Body) => Body)[]
}

/** Names fields and indexes of a collection once; the type of the document cannot be inferred beside them. */
export const collectionOf =
  <T extends StoredDocument>() =>
  <const F extends Fields<T>>(
    name: string,
    { fields, indexes, upgrades = [] }: Declaration<F>,
  ): CollectionShape<T, keyof F & string> => ({ name, fields, indexes, upgrades })

/** A shape of whatever documents, for what is done to all collections. */
// eslint-disable-next-line typescript/no-explicit-any
export type AnyShape = CollectionShape<any, string>

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

/** A document as it was read, with a mark that every write makes another, amendments too; null where the store has none. */
export interface Stamped<T> {
  readonly document: T
  readonly stamp: string | null
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
  /** As `find`, but a document that is known, by its id, is not sent again while its stamp is that of the store. */
  findBeside(known: ReadonlyMap<string, Stamped<T>>, query: DocumentQuery<F>): Promise<Stamped<T>[]>
  /** Whether it was stored; false when the id is taken, and then nothing changed. */
  insert(document: T): Promise<boolean>
  /** Stores the document over this revision; null when it has moved on meanwhile. */
  replace(document: T, expectedRevision: number): Promise<T | null>
  /** As `replace` for bookkeeping that nobody sees: the revision stays. False when it has moved on. */
  amend(document: T): Promise<boolean>
  /** Many amends in one round trip. Answers the ids of those that had not moved on, in no particular order. */
  amendMany(documents: readonly T[]): Promise<string[]>
  /** Inserts, or replaces whatever is there. Documents that are the same already stay at their revision. */
  upsertMany(documents: readonly T[]): Promise<void>
  removeWhere(where: Where<F>): Promise<number>
  /** Where a page that ends with this document ends. */
  positionOf(document: T, sort: F): Position
}

/** A document as it lies in the store: its body in the version in which it was written. */
export interface DocumentRecord {
  readonly id: string
  readonly revision: number
  readonly bodyVersion: number
  readonly body: Body
}

/** The documents of a collection as they lie there: for moving and re-indexing, while nobody else writes. */
export interface DocumentShelf {
  count(): Promise<number>
  /** In the order of ids, compared by bytes. */
  recordsAfter(id: string | null, limit: number): Promise<DocumentRecord[]>
  /** Exactly these, over whatever is there; fields are computed anew. */
  put(records: readonly DocumentRecord[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

/** Says whether the documents may be asked for at all. */
export interface Gate {
  /** Throws what a request is answered while they may not. */
  assertOpen(): void
}

export const OPEN: Gate = { assertOpen: () => {} }

export abstract class DocumentStore {
  abstract collection<T extends StoredDocument, F extends string>(
    shape: CollectionShape<T, F>,
  ): DocumentCollection<T, F>

  abstract shelf(shape: AnyShape): DocumentShelf

  /** Makes what these collections need: indexes, and validators where the server has them. */
  abstract prepare(shapes: readonly AnyShape[]): Promise<void>

  /** Rejects while the store is away. */
  abstract ping(): Promise<void>

  /** The installation whose documents are here; null where nobody has claimed the store. */
  abstract owner(): Promise<string | null>
  abstract setOwner(installation: string | null): Promise<void>

  abstract close(): Promise<void>
}
