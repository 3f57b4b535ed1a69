import { Client } from 'pg'

export interface LoggedQuery {
  name: string | undefined
  text: string
}

type Query = (this: Client, ...given: unknown[]) => unknown

/** Everything that is sent to PostgreSQL from now on, whoever sends it, until it is stopped. */
export function logQueries(): { queries: LoggedQuery[]; stop(): void } {
  const queries: LoggedQuery[] = []
  const prototype = Client.prototype as unknown as { query: Query }
  const { query } = prototype
  prototype.query = function logged(...given) {
    const [first] = given
    const { name, text } =
      typeof first === 'object' && first !== null
        ? (first as LoggedQuery)
        : { name: undefined, text: String(first) }
    queries.push({ name, text })
    return query.apply(this, given)
  }
  return { queries, stop: () => void (prototype.query = query) }
}
