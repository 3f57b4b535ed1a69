import type { CollectionShape, Condition, DocumentQuery, StoredDocument, Where } from './document-store.ts'

/** Text of a statement that depends on the form of the question only, so that it is prepared once per connection. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Field names come from code, never from a request; quoting keeps reserved words usable. */
export const columnOf = (field: string): string =>
  `"${field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`

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

export const findStatement = <F extends string>(table: string, query: DocumentQuery<F>): Statement => {
  const values: unknown[] = []
  const parts = conditionsOf(query.where ?? {}, values)
  const sort = columnOf(query.sort)
  if (query.after)
    parts.push(`(${sort}, id) > ($${values.push(query.after.value)}, $${values.push(query.after.id)})`)
  else parts.push(`${sort} is not null`)
  const limit = `$${values.push(query.limit)}`
  const text = `select id, revision, body from ${table} where ${parts.join(' and ')} order by ${sort}, id limit ${limit}`
  return { text, values }
}

export const removeStatement = <F extends string>(table: string, where: Where<F>): Statement => {
  const values: unknown[] = []
  const parts = conditionsOf(where, values)
  // A condition that was left out by mistake must not empty the collection.
  if (parts.length === 0) throw new Error(`Removing from ${table} needs a condition`)
  return { text: `delete from ${table} where ${parts.join(' and ')} returning id`, values }
}

const columnTypes = { text: 'text', integer: 'bigint', texts: 'text[]' } as const

/** The fixed statements of a collection and the values of a document in their order: id, revision, body, fields. */
export const writesOf = <T extends StoredDocument, F extends string>(shape: CollectionShape<T, F>) => {
  const fields = Object.entries(shape.fields) as [F, CollectionShape<T, F>['fields'][F]][]
  const columns = fields.map(([field]) => columnOf(field))
  const table = columnOf(shape.name)
  const all = ['id', 'revision', 'body', ...columns]
  const set = (source: (column: string, at: number) => string) =>
    ['body', ...columns].map((column, at) => `${column} = ${source(column, at)}`).join(', ')
  const record = fields.map(([field, { type }]) => `${columnOf(field)} ${columnTypes[type]}`)
  return {
    table,
    insert: `insert into ${table} (${all.join(', ')}) values (${all.map((_, at) => `$${at + 1}`).join(', ')})
      on conflict (id) do nothing returning id`,
    replace: `update ${table} set revision = revision + 1, ${set((_, at) => `$${at + 3}`)}
      where id = $1 and revision = $2 returning id`,
    amend: `update ${table} set ${set((_, at) => `$${at + 3}`)} where id = $1 and revision = $2 returning id`,
    amendMany: `update ${table} set ${set((column) => `given.${column}`)}
      from jsonb_to_recordset($1::jsonb)
        as given(id text, revision integer, body jsonb${record.map((column) => `, ${column}`).join('')})
      where ${table}.id = given.id and ${table}.id = any($2::text[]) and ${table}.revision = given.revision
      returning ${table}.id`,
    upsertMany: `insert into ${table} (${all.join(', ')})
      select ${all.join(', ')} from jsonb_to_recordset($1::jsonb)
        as given(id text, revision integer, body jsonb${record.map((column) => `, ${column}`).join('')})
      on conflict (id) do update set revision = ${table}.revision + 1, ${set((column) => `excluded.${column}`)}
      where (${['body', ...columns].map((column) => `${table}.${column}`).join(', ')})
        is distinct from (${['body', ...columns].map((column) => `excluded.${column}`).join(', ')})`,
    valuesOf: (document: T): unknown[] => {
      const { id, revision, ...body } = document
      return [id, revision, body, ...fields.map(([, field]) => field.of(document))]
    },
    recordOf: (document: T): Record<string, unknown> => {
      const { id, revision, ...body } = document
      const values = fields.map(([field, { of }]) => [columnOf(field).slice(1, -1), of(document)])
      return { id, revision, body, ...Object.fromEntries(values) }
    },
  }
}
