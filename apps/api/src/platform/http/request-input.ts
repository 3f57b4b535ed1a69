import type { Problem } from '@streamline/contract'
import type { FastifyRequest } from 'fastify'
import type * as z from 'zod'
import { invalidInput, ProblemError } from './problem.ts'
import type { RoutePlan } from './route-plan.ts'

type Places = NonNullable<Problem['errors']>

/** What is sent back of a hostile request is bounded. */
const MOST_PLACES = 20
const LONGEST_KEY = 80

/** Joins path, and query or body, into the one object that the contract describes. No key may come twice. */
export function gatherInput(plan: RoutePlan, request: FastifyRequest): Record<string, unknown> {
  // Without a prototype, `__proto__` is a key like any other: unknown, and refused as such.
  const input: Record<string, unknown> = Object.create(null)
  const query = (request.query ?? {}) as Record<string, unknown>
  const isRead = plan.method === 'GET'
  for (const [key, value] of Object.entries(query)) {
    if (!isRead || plan.pathNames.includes(key))
      throw invalidInput(pointer('query', key), 'is not expected here')
    if (Array.isArray(value)) throw invalidInput(pointer('query', key), 'must be given once')
    input[key] = value
  }
  if (!isRead) Object.assign(input, bodyOf(plan, request.body))
  return Object.assign(input, request.params)
}

function bodyOf(plan: RoutePlan, body: unknown): Record<string, unknown> {
  if (body === undefined) return {}
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalidInput('', 'must be a JSON object')
  const doubled = plan.pathNames.find((name) => Object.hasOwn(body, name))
  if (doubled !== undefined) throw invalidInput(pointer(doubled), 'is given by the path')
  return body as Record<string, unknown>
}

/** The input as the contract's schema makes it, or `invalid-input` with a pointer to every offending place. */
export function checkInput(plan: RoutePlan, gathered: Record<string, unknown>): unknown {
  const parsed = plan.input.safeParse(gathered)
  if (!parsed.success)
    throw new ProblemError('invalid-input', undefined, { errors: placesOf(plan, parsed.error.issues) })
  const place = unstorableText(parsed.data, [])
  if (place !== undefined)
    throw invalidInput(pointerIn(plan, place), 'must not hold null characters or half characters')
  return parsed.data
}

function placesOf(plan: RoutePlan, issues: readonly z.core.$ZodIssue[]): Places {
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            pointer: pointerIn(plan, [...issue.path, key]),
            message: 'is not expected here',
          }))
        : [{ pointer: pointerIn(plan, issue.path), message: issue.message }],
    )
    .slice(0, MOST_PLACES)
}

function pointerIn(plan: RoutePlan, path: readonly PropertyKey[]): string {
  const [first = ''] = path
  if (plan.pathNames.includes(String(first))) return pointer('path', ...path)
  return plan.method === 'GET' ? pointer('query', ...path) : pointer(...path)
}

/** RFC 6901. */
const pointer = (...parts: PropertyKey[]) =>
  parts
    .map((part) => `/${String(part).slice(0, LONGEST_KEY).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')

/** PostgreSQL text cannot hold U+0000 and jsonb no half of a surrogate pair: such text is refused at the door. */
function unstorableText(value: unknown, path: PropertyKey[]): PropertyKey[] | undefined {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    const found = unstorableText(part, [...path, key]) ?? unstorableText(key, [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}
