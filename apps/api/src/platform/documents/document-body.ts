import { ProblemError } from '../http/problem.ts'
import type { Body, CollectionShape, DocumentRecord, Position, StoredDocument } from './document-store.ts'

/** The version in which bodies of a collection are written. */
export const bodyVersionOf = ({ upgrades }: Pick<CollectionShape<never, never>, 'upgrades'>): number =>
  upgrades.length + 1

/**
 * The document of a record, its body brought up to date. A body of a later version was written by a process that is
 * newer than this one: it must not be guessed at, and the process that reads it is about to be replaced.
 */
export const documentOf = <T extends StoredDocument, F extends string>(
  shape: CollectionShape<T, F>,
  { id, revision, body, bodyVersion }: DocumentRecord,
): T => Object.assign(upgraded(shape, body, bodyVersion), { id, revision }) as unknown as T

const upgraded = <T extends StoredDocument, F extends string>(
  shape: CollectionShape<T, F>,
  body: Body,
  bodyVersion: number,
): Body => {
  if (bodyVersion > bodyVersionOf(shape))
    throw new ProblemError('unavailable', `A newer version of Streamline has written to ${shape.name}.`)
  return shape.upgrades.slice(bodyVersion - 1).reduce((older, upgrade) => upgrade(older), body)
}

/** A document as it is stored: id and revision stand beside the body. */
export const recordOf = <T extends StoredDocument, F extends string>(
  shape: CollectionShape<T, F>,
  { id, revision, ...body }: T,
): DocumentRecord => ({ id, revision, body, bodyVersion: bodyVersionOf(shape) })

/** Where a page in this order that ends with this document ends. */
export const positionIn = <T extends StoredDocument, F extends string>(
  { name, fields }: CollectionShape<T, F>,
  document: T,
  sort: F,
): Position => {
  const value = fields[sort].of(document)
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new Error(`${name} cannot be paged by ${sort}: ${document.id} has no such value`)
  return { value, id: document.id }
}

/** JSON with sorted keys: the same for two values exactly when they hold the same. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
