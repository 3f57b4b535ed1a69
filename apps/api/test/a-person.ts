import { randomUUID } from 'node:crypto'
import type { Answer, Api, RequestOptions } from './harness.ts'

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

export interface Person {
  token: string
  refreshToken: string
  userId: string
  email: string
  householdId: string
  /** `/v1/households/{id}` of the first household. */
  home: string
  memberId: string
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  post: Send
  patch: Send
  send: (path: string, options: RequestOptions) => Promise<Answer>
}

export interface PersonOptions {
  email?: string
  name?: string
  password?: string
  country?: string
  timeZone?: string
}

/** Stories of dues are about what people pay by hand; those of debits that book themselves say so. */
export const paidByHand = (path: string, body: unknown): unknown =>
  path.endsWith('/subscriptions') && typeof body === 'object' ? { recordsItself: false, ...body } : body

/** Somebody who has just registered, with their first household. */
export async function aPerson(api: Api, options: PersonOptions = {}): Promise<Person> {
  const email = options.email ?? `person-${randomUUID()}@example.org`
  const registered = await api.fetchJson('/v1/auth/register', {
    method: 'POST',
    headers: { 'X-Client': 'mobile' },
    body: { password: 'correct horse battery', name: 'Asha', ...options, email },
  })
  if (registered.status !== 201) throw new Error(`Registering failed: ${JSON.stringify(registered.body)}`)
  const { accessToken: token, refreshToken, user } = registered.body
  const send = (path: string, request: RequestOptions) => api.fetchJson(path, { token, ...request })
  const { body: me } = await send('/v1/me', {})
  const [household] = me.households
  return {
    token,
    refreshToken,
    userId: user.id,
    email,
    householdId: household.id,
    home: `/v1/households/${household.id}`,
    memberId: household.memberId,
    send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body = {}, headers = {}) =>
      send(path, { method: 'POST', body: paidByHand(path, body), headers }),
    patch: (path, body = {}, headers = {}) => send(path, { method: 'PATCH', body, headers }),
  }
}

/**
 * Joins a person to another household with a role, as an accepted invitation will. The token is the person's, the
 * household the other one.
 */
export async function joins(api: Api, person: Person, household: string, role: string): Promise<Person> {
  const memberId = randomUUID()
  await api.postgres.pool.query(
    `insert into household_members (id, household_id, user_id, name, role, joined_on, created_at)
     values ($1, $2, $3, 'Ravi', $4, '2026-01-01', '2026-01-01T00:00:00Z')`,
    [memberId, household, person.userId, role],
  )
  return { ...person, householdId: household, home: `/v1/households/${household}`, memberId }
}

/** Gives a platform role, as an administrator does. */
export async function grant(api: Api, userId: string, role: string): Promise<void> {
  await api.postgres.pool.query(
    `insert into user_roles (user_id, role_id, granted_at) values ($1, $2, '2026-01-01T00:00:00Z')
     on conflict do nothing`,
    [userId, role],
  )
}
