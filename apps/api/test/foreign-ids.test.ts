import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharingHousehold, type Home } from './a-household.ts'
import { fetchJson, startApi, type Api } from './harness.ts'
import { bodies, routes, type SampledRoute } from './samples.ts'
import { stored } from './stored.ts'

const AT_ONCE = 8
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Everything of an account and its household that has an id. */
interface Ids {
  household: string
  things: Record<string, string>
}

/** Routes of the installation say no to whoever has no role there, whatever the id. */
const isOfPlatform = ({ meta: { access } }: SampledRoute) =>
  typeof access === 'object' && 'platform' in access

const withIds = routes.filter(({ ids }) => ids.includes('householdId') || ids.includes('id'))

/** Addresses of a path in which at least one id is theirs. */
const addresses = (path: string, mine: Ids, theirs: Ids): string[] => {
  const foreign = [...Object.values(theirs.things), theirs.household]
  if (!path.includes('{householdId}')) return foreign.map((id) => path.replace('{id}', id))
  const households = foreign.map((id) => path.replace('{householdId}', id))
  if (!path.includes('{id}')) return households
  const [own, home] = [mine, theirs].map(({ household }) => path.replace('{householdId}', household))
  return [
    ...foreign.map((id) => (own ?? '').replace('{id}', id)),
    ...[...foreign, ...Object.values(mine.things)].map((id) => (home ?? '').replace('{id}', id)),
    ...households.map((address) => address.replace('{id}', mine.things['subscription'] ?? '')),
  ]
}

/** But for the refusals at the door of the installation, which are written down. */
const everythingOf = (api: Api) => stored(api, ['audit_entries'])

describe('ids of somebody else', () => {
  let api: Api
  let one: Home
  let other: Home
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    one = await aSharingHousehold(api)
    other = await aSharingHousehold(api)
  })
  afterAll(() => api.close())

  const idsOf = async (home: Home): Promise<Ids> => {
    const {
      person,
      subscriptionId,
      lineId,
      chargeId,
      paymentId,
      guestId,
      invitationId,
      settlementId = '',
      rateId = '',
    } = home
    const { userId, memberId, householdId } = person
    const passkey = randomUUID()
    await api.postgres.pool.query(
      `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
       values ($1, $2, $3, '', 0, '{}', 'Phone', false, '2026-11-23T06:00:00Z')`,
      [passkey, userId, passkey],
    )
    await api.postgres.pool.query('update users set email_verified = true where id = $1', [userId])
    const first = async (path: string): Promise<string> => (await person.get(path)).body.items[0].id
    const made = async (path: string, body: object): Promise<string> =>
      (await person.post(path, body)).body.id
    const token = randomUUID().padEnd(80, 'x')
    const things = {
      user: userId,
      member: memberId,
      subscription: subscriptionId,
      line: lineId,
      charge: chargeId,
      payment: paymentId,
      settlement: settlementId,
      rate: rateId,
      guest: guestId,
      invitation: invitationId,
      passkey,
      session: await first('/v1/me/sessions'),
      device: await made('/v1/me/devices', { kind: 'fcm', token, name: 'Phone' }),
      apiKey: await made('/v1/me/api-keys', { name: 'Script', scopes: ['profile.read'] }),
      auditEntry: await first('/v1/me/audit'),
    }
    for (const [what, id] of Object.entries(things)) expect(id, what).toMatch(/^[\da-f-]{36}$/)
    return { household: householdId, things }
  }

  /** Tries everything with a token, and answers what was not refused as it should be. */
  const trespasses = async (token: string, me: Home, mine: Ids, theirs: Ids, isScript = false) => {
    const tries = [...new Set(withIds.map(({ path }) => path))].flatMap((path) =>
      methods.flatMap((method) => {
        const route = withIds.find((candidate) => candidate.path === path && candidate.method === method)
        if (route?.meta.access === 'public') return []
        const body = method === 'GET' ? {} : { body: (route && bodies[route.name]?.(me)) ?? {} }
        const isClosed =
          route !== undefined && (isOfPlatform(route) || (isScript && route.meta.scope === null))
        const expected = route === undefined ? [404, 405] : isClosed ? [403] : [404]
        const targets = addresses(path, mine, theirs)
        // A method that no route has is the same whatever the id.
        const tried = route === undefined ? targets.slice(0, 1) : targets
        return tried.map((address) => ({ method, address, expected, request: { method, token, ...body } }))
      }),
    )
    expect(tries.length).toBeGreaterThan(500)
    const wrong: string[] = []
    for (let from = 0; from < tries.length; from += AT_ONCE)
      await Promise.all(
        tries.slice(from, from + AT_ONCE).map(async ({ method, address, expected, request }) => {
          const { status } = await fetchJson(api.url + address, request)
          if (!expected.includes(status)) wrong.push(`${method} ${address}: ${status}`)
        }),
      )
    return wrong
  }

  it('8.2.2 API1 open nothing on any route with any method, in either direction, and change no row', async () => {
    const [mine, theirs] = [await idsOf(one), await idsOf(other)]
    const before = await everythingOf(api)
    const trails = 'select count(*)::int as n from audit_entries where event <> $1'
    const entries = async () => (await api.postgres.pool.query(trails, ['access-denied'])).rows[0].n
    const written = await entries()
    expect(await trespasses(one.person.token, one, mine, theirs)).toEqual([])
    expect(await trespasses(other.person.token, other, theirs, mine)).toEqual([])
    expect(await everythingOf(api)).toEqual(before)
    expect(await entries()).toBe(written)
  })

  it('8.2.2 API1 open nothing to an API key that may do all there is', async () => {
    const [mine, theirs] = [await idsOf(one), await idsOf(other)]
    const scopes = [...new Set(routes.flatMap(({ meta: { scope } }) => scope ?? []))]
    const { body } = await one.person.post('/v1/me/api-keys', { name: 'All', scopes })
    const before = await everythingOf(api)
    expect(await trespasses(body.key, one, mine, theirs, true)).toEqual([])
    expect(await everythingOf(api)).toEqual(before)
  })

  it('8.2.2 API1 find nothing as a filter of a list', async () => {
    const [mine, theirs] = [await idsOf(one), await idsOf(other)]
    const { get } = one.person
    for (const id of [...Object.values(theirs.things), theirs.household])
      for (const query of [
        `subscriptions?memberId=${id}`,
        `charges?subscriptionId=${id}`,
        `payments?subscriptionId=${id}`,
        `history?subscriptionId=${id}`,
        `history?memberId=${id}`,
      ]) {
        const { status, body } = await get(`/v1/households/${mine.household}/${query}`)
        expect([status, body.items], query).toEqual([200, []])
      }
    for (const list of ['sessions', 'devices', 'api-keys', 'passkeys', 'audit']) {
      const { body } = await other.person.get(`/v1/me/${list}?limit=1`)
      const cursor =
        body.nextCursor ?? Buffer.from(body.items[0].id.replaceAll('-', ''), 'hex').toString('base64url')
      const text = JSON.stringify((await get(`/v1/me/${list}?cursor=${cursor}`)).body)
      for (const id of Object.values(theirs.things)) expect(text, list).not.toContain(id)
    }
  })
})
