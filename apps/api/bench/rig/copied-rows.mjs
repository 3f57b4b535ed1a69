/**
 * Rows of a table as copies of those that the API itself wrote, with other ids wherever these stand in them, also inside documents. `ids` is a
 * temporary table with a column for each, `from` says which id each of its columns takes the place of; `more` is what else is another.
 */
export const copyRows = (client, table, { ids, from, where, more = "'{}'" }) => {
  const replaced = Object.entries(from).reduce(
    (text, [column, id]) => `replace(${text}, '${id}', ${ids}.${column}::text)`,
    'to_jsonb(one)::text',
  )
  return client.query(
    `insert into ${table} select (jsonb_populate_record(null::${table}, ${replaced}::jsonb || ${more})).*
      from ${ids}, ${table} one where ${where}`,
  )
}
