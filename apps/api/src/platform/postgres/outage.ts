import { isMongoOutage } from '../documents/mongo-outage.ts'

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  '53300', // too many connections
  '53400',
  '57014', // statement took longer than its limit
  '57P01', // server is shutting down
  '57P02',
  '57P03', // server is starting
])

const poolMessages =
  /^(Connection terminated|Client (was closed|has encountered a connection error)|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after)/

/** True when the store is away or too slow to answer, as opposed to a statement that is wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (isMongoOutage(error)) return true
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && (connectionCodes.has(code) || code.startsWith('08'))) return true
  return poolMessages.test(error.message) || (error.cause !== undefined && isOutage(error.cause))
}

/** PostgreSQL's five-character code of an error, also where drizzle wrapped it. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  return sqlStateOf(error.cause)
}

/** Name of the constraint that a row broke, if that is what happened. */
export function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { constraint } = error as { constraint?: unknown }
  return typeof constraint === 'string' ? constraint : constraintOf(error.cause)
}
