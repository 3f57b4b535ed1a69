import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson } from '../../../../test/a-person.ts'
import { kindsTo } from '../../../../test/mailbox.ts'
import { startApi, type Answer, type Api } from '../../../../test/harness.ts'

const asApp = { 'X-Client': 'mobile' }
const cookieOf = ({ headers }: Answer) => headers.get('set-cookie')?.split(';')[0] ?? ''

describe('a session', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-01-01T00:00:00Z' })))
  afterAll(() => api.close())

  const refresh = (refreshToken: string) =>
    api.fetchJson('/v1/auth/refresh', { method: 'POST', body: { refreshToken }, headers: asApp })
  const ahead = (ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())
  const HOUR = 3_600_000
  const DAY = 24 * HOUR

  it('exchanges its token for a new pair', async () => {
    const person = await aPerson(api)
    const next = await refresh(person.refreshToken)
    expect(next.status).toBe(200)
    expect(next.body.refreshToken).not.toBe(person.refreshToken)
    expect((await api.fetchJson('/v1/me', { token: next.body.accessToken })).status).toBe(200)
  })

  it('answers a repeated exchange with the same successor', async () => {
    const { refreshToken } = await aPerson(api)
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1)
  })

  it('gives the same again hours after an answer was lost, and goes on from there', async () => {
    const { refreshToken } = await aPerson(api)
    const { body: lost } = await refresh(refreshToken)
    for (const hours of [0.01, 3, 13, 55]) {
      await ahead(hours * HOUR)
      const again = await refresh(refreshToken)
      expect([again.status, again.body.refreshToken]).toEqual([200, lost.refreshToken])
      expect((await api.fetchJson('/v1/me', { token: again.body.accessToken })).status).toBe(200)
    }
    expect((await refresh(lost.refreshToken)).status).toBe(200)
  })

  it('gives a browser the same cookie again hours after an answer was lost', async () => {
    const Origin = api.url
    const { email } = await aPerson(api)
    const body = { email, password: 'correct horse battery' }
    const signedIn = await api.fetchJson('/v1/auth/sign-in', { method: 'POST', body, headers: { Origin } })
    const headers = { Origin, Cookie: cookieOf(signedIn) }
    const exchange = () => api.fetchJson('/v1/auth/refresh', { method: 'POST', body: {}, headers })
    const lost = cookieOf(await exchange())
    await ahead(9 * HOUR)
    const again = await exchange()
    expect([again.status, cookieOf(again)]).toEqual([200, lost])
  })

  it('ends without a letter when its own device comes back with a used token after three days', async () => {
    const { refreshToken, email } = await aPerson(api)
    const { body: second } = await refresh(refreshToken)
    await ahead(3 * DAY + 1000)
    const late = await refresh(refreshToken)
    expect([late.status, late.body.code]).toEqual([401, 'session-ended'])
    expect((await refresh(second.refreshToken)).body.code).toBe('session-ended')
    expect(await kindsTo(api, email)).not.toContain('session-copied')
  })

  it('ends it at once when the successor was used meanwhile', async () => {
    const { refreshToken } = await aPerson(api)
    const { body: second } = await refresh(refreshToken)
    const { body: third } = await refresh(second.refreshToken)
    expect((await refresh(refreshToken)).status).toBe(401)
    expect((await refresh(third.refreshToken)).status).toBe(401)
  })

  it('never has two live tokens, whatever the order of exchanges', async () => {
    const { refreshToken, userId } = await aPerson(api)
    const seen = [refreshToken]
    let seed = 7
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let step = 0; step < 60; step++) {
      const answers = await Promise.all([
        refresh(seen[seen.length - 1 - (random(5) === 0 ? random(seen.length) : 0)] ?? ''),
        ...(random(2) ? [refresh(seen.at(-1) ?? '')] : []),
      ])
      for (const { body } of answers)
        if (body.refreshToken && !seen.includes(body.refreshToken)) seen.push(body.refreshToken)
      const { rows } = await api.postgres.pool.query(
        `select count(*)::int as live from refresh_tokens t join sessions s on s.id = t.session_id
         where s.user_id = $1 and t.used_at is null and s.ended_at is null`,
        [userId],
      )
      expect(rows[0].live).toBeLessThanOrEqual(1)
    }
  })

  it('stops at once when the person signs out', async () => {
    const person = await aPerson(api)
    const out = await api.fetchJson('/v1/auth/sign-out', {
      method: 'POST',
      body: { refreshToken: person.refreshToken },
      headers: asApp,
    })
    expect(out.status).toBe(204)
    expect((await person.get('/v1/me')).body.code).toBe('session-ended')
    expect((await refresh(person.refreshToken)).status).toBe(401)
  })

  it('7.4.1 stops at once when the person is blocked', async () => {
    const person = await aPerson(api)
    await api.postgres.pool.query(`update users set status = 'BLOCKED' where id = $1`, [person.userId])
    expect((await person.get('/v1/me')).status).toBe(401)
    expect((await refresh(person.refreshToken)).status).toBe(401)
  })

  it('lets an access token live a quarter of an hour', async () => {
    const person = await aPerson(api)
    await ahead(14 * 60_000)
    expect((await person.get('/v1/me')).status).toBe(200)
    await ahead(2 * 60_000)
    const late = await person.get('/v1/me')
    expect([late.status, late.body.code]).toEqual([401, 'unauthenticated'])
    expect(late.headers.get('www-authenticate')).toBe('Bearer')
    expect((await refresh(person.refreshToken)).status).toBe(200)
  })

  it('7.3.1 ends after sixty idle days', async () => {
    const { refreshToken } = await aPerson(api)
    const other = await aPerson(api)
    await ahead(59 * DAY)
    const kept = await refresh(refreshToken)
    expect(kept.status).toBe(200)
    await ahead(2 * DAY)
    expect((await refresh(other.refreshToken)).status).toBe(401)
    expect((await refresh(kept.body.refreshToken)).status).toBe(200)
  })

  it('7.3.2 ends after a year, however busy', async () => {
    let { refreshToken } = await aPerson(api)
    for (let month = 0; month < 12; month++) {
      await ahead(30 * DAY)
      const next = await refresh(refreshToken)
      expect(next.status).toBe(200)
      refreshToken = next.body.refreshToken
    }
    await ahead(6 * DAY)
    expect((await refresh(refreshToken)).status).toBe(401)
  })

  it('goes on when the signing key changes', async () => {
    const { body: before } = await api.fetchJson('/.well-known/jwks.json')
    const person = await aPerson(api)
    await ahead(91 * DAY)
    const { body: after } = await api.fetchJson('/.well-known/jwks.json')
    expect(after.keys).toHaveLength(2)
    expect(after.keys[1].kid).toBe(before.keys[0].kid)
    expect((await aPerson(api)).token).not.toBe(person.token)
  })
})
