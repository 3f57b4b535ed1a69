import { oc, type ErrorMap } from '@orpc/contract'
import { problems, type ProblemCode } from './problem.schema.ts'

/** What a member may do inside one household; roles are mapped to rights in the access matrix of the API. */
export type HouseholdRight =
  | 'household.read'
  | 'household.update'
  | 'household.leave'
  | 'household.transfer'
  | 'household.delete'
  | 'members.read'
  | 'members.add'
  | 'members.update'
  | 'members.remove'
  | 'members.merge'
  | 'invitations.read'
  | 'invitations.create'
  | 'invitations.revoke'
  | 'guestLinks.make'
  | 'guestLinks.revoke'
  | 'subscriptions.read'
  | 'subscriptions.create'
  | 'subscriptions.change'
  | 'charges.read'
  | 'charges.change'
  | 'payments.record'
  | 'payments.reverse'
  | 'balances.read'
  | 'settlements.record'
  | 'rates.change'
  | 'overview.read'
  | 'webhooks.change'

/** What a platform role may do on the whole installation; roles and their permissions are rows. */
export type PlatformPermission =
  | 'users.read'
  | 'users.block'
  | 'roles.grant'
  | 'audit.read'
  | 'catalogue.edit'
  | 'jobs.read'
  | 'jobs.retry'

/** Who may call a route: anybody, a signed-in person, a member of `{householdId}` with the right, or a platform role. */
export type Access = 'public' | 'user' | { household: HouseholdRight } | { platform: PlatformPermission }

/** What an API key may be allowed; a route without a scope takes no API key. */
export const apiKeyScopes = [
  'profile.read',
  'households.read',
  'subscriptions.read',
  'subscriptions.write',
  'billing.read',
  'billing.write',
] as const

export type ApiKeyScope = (typeof apiKeyScopes)[number]

/** The scope that reaches each household right; null is out of reach of every key. */
const scopeOfRight: Record<HouseholdRight, ApiKeyScope | null> = {
  'household.read': 'households.read',
  'household.update': null,
  'household.leave': null,
  'household.transfer': null,
  'household.delete': null,
  'members.read': 'households.read',
  'members.add': null,
  'members.update': null,
  'members.remove': null,
  'members.merge': null,
  'invitations.read': 'households.read',
  'invitations.create': null,
  'invitations.revoke': null,
  'guestLinks.make': null,
  'guestLinks.revoke': null,
  'subscriptions.read': 'subscriptions.read',
  'subscriptions.create': 'subscriptions.write',
  'subscriptions.change': 'subscriptions.write',
  'charges.read': 'billing.read',
  'charges.change': 'billing.write',
  'payments.record': 'billing.write',
  'payments.reverse': 'billing.write',
  'balances.read': 'billing.read',
  'settlements.record': 'billing.write',
  'rates.change': 'billing.write',
  'overview.read': 'subscriptions.read',
  'webhooks.change': null,
}

export interface RouteMeta {
  access: Access
  /**
   * `Idempotency-Key` gives the first answer again for 24 h; then the key is forgotten. Without one, what is changed on a
   * revision (`If-Match`) is known by that revision and what changes.
   */
  idempotent: boolean
  /** Takes `If-Match: "<revision>"`; stale is 412 with the current state. */
  ifMatch: boolean
  /** Signed in or confirmed within the last ten minutes, else 403 `fresh-sign-in-needed`. */
  fresh: boolean
  /** The scope an API key needs; null takes none. */
  scope: ApiKeyScope | null
}

interface RouteOptions {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: `/v1/${string}`
  tag: string
  summary: string
  description?: string
  access: Access
  status?: 200 | 201 | 202 | 204 | 303
  idempotent?: boolean
  ifMatch?: boolean
  fresh?: boolean
  scope?: ApiKeyScope
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
  const { access, idempotent = false, ifMatch = false, fresh = false } = options
  const scope = typeof access === 'object' && 'household' in access ? scopeOfRight[access.household] : null
  const codes = new Set<ProblemCode>([
    ...errorsByAccess(access),
    ...(options.method === 'GET' ? [] : (['too-large', 'unsupported-media-type'] as const)),
    ...(idempotent ? (['idempotency-conflict'] as const) : []),
    ...(ifMatch ? (['stale-revision'] as const) : []),
    ...(fresh ? (['fresh-sign-in-needed'] as const) : []),
    ...(options.errors ?? []),
  ])
  const errorMap: ErrorMap = Object.fromEntries(
    [...codes].map((code) => [code, { status: problems[code].status, message: problems[code].title }]),
  )
  return oc
    .$meta<RouteMeta>({ access, idempotent, ifMatch, fresh, scope: options.scope ?? scope })
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
