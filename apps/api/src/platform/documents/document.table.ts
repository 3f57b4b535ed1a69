import { sql } from 'drizzle-orm'
import { bigint, customType, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { AnyShape, Field } from './document-store.ts'
import { nameInTable } from './document-statement.ts'

/** Text compared by bytes: the order of a page must not depend on the locale of the server it runs on. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

const columnOfType = {
  text: (name: string) => bytewise(name),
  integer: (name: string) => bigint(name, { mode: 'number' }),
  texts: (name: string) => text(name).array(),
} satisfies Record<Field<never>['type'], (name: string) => unknown>

const columnFor = (name: string, { type, optional }: Field<never>) => {
  const column = columnOfType[type](nameInTable(name))
  return optional === true ? column : column.notNull()
}

/** The table of a collection as its shape declares it: the body, and beside it a column for each field. */
export const documentTable = ({ name, fields, indexes }: AnyShape) =>
  pgTable(
    name,
    {
      id: bytewise('id').primaryKey(),
      revision: integer('revision').notNull(),
      bodyVersion: integer('body_version').notNull().default(1),
      body: jsonb('body').notNull(),
      ...Object.fromEntries(Object.entries(fields).map(([field, how]) => [field, columnFor(field, how)])),
    },
    (table) => {
      const columns = table as unknown as Record<string, typeof table.id>
      // A declaration names only fields of its own shape.
      const columnOf = (field: string) => columns[field] as typeof table.id
      return Object.entries(indexes).map(([key, declared]) => {
        const builder = index(`${name}_${nameInTable(key)}`)
        if ('within' in declared) return builder.using('gin', columnOf(declared.within))
        const [first, ...others] = declared.by.map(columnOf)
        if (first === undefined) return builder.on(table.id)
        const built = builder.on(first, ...others, table.id)
        return declared.onlySet === true ? built.where(sql`${first} is not null`) : built
      })
    },
  )
