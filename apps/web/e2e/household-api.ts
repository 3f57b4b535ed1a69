import type { Person } from './person.ts'

interface Send {
  (method: 'GET' | 'POST', path: string, body?: object): Promise<Record<string, string>>
}

/** The household of a person by the API, for what a test needs to find there and does not look at. */
export const householdOf = async (origin: string, { email, password }: Person) => {
  let token: string | null = null
  const call: Send = async (method, path, body) => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-client': 'mobile',
        ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<Record<string, string>>
  }
  const { accessToken = '' } = await call('POST', '/v1/auth/sign-in', { email, password })
  token = accessToken
  const me = (await call('GET', '/v1/me')) as unknown as { households: { id: string; memberId: string }[] }
  const { id = '', memberId = '' } = me.households[0] ?? {}
  const home = `/v1/households/${id}`
  return {
    you: memberId,
    addMember: async (name: string): Promise<string> =>
      (await call('POST', `${home}/members`, { name }))['id'] ?? '',
    addSubscription: (subscription: object) => call('POST', `${home}/subscriptions`, subscription),
  }
}
