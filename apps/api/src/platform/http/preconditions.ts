import type { FastifyRequest } from 'fastify'
import { invalidInput } from './problem.ts'

/** The revision of `If-Match: "7"`. `*` and no header ask for nothing. */
export function ifMatchOf({ headers }: FastifyRequest): number | null {
  const text = headers['if-match']?.trim()
  if (text === undefined || text === '*') return null
  const [, digits] = /^(?:W\/)?"(\d{1,15})"$/.exec(text) ?? []
  if (digits === undefined)
    throw invalidInput('/header/If-Match', 'must be the ETag last seen, a number in double quotes')
  return Number(digits)
}

/**
 * What was changed on a revision is known by that revision and by what changed: a change that made it the next one happens
 * once. No key of a header holds a space.
 */
export const keyOfRevision = (ifMatch: number | null, input: unknown): string | null =>
  ifMatch === null ? null : `If-Match ${ifMatch} ${JSON.stringify(input)}`

/** The `Idempotency-Key`: any 1 to 200 visible ASCII characters. */
export function idempotencyKeyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !/^[\u0021-\u007E]{1,200}$/.test(key))
    throw invalidInput('/header/Idempotency-Key', 'must be 1 to 200 visible ASCII characters')
  return key
}
