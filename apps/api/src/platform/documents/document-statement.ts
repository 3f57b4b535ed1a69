import { bodyVersionOf, documentOf, recordOf } from './document-body.ts'
import { UNHURRIED } from '../postgres/queries.ts'
import type {
  CollectionShape,
  Condition,
  DocumentQuery,
  DocumentRecord,
  Field,
  StoredDocument,
  Where,
} from './document-store.ts'

/** Text of a statement that depends on the form of the question only, so that it is prepared once per connection. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

export const nameInTable = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Field names come from code, never from a request; quoting keeps reserved words usable. */
const columnOf = (field: string): string => `"${nameInTable(field)}"`

/** A row of a collection's table, as far as it is read. */
export const RECORD = 'id, revision, body_version as "bodyVersion", body'

const operators = {
  equals: (column: string, place: string) => `${column} = ${place}`,
  oneOf: (column: string, place: string) => `${column} = any(${place})`,
  noneOf: (column: string, place: string) => `${column} <> all(${place})`,
  atLeast: (column: string, place: string) => `${column} >= ${place}`,
  atMost: (column: string, place: string) => `${column} <= ${place}`,
  isSet: (column: string) => `${column} is not null`,
  hasAll: (column: string, place: string) => `${column} @> ${place}::text[]`,
  lacksSome: (column: string, place: string) => `not (${column} @> ${place}::text[])`,
} satisfies Record<keyof Condition, (column: string, place: string) => string>

const names = Object.keys(operators) as (keyof typeof operators)[]

const conditionsOf = <F extends string>(where: Where<F>, values: unknown[]): string[] => {
  const parts: string[] = []
  for (const [field, condition] of Object.entries<Condition | undefined>(where)) {
    for (const name of names) {
      const value = condition?.[name]
      if (value === undefined) continue
      const column = columnOf(field)
      if (value === null) parts.push(`${column} is null`)
      else if (name === 'isSet') parts.push(operators.isSet(column))
      else parts.push(operators[name](column, `$${values.push(value)}`))
    }
  }
  return parts
}

/** The transaction that wrote a row: no document is written twice in one. */
const STAMP = `revision || '.' || xmin::text`

export const STAMPED = `${RECORD}, ${STAMP} as stamp`

/** `ids` leaves out all others. */
export const findStatement = <F extends string>(
  table: string,
  query: DocumentQuery<F>,
  { columns = RECORD, ids }: { readonly columns?: string; readonly ids?: readonly string[] } = {},
): Statement => {
  const values: unknown[] = []
  const parts = conditionsOf(query.where ?? {}, values)
  const sort = columnOf(query.sort)
  if (query.after)
    parts.push(`(${sort}, id) > ($${values.push(query.after.value)}, $${values.push(query.after.id)})`)
  else parts.push(`${sort} is not null`)
  if (ids !== undefined) parts.push(`id = any($${values.push(ids)})`)
  const limit = `$${values.push(query.limit)}`
  const text = `select ${columns} from ${table} where ${parts.join(' and ')} order by ${sort}, id limit ${limit}`
  return { text, values }
}

/** Ids and stamps of what would be found, as one JSON array: a thousand rows cost more to take apart than to read. */
export const marksStatement = <F extends string>(table: string, query: DocumentQuery<F>): Statement => {
  const { text, values } = findStatement(table, query, { columns: `json_build_array(id, ${STAMP}) as mark` })
  return { text: `select coalesce(json_agg(mark), '[]') as marks from (${text}) as found`, values }
}

export const removeStatement = <F extends string>(table: string, where: Where<F>): Statement => {
  const values: unknown[] = []
  const parts = conditionsOf(where, values)
  // A condition that was left out by mistake must not empty the collection.
  if (parts.length === 0) throw new Error(`Removing from ${table} needs a condition`)
  return { text: `delete from ${table} where ${parts.join(' and ')} returning id`, values }
}

const columnTypes = { text: 'text', integer: 'bigint', texts: 'text[]' } as const

/** The fixed statements of a collection; their values are id, revision, body and the fields, in this order. */
export const writesOf = <T extends StoredDocument, F extends string>(shape: CollectionShape<T, F>) => {
  const fields = Object.entries<Field<T>>(shape.fields)
  const columns = fields.map(([field]) => columnOf(field))
  const named = fields.map(([field, { of }]) => [nameInTable(field), of] as const)
  const table = columnOf(shape.name)
  const all = ['id', 'revision', 'body', ...columns]
  const set = (source: (column: string, at: number) => string) =>
    ['body', ...columns].map((column, at) => `${column} = ${source(column, at)}`).join(', ')
  const given = `jsonb_to_recordset($1::jsonb) as given(id text, revision integer, body_version integer, body jsonb${fields
    .map(([field, { type }]) => `, ${columnOf(field)} ${columnTypes[type]}`)
    .join('')})`
  // A constant: it changes with the code, and then the text and its name do.
  const version = String(bodyVersionOf(shape))
  const changing = ['body', 'body_version', ...columns]
  const stored = ['id', 'revision', ...changing].join(', ')
  const setGiven = (from: string) => changing.map((column) => `${column} = ${from}.${column}`).join(', ')
  return {
    table,
    insert: `insert into ${table} (${all.join(', ')}, body_version)
      values (${all.map((_, at) => `$${at + 1}`).join(', ')}, ${version}) on conflict (id) do nothing returning id`,
    replace: `update ${table} set revision = revision + 1, body_version = ${version}, ${set((_, at) => `$${at + 3}`)}
      where id = $1 and revision = $2 returning id`,
    // Both are bookkeeping of what is in the books already.
    amend: `update ${table} set body_version = ${version}, ${set((_, at) => `$${at + 3}`)}
      where id = $1 and revision = $2 and ${UNHURRIED} returning id`,
    amendMany: `update ${table} set ${setGiven('given')} from ${given}
      where ${table}.id = given.id and ${table}.revision = given.revision and ${UNHURRIED}
      returning ${table}.id`,
    upsertMany: `insert into ${table} (${stored}) select ${stored} from ${given}
      on conflict (id) do update set revision = ${table}.revision + 1, ${setGiven('excluded')}
      where (${changing.map((column) => `${table}.${column}`).join(', ')})
        is distinct from (${changing.map((column) => `excluded.${column}`).join(', ')})`,
    put: `insert into ${table} (${stored}) select ${stored} from ${given}
      on conflict (id) do update set revision = excluded.revision, ${setGiven('excluded')}`,
    valuesOf: (document: T): unknown[] => {
      const { id, revision, body } = recordOf(shape, document)
      return [id, revision, body, ...fields.map(([, field]) => field.of(document))]
    },
    givenOf: (records: readonly DocumentRecord[]): string =>
      JSON.stringify(
        records.map(({ bodyVersion, ...record }) => {
          const document = documentOf(shape, { bodyVersion, ...record, body: { ...record.body } })
          const row: Record<string, unknown> = { ...record, body_version: bodyVersion }
          for (const [name, of] of named) row[name] = of(document)
          return row
        }),
      ),
  }
}
