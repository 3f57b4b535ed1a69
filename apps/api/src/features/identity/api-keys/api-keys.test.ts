import { contract } from '@streamline/contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aPerson, joins, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { mailTo, tokenTo } from '../../../../test/mailbox.ts'
import { newApiKey } from './api-key-secret.ts'
import { RefreshTokensService } from '../sessions/refresh-tokens.service.ts'
import { Secrets } from '../../../platform/secrets/secrets.ts'

const aKey = async (person: Person, scopes: string[], more: object = {}) => {
  const answer = await person.post('/v1/me/api-keys', { name: 'Script', scopes, ...more })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body as { id: string; key: string; hint: string }
}

describe('an API key', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const aVerifiedPerson = async (): Promise<Person> => {
    const person = await aPerson(api)
    const token = await tokenTo(api, person.email, 'welcome')
    await api.fetchJson('/v1/auth/verify-email', { method: 'POST', body: { token } })
    return person
  }
  const get = (path: string, token: string) => api.fetchJson(path, { token })

  it('is shown once, kept as a hash, and known by its first characters', async () => {
    const person = await aVerifiedPerson()
    const { key, hint } = await aKey(person, ['profile.read'])
    expect(key).toMatch(/^slk_[0-9A-Za-z]{43}$/)
    expect(hint).toBe(key.slice(0, 8))
    const list = await person.get('/v1/me/api-keys')
    expect(list.body.items).toMatchObject([
      { hint, scopes: ['profile.read'], lastUsedAt: null, expiresOn: null },
    ])
    const { rows } = await api.postgres.pool.query(
      'select t::text as row, octet_length(hash) as bytes from api_keys t where user_id = $1',
      [person.userId],
    )
    expect(rows[0].bytes).toBe(32)
    expect(JSON.stringify([list.body, rows])).not.toContain(key.slice(10))
    const [mail] = await mailTo(api, person.email)
    expect(mail).toMatchObject({ kind: 'security-changed', subject: 'An API key was created' })
    expect(JSON.stringify(await person.get('/v1/me/audit'))).not.toContain(key.slice(10))
  })

  it('acts for its owner as far as its scopes reach, in their households and nowhere else', async () => {
    const [person, stranger] = [await aVerifiedPerson(), await aPerson(api)]
    const { key } = await aKey(person, ['households.read', 'subscriptions.read'])
    expect((await get(person.home, key)).status).toBe(200)
    expect((await get(`${person.home}/subscriptions`, key)).status).toBe(200)
    expect((await get(`${person.home}/charges`, key)).body.code).toBe('forbidden')
    expect((await get('/v1/me', key)).body.code).toBe('forbidden')
    expect((await get(stranger.home, key)).status).toBe(404)
    expect((await get(`${stranger.home}/charges`, key)).status).toBe(403)
  })

  it('has no more rights than its owner', async () => {
    const [owner, person] = [await aPerson(api), await aVerifiedPerson()]
    const viewer = await joins(api, person, owner.householdId, 'viewer')
    const { key } = await aKey(person, ['subscriptions.read', 'subscriptions.write'])
    expect((await get(`${viewer.home}/subscriptions`, key)).status).toBe(200)
    const body = { name: 'x', kind: 'ott' }
    const write = await api.fetchJson(`${viewer.home}/subscriptions`, { method: 'POST', token: key, body })
    expect(write.body.code).toBe('forbidden')
  })

  it('8.2.1 reaches no route without a scope: no security, no administration, no key of its own', async () => {
    const person = await aVerifiedPerson()
    const scopes = ['profile.read', 'households.read', 'subscriptions.read', 'subscriptions.write']
    const { key } = await aKey(person, [...scopes, 'billing.read', 'billing.write'])
    for (const group of Object.values(contract))
      for (const procedure of Object.values(group)) {
        const { route, meta } = procedure['~orpc']
        if (meta.access === 'public' || meta.scope !== null) continue
        const path = (route.path ?? '')
          .replace('{householdId}', person.householdId)
          .replace('{id}', person.userId)
        const answer = await api.fetchJson(path, { method: route.method ?? 'GET', token: key })
        expect([answer.status, answer.body.code], path).toEqual([403, 'forbidden'])
      }
  })

  it('8.3.2 loses its power at once: removed, its owner blocked, or out of the household', async () => {
    const [owner, person] = [await aPerson(api), await aVerifiedPerson()]
    const member = await joins(api, person, owner.householdId, 'member')
    const { key, id } = await aKey(person, ['households.read'])
    expect((await get(member.home, key)).status).toBe(200)
    await api.postgres.pool.query(`update household_members set left_on = '2026-11-23' where id = $1`, [
      member.memberId,
    ])
    expect((await get(member.home, key)).status).toBe(404)
    await api.postgres.pool.query(`update users set status = 'BLOCKED' where id = $1`, [person.userId])
    expect((await get(person.home, key)).status).toBe(401)
    await api.postgres.pool.query(`update users set status = 'ACTIVE' where id = $1`, [person.userId])
    expect((await get(person.home, key)).status).toBe(200)
    expect((await person.send(`/v1/me/api-keys/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await get(person.home, key)).body.code).toBe('unauthenticated')
  })

  it('ends on its day, by the clock, and tells when it was used last', async () => {
    const person = await aVerifiedPerson()
    const { key } = await aKey(person, ['households.read'], { expiresOn: '2026-11-25' })
    await get(person.home, key)
    const [used] = (await person.get('/v1/me/api-keys')).body.items
    expect(used.lastUsedAt).toMatch(/^2026-11-23T/)
    await get(person.home, key)
    expect((await person.get('/v1/me/api-keys')).body.items[0].lastUsedAt).toBe(used.lastUsedAt)
    await api.clock.moveTo('2026-11-24T23:59:00Z')
    expect((await get(person.home, key)).status).toBe(200)
    await api.clock.moveTo('2026-11-25T00:00:00Z')
    expect((await get(person.home, key)).status).toBe(401)
    const late = await aVerifiedPerson()
    for (const expiresOn of ['2026-11-25', '2026-01-01', '2040-01-01']) {
      const refused = await late.post('/v1/me/api-keys', { name: 'x', scopes: ['profile.read'], expiresOn })
      expect(refused.body.code, expiresOn).toBe('date-out-of-range')
    }
  })

  it('is for verified addresses, after a fresh proof, and one of at most twenty', async () => {
    const draft = { name: 'Script', scopes: ['profile.read'] }
    expect((await (await aPerson(api)).post('/v1/me/api-keys', draft)).body.code).toBe('email-not-verified')
    const person = await aVerifiedPerson()
    const answers = await Promise.all(Array.from({ length: 22 }, () => person.post('/v1/me/api-keys', draft)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('too-many-kept')
    await api.clock.moveTo(new Date(api.clock.now() + 11 * 60_000).toISOString())
    expect((await person.post('/v1/me/api-keys', draft)).body.code).toBe('fresh-sign-in-needed')
  })

  it('is nothing that a guess or a changed letter opens', async () => {
    const { key } = await aKey(await aVerifiedPerson(), ['profile.read'])
    const last = key.at(-1) === 'a' ? 'b' : 'a'
    for (const wrong of [key.slice(0, -1) + last, key.slice(0, -1), key.toUpperCase(), 'slk_', newApiKey()])
      expect((await get('/v1/me', wrong)).body.code, wrong).toBe('unauthenticated')
    expect((await get('/v1/me', key)).status).toBe(200)
  })

  it('7.2.3 11.5.1 comes from the generator of the system: 10,000 keys, tokens and links, none twice, 256 bits each', () => {
    const random = vi.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('Math.random is no source of secrets')
    })
    const [refreshTokens, secrets] = [api.app.get(RefreshTokensService), api.app.get(Secrets)]
    for (const make of [newApiKey, () => refreshTokens.first(), () => secrets.token()]) {
      const made = Array.from({ length: 10_000 }, make)
      expect(new Set(made).size).toBe(10_000)
      expect(Math.min(...made.map((text) => text.replace(/^slk_/, '').length))).toBeGreaterThanOrEqual(43)
    }
    random.mockRestore()
  })

  it('14.2.1 never travels in a URL: no route takes one in its query, and one that comes so opens nothing', async () => {
    const person = await aVerifiedPerson()
    const { key } = await aKey(person, ['profile.read'])
    for (const name of ['api_key', 'apiKey', 'key', 'token', 'access_token', 'authorization'])
      for (const value of [key, person.token])
        expect((await api.fetchJson(`/v1/me?${name}=${value}`)).status, name).toBe(401)
    for (const group of Object.values(contract))
      for (const procedure of Object.values(group)) {
        const { route, inputSchema } = procedure['~orpc']
        const shape = (inputSchema as { shape?: object } | undefined)?.shape ?? {}
        if (route.method !== 'GET' || route.path?.startsWith('/v1/auth/oidc')) continue
        expect(Object.keys(shape).join(' '), route.path).not.toMatch(/token|key|secret|password|ticket/i)
      }
  })

  it('pages its list', async () => {
    const person = await aVerifiedPerson()
    for (let n = 0; n < 3; n++) await aKey(person, ['profile.read'])
    const first = (await person.get('/v1/me/api-keys?limit=2')).body
    const second = (await person.get(`/v1/me/api-keys?limit=2&cursor=${first.nextCursor}`)).body
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null])
  })
})
