import { oc, type ErrorMap } from '@orpc/contract'
import { problems, type ProblemCode } from './problem.schema.ts'

/** What a member may do inside one household; roles are mapped to rights in the access matrix of the API. */
export type HouseholdRight =
  | 'household.read'
  | 'household.update'
  | 'members.read'
  | 'members.add'
  | 'subscriptions.read'
  | 'subscriptions.create'
  | 'subscriptions.change'
  | 'charges.read'
  | 'payments.record'
  | 'payments.reverse'
  | 'balances.read'
  | 'overview.read'

/** Who may call a route: anybody, a signed-in person, or a member of `{householdId}` with the right. */
export type Access = 'public' | 'user' | { household: HouseholdRight }

export interface RouteMeta {
  access: Access
  /** POST that creates: `Idempotency-Key` replays the first answer for 24 h. */
  idempotent: boolean
  /** Takes `If-Match: "<revision>"`; stale is 412 with the current state. */
  ifMatch: boolean
}

interface RouteOptions {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: `/v1/${string}`
  tag: string
  summary: string
  description?: string
  access: Access
  status?: 200 | 201 | 202 | 204
  idempotent?: boolean
  ifMatch?: boolean
  errors?: readonly ProblemCode[]
}

/** Refusals every route may answer with, by its access; routes declare only what is theirs. */
const errorsByAccess = (access: Access): ProblemCode[] => {
  if (access === 'public') return ['invalid-input', 'too-many-requests', 'unavailable']
  const signedIn: ProblemCode[] = [
    'invalid-input',
    'unauthenticated',
    'session-ended',
    'too-many-requests',
    'unavailable',
  ]
  return access === 'user' ? signedIn : [...signedIn, 'forbidden', 'not-found']
}

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: false,
  description,
  schema: { type: 'string' as const, maxLength: 200 },
})

/**
 * Starts a contract procedure: one method and path under `/v1`, its access and every refusal it may answer with.
 * The result takes `.input(schema).output(schema)`.
 */
export const route = (options: RouteOptions) => {
  const { access, idempotent = false, ifMatch = false } = options
  const codes = new Set<ProblemCode>([
    ...errorsByAccess(access),
    ...(idempotent ? (['idempotency-conflict'] as const) : []),
    ...(ifMatch ? (['stale-revision'] as const) : []),
    ...(options.errors ?? []),
  ])
  const errorMap: ErrorMap = Object.fromEntries(
    [...codes].map((code) => [code, { status: problems[code].status, message: problems[code].title }]),
  )
  return oc
    .$meta<RouteMeta>({ access, idempotent, ifMatch })
    .errors(errorMap)
    .route({
      method: options.method,
      path: options.path,
      tags: [options.tag],
      summary: options.summary,
      ...(options.description === undefined ? {} : { description: options.description }),
      successStatus: options.status ?? 200,
      spec: (operation) => ({
        ...operation,
        ...(access === 'public' ? { security: [] } : {}),
        parameters: [
          ...(operation.parameters ?? []),
          ...(idempotent
            ? [header('Idempotency-Key', 'The same key gives the first answer again for 24 h')]
            : []),
          ...(ifMatch ? [header('If-Match', 'The revision last seen, in double quotes')] : []),
        ],
      }),
    })
}
