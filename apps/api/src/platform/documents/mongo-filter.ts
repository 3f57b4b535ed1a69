import type { Filter } from 'mongodb'
import type { CollectionShape, Condition, DocumentQuery, Field, Where } from './document-store.ts'

/** A document as MongoDB keeps it. A field without a value is left out, so that a partial index leaves it out too. */
export interface MongoRecord {
  readonly _id: string
  readonly revision: number
  /** Another one with every write; what was written before there were any has none. */
  readonly stamp?: string
  readonly bodyVersion: number
  readonly body: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, string | number | readonly string[]>>
}

type Part = Filter<MongoRecord>

/** Field names come from code, never from a request. */
export const pathOf = (field: string): string => `fields.${field}`

const nothing: Part = { _id: { $in: [] } }

/**
 * Plain old operators only, and the answers of SQL: a missing value is in no comparison, nothing is in an empty list,
 * and every array holds all of nothing.
 */
const operators = {
  equals: (path, value) => ({ [path]: { $eq: value } }),
  oneOf: (path, value) => ({ [path]: { $in: value } }),
  noneOf: (path, value: readonly string[]) =>
    value.length > 0 ? { [path]: { $nin: [...value, null] } } : {},
  atLeast: (path, value) => ({ [path]: { $gte: value } }),
  atMost: (path, value) => ({ [path]: { $lte: value } }),
  isSet: (path) => ({ [path]: { $exists: true } }),
  hasAll: (path, value: readonly string[]) => (value.length > 0 ? { [path]: { $all: value } } : {}),
  lacksSome: (path, value: readonly string[]) =>
    value.length > 0 ? { $nor: [{ [path]: { $all: value } }] } : nothing,
} satisfies Record<keyof Condition, (path: string, value: never) => unknown>

const names = Object.keys(operators) as (keyof typeof operators)[]

const partsOf = <F extends string>(where: Where<F>): Part[] =>
  Object.entries<Condition | undefined>(where).flatMap(([field, condition]) =>
    names.flatMap((name): Part[] => {
      const value = condition?.[name]
      if (value === undefined) return []
      if (value === null) return [{ [pathOf(field)]: { $exists: false } }]
      // Condition and operator are of the same name, and so are the types of their values.
      return [operators[name](pathOf(field), value as never)]
    }),
  )

const allOf = (parts: readonly Part[]): Part => {
  const [first = {}, ...others] = parts
  return others.length === 0 ? first : { $and: [...parts] }
}

export const findFilter = <T extends { id: string; revision: number }, F extends string>(
  shape: CollectionShape<T, F>,
  { where = {}, sort, after }: DocumentQuery<F>,
): Part => {
  const parts = partsOf(where)
  const path = pathOf(sort)
  const field: Field<T> = shape.fields[sort]
  if (after)
    parts.push({
      // The first part bounds the index, the second leaves out what was seen.
      [path]: { $gte: after.value },
      $or: [{ [path]: { $gt: after.value } }, { _id: { $gt: after.id } }],
    })
  else if (field.optional === true) parts.push({ [path]: { $exists: true } })
  return allOf(parts)
}

export const removeFilter = <F extends string>(collection: string, where: Where<F>): Part => {
  const parts = partsOf(where)
  // A condition that was left out by mistake must not empty the collection.
  if (parts.length === 0) throw new Error(`Removing from ${collection} needs a condition`)
  return allOf(parts)
}
