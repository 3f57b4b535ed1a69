import { MongoServerError, type CreateIndexesOptions, type Db } from 'mongodb'
import type { AnyShape, Field, Index } from './document-store.ts'
import { pathOf } from './mongo-filter.ts'

const EXISTS_ALREADY = 48
const CONFLICTING_INDEX = new Set([85, 86])

const bsonTypes = {
  text: { bsonType: 'string' },
  integer: { bsonType: 'number' },
  texts: { bsonType: 'array', items: { bsonType: 'string' } },
} satisfies Record<Field<never>['type'], object>

const validatorOf = ({ fields }: AnyShape) => {
  const declared = Object.entries<Field<never>>(fields)
  const needed = declared.flatMap(([name, { optional }]) => (optional === true ? [] : [name]))
  return {
    $jsonSchema: {
      bsonType: 'object',
      required: ['_id', 'revision', 'bodyVersion', 'body', 'fields'],
      properties: {
        _id: { bsonType: 'string' },
        revision: { bsonType: 'number', minimum: 1 },
        bodyVersion: { bsonType: 'number', minimum: 1 },
        body: { bsonType: 'object' },
        fields: {
          bsonType: 'object',
          // An empty list of names is refused by the schema language.
          ...(needed.length > 0 ? { required: needed } : {}),
          properties: Object.fromEntries(declared.map(([name, { type }]) => [name, bsonTypes[type]])),
        },
      },
    },
  }
}

/** The collection with its validator; where the server knows no validators, without one. */
const prepareCollection = async (db: Db, shape: AnyShape): Promise<void> => {
  const { name } = shape
  const validator = validatorOf(shape)
  await db.createCollection(name, { validator }).catch(async (error: unknown) => {
    if (!(error instanceof MongoServerError)) throw error
    if (error.code === EXISTS_ALREADY) await db.command({ collMod: name, validator }).catch(ifServerRefuses)
    else await db.createCollection(name).catch(ifServerRefuses)
  })
}

/** A collection is made by its first document; what fails with the connection fails everything. */
const ifServerRefuses = (error: unknown): void => {
  if (!(error instanceof MongoServerError)) throw error
}

/** Sorted keys of an index, with the id behind them, so that a page begins where another ended. */
const keyOf = (index: Index<string>): Record<string, 1> => {
  const fields = 'within' in index ? [index.within, index.sort] : index.by
  return { ...Object.fromEntries(fields.map((field) => [pathOf(field), 1 as const])), _id: 1 }
}

const prepareIndex = async (
  db: Db,
  collection: string,
  name: string,
  index: Index<string>,
): Promise<void> => {
  const key = keyOf(index)
  const [first] = 'by' in index && index.onlySet === true ? index.by : []
  const partial: CreateIndexesOptions =
    first === undefined ? {} : { partialFilterExpression: { [pathOf(first)]: { $exists: true } } }
  const create = (options: CreateIndexesOptions) =>
    db.collection(collection).createIndex(key, { name, ...options })
  await create(partial).catch(async (error: unknown) => {
    if (!(error instanceof MongoServerError)) throw error
    if (CONFLICTING_INDEX.has(Number(error.code))) {
      await db.collection(collection).dropIndex(name)
      await create(partial)
    } else await create({})
  })
}

/** Makes collection, validator and indexes as they are declared; does nothing where they are there. */
export const prepare = async (db: Db, shape: AnyShape): Promise<void> => {
  await prepareCollection(db, shape)
  for (const [name, index] of Object.entries(shape.indexes)) await prepareIndex(db, shape.name, name, index)
}
