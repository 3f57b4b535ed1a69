import { mongoOutageOf } from '../documents/mongo-outage.ts'

/**
 * Why the store cannot do what it was asked, as opposed to a statement that is wrong: it is `away` (refused, silent,
 * starting, stopping, without memory or connections, too slow), `full` (nothing new can be written, what is there can be
 * read) or `damaged` (this table or file cannot be read).
 */
export type Outage = 'away' | 'full' | 'damaged'

const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** Codes of PostgreSQL, or their first two characters where the whole class means it. The longer one counts. */
const states: Record<string, Outage> = {
  '08': 'away', // connection
  '53': 'away', // memory, connections, configured limits
  '53100': 'full',
  '25006': 'full', // hosted servers turn read-only before their disk is full, and so does a standby
  '57P': 'away', // shutting down, crashed, starting
  '57014': 'away', // the statement took longer than its limit
  '58': 'damaged', // a file that cannot be read, written or found
  XX001: 'damaged', // a page whose checksum is wrong
  XX002: 'damaged', // an index
}

const poolMessages =
  /^(Connection terminated|Client (was closed|has encountered a connection error)|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after)/

/** What systems say whose error PostgreSQL has no code for, such as a quota. */
const noRoom = /No space left on device|Disk quota exceeded/

/** What is the matter with the store; undefined when it is the statement. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined
  const mongo = mongoOutageOf(error)
  if (mongo !== undefined) return mongo
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') {
    if (socketCodes.has(code)) return 'away'
    const outage = states[code] ?? states[code.slice(0, 3)] ?? states[code.slice(0, 2)]
    if (outage !== undefined) return outage
    if (code === 'XX000' && noRoom.test(error.message)) return 'full'
  }
  if (poolMessages.test(error.message)) return 'away'
  return error.cause === undefined ? undefined : outageOf(error.cause)
}

/** True when the store is the matter, not the statement. */
export const isOutage = (error: unknown): boolean => outageOf(error) !== undefined

/**
 * For what is kept by the way, such as an answer that can be made again: when the store cannot do it now, the request
 * goes on without.
 */
export async function ifPossible<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (isOutage(error)) return undefined
    throw error
  }
}

/** PostgreSQL's five-character code of an error, also where drizzle wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  // `EPIPE` has five characters too.
  if (typeof code === 'string' && /^[0-9FHPX][0-9A-Z]{4}$/.test(code)) return code
  return sqlStateOf(error.cause)
}

/** Name of the constraint that a row broke, if that is what happened. */
export function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { constraint } = error as { constraint?: unknown }
  return typeof constraint === 'string' ? constraint : constraintOf(error.cause)
}
