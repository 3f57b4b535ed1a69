import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

const phone =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'
const laptop = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'
const MINUTE = 60_000

describe('the list of sessions', () => {
  let api: Api
  beforeAll(
    async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z', env: { TRUSTED_PROXIES: '1' } })),
  )
  afterAll(() => api.close())

  const signIn = async ({ email }: Person, userAgent: string, address = '203.0.113.77') => {
    const headers = { 'X-Client': 'mobile', 'User-Agent': userAgent, 'X-Forwarded-For': address }
    const body = { email, password: 'correct horse battery' }
    const answer = await api.fetchJson('/v1/auth/sign-in', { method: 'POST', headers, body })
    return answer.body as { accessToken: string; refreshToken: string }
  }
  const sessions = async (token: string) => (await api.fetchJson('/v1/me/sessions', { token })).body.items
  const refresh = (refreshToken: string) => {
    const headers = { 'X-Client': 'mobile' }
    return api.fetchJson('/v1/auth/refresh', { method: 'POST', body: { refreshToken }, headers })
  }
  const end = (token: string, id: string) =>
    api.fetchJson(`/v1/me/sessions/${id}`, { method: 'DELETE', token })

  it('7.5.2 shows every session with device, place and last use, the newest first', async () => {
    const person = await aPerson(api)
    await signIn(person, laptop)
    const { accessToken } = await signIn(person, phone, '2001:db8:12:34:56::1')
    const items = await sessions(accessToken)
    expect(items).toMatchObject([
      { device: 'Chrome on Android', place: '2001:db8:12::/48', isCurrent: true },
      { device: 'Firefox on Linux', place: '203.0.113.x', isCurrent: false },
      { device: 'node', isCurrent: false },
    ])
    expect(items[0].startedAt).toMatch(/^2026-11-23T10:0/)
    expect(JSON.stringify(items)).not.toContain(accessToken)
  })

  it('7.5.2 ends one session: its access and refresh token are refused at once', async () => {
    const person = await aPerson(api)
    const lost = await signIn(person, phone)
    const [{ id }] = await sessions(lost.accessToken)
    expect((await end(person.token, id)).status).toBe(204)
    expect((await api.fetchJson('/v1/me', { token: lost.accessToken })).body.code).toBe('session-ended')
    expect((await refresh(lost.refreshToken)).status).toBe(401)
    expect(await sessions(person.token)).toHaveLength(1)
    expect((await end(person.token, id)).status).toBe(404)
    const [entry] = (await person.get('/v1/me/audit')).body.items
    expect(entry).toMatchObject({ event: 'session-ended', detail: { sessionId: id } })
  })

  it('7.4.3 ends all others and keeps the one that asks', async () => {
    const person = await aPerson(api)
    const others = [await signIn(person, phone), await signIn(person, laptop)]
    expect((await person.post('/v1/me/sessions/end-others')).body).toEqual({ ended: 2 })
    for (const { accessToken, refreshToken } of others) {
      expect((await api.fetchJson('/v1/me', { token: accessToken })).status).toBe(401)
      expect((await refresh(refreshToken)).status).toBe(401)
    }
    expect((await person.get('/v1/me')).status).toBe(200)
    expect((await person.post('/v1/me/sessions/end-others')).body).toEqual({ ended: 0 })
  })

  it('7.4.3 a new password ends the others too, unless they are kept', async () => {
    const person = await aPerson(api)
    const kept = await signIn(person, phone)
    await person.post('/v1/me/password', { password: 'a second long one', keepOtherSessions: true })
    expect(await sessions(kept.accessToken)).toHaveLength(2)
    await person.post('/v1/me/password', { password: 'a third long one' })
    expect((await api.fetchJson('/v1/me', { token: kept.accessToken })).status).toBe(401)
    expect(await sessions(person.token)).toHaveLength(1)
  })

  it('7.4.1 signing out takes the session out of the list', async () => {
    const person = await aPerson(api)
    const { refreshToken, accessToken } = await signIn(person, phone)
    const headers = { 'X-Client': 'mobile' }
    await api.fetchJson('/v1/auth/sign-out', { method: 'POST', body: { refreshToken }, headers })
    expect(await sessions(person.token)).toHaveLength(1)
    expect((await api.fetchJson('/v1/me', { token: accessToken })).status).toBe(401)
    expect((await refresh(refreshToken)).status).toBe(401)
  })

  it('7.2.4 a browser that signs in again has a new session, and the old one is dead', async () => {
    const { email } = await aPerson(api)
    const body = { email, password: 'correct horse battery' }
    const browser = { 'User-Agent': laptop, Origin: api.url, 'Sec-Fetch-Site': 'same-origin' }
    const first = await api.fetchJson('/v1/auth/sign-in', { method: 'POST', body, headers: browser })
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const headers = { ...browser, Cookie: cookie }
    const second = await api.fetchJson('/v1/auth/sign-in', { method: 'POST', body, headers })
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await api.fetchJson('/v1/me', { token: first.body.accessToken })).status).toBe(401)
    expect(await sessions(second.body.accessToken)).toHaveLength(2)
  })

  it('writes the last use down at most once a minute', async () => {
    const person = await aPerson(api)
    const lastUse = async () => {
      const { rows } = await api.postgres.pool.query<{ at: string }>(
        'select last_seen_at as at from sessions where user_id = $1',
        [person.userId],
      )
      return rows[0]?.at
    }
    const started = await lastUse()
    await person.get('/v1/me')
    expect(await lastUse()).toBe(started)
    await api.clock.moveTo(new Date(api.clock.now() + 2 * MINUTE).toISOString())
    await Promise.all(Array.from({ length: 5 }, () => person.get('/v1/me')))
    const noted = await lastUse()
    expect(Date.parse(noted ?? '') - Date.parse(started ?? '')).toBeGreaterThanOrEqual(2 * MINUTE)
    await person.get('/v1/me')
    expect(await lastUse()).toBe(noted)
  })

  it('8.2.2 ends nobody else’s session', async () => {
    const [one, two] = [await aPerson(api), await aPerson(api)]
    const [{ id }] = await sessions(two.token)
    expect((await end(one.token, id)).body.code).toBe('not-found')
    expect((await two.get('/v1/me')).status).toBe(200)
  })
})
