import { getTableColumns, getTableName, type Table } from 'drizzle-orm'

/** `alias."starts_on" as "startsOn", …`: a row under the names of its table, for a statement written by hand. */
export const selectList = (table: Table, alias: string): string =>
  Object.entries(getTableColumns(table))
    .map(([key, column]) => `${alias}."${column.name}" as "${key}"`)
    .join(', ')

interface Rows {
  /** Number of the parameter that holds the rows; default 1. */
  readonly parameter?: number
  /** Columns that the database fills. */
  readonly but?: readonly string[]
}

/**
 * `insert into table (…) select … from $1`: any number of rows, as a JSON array under the names of the table,
 * travel in one parameter, so that no write needs a loop.
 */
export const insertRows = (table: Table, alias: string, { parameter = 1, but = [] }: Rows = {}): string => {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => !but.includes(key))
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const keys = columns.map(([key]) => `added."${key}"`).join(', ')
  const types = columns.map(([key, column]) => `"${key}" ${column.getSQLType()}`).join(', ')
  return `insert into ${getTableName(table)} as ${alias} (${names})
    select ${keys} from jsonb_to_recordset($${parameter}::jsonb) as added(${types})`
}
