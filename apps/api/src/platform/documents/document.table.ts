import { customType, integer, jsonb } from 'drizzle-orm/pg-core'

/** Text compared by bytes: the order of a page must not depend on the locale of the server it runs on. */
export const bytewise = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

/**
 * What every collection's table begins with. Beside it stands one column for each declared field, under its name in
 * snake_case; `document-table.contract.ts` compares the two.
 */
export const documentColumns = () => ({
  id: bytewise('id').primaryKey(),
  revision: integer('revision').notNull(),
  body: jsonb('body').notNull(),
})
