import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

const fcm = (token: string, name = 'Pixel 9') => ({ kind: 'fcm', token: token.padEnd(160, 'x'), name })
const webPush = {
  kind: 'webPush',
  endpoint: 'https://push.example.com/send/abc',
  p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA',
  auth: 'tBHItJI5svbpez7KI4CCXg',
  name: 'Firefox',
}

const devices = async (person: Person) => (await person.get('/v1/me/devices')).body.items

describe('a device', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const anotherSessionOf = async ({ email }: Person) => {
    const headers = { 'X-Client': 'mobile' }
    const body = { email, password: 'correct horse battery' }
    return (await api.fetchJson('/v1/auth/sign-in', { method: 'POST', headers, body })).body
  }

  it('is registered for the session that asks, and shown without its token', async () => {
    const person = await aPerson(api)
    const [session] = (await person.get('/v1/me/sessions')).body.items
    const phone = await person.post('/v1/me/devices', fcm('one'))
    const browser = await person.post('/v1/me/devices', webPush)
    expect([phone.status, browser.status]).toEqual([201, 201])
    const items = await devices(person)
    expect(items.map(({ kind, name, sessionId }: never) => [kind, name, sessionId])).toEqual([
      ['webPush', 'Firefox', session.id],
      ['fcm', 'Pixel 9', session.id],
    ])
    expect(JSON.stringify(items)).not.toMatch(/onexx|push\.example|tBHIt/)
  })

  it('is the same device when it registers again, however often and at once', async () => {
    const person = await aPerson(api)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => person.post('/v1/me/devices', fcm('again', `Phone ${n}`))),
    )
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await devices(person)).toHaveLength(1)
  })

  it('moves when another account registers the same phone, under a new id', async () => {
    const [before, after] = [await aPerson(api), await aPerson(api)]
    const { body: old } = await before.post('/v1/me/devices', fcm('moves'))
    const { body: moved } = await after.post('/v1/me/devices', fcm('moves'))
    expect(moved.id).not.toBe(old.id)
    expect(await devices(before)).toEqual([])
    expect(await devices(after)).toMatchObject([{ id: moved.id }])
  })

  it('7.4.1 goes with its session, however that ends', async () => {
    const person = await aPerson(api)
    const register = async () => {
      const { accessToken: token, refreshToken } = await anotherSessionOf(person)
      const answer = await api.fetchJson('/v1/me/devices', { method: 'POST', token, body: fcm('tied') })
      expect(answer.status).toBe(201)
      return { refreshToken, sessionId: answer.body.sessionId }
    }
    const stored = async () => {
      const { rows } = await api.postgres.pool.query('select id from devices where user_id = $1', [
        person.userId,
      ])
      return rows.length
    }
    const { refreshToken } = await register()
    const headers = { 'X-Client': 'mobile' }
    await api.fetchJson('/v1/auth/sign-out', { method: 'POST', body: { refreshToken }, headers })
    expect(await stored()).toBe(0)
    const { sessionId } = await register()
    await person.send(`/v1/me/sessions/${sessionId}`, { method: 'DELETE' })
    expect(await stored()).toBe(0)
    await register()
    await person.post('/v1/me/sessions/end-others')
    expect(await stored()).toBe(0)
    await register()
    await person.post('/v1/me/password', { password: 'a second long one' })
    expect(await stored()).toBe(0)
  })

  it('is not shown any more when its session ran out by itself', async () => {
    const person = await aPerson(api)
    await person.post('/v1/me/devices', fcm('idle'))
    await api.clock.moveTo(new Date(api.clock.now() + 61 * 86_400_000).toISOString())
    const { accessToken: token } = await anotherSessionOf(person)
    expect((await api.fetchJson('/v1/me/devices', { token })).body.items).toEqual([])
  })

  it('is one of at most twenty, also when many come at once', async () => {
    const person = await aPerson(api)
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => person.post('/v1/me/devices', fcm(`many-${n}-`))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('too-many-kept')
    const [{ id }] = await devices(person)
    expect((await person.send(`/v1/me/devices/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await person.post('/v1/me/devices', fcm('room again'))).status).toBe(201)
  })

  it('8.2.2 is nobody else’s to remove', async () => {
    const [one, two] = [await aPerson(api), await aPerson(api)]
    const { body } = await two.post('/v1/me/devices', fcm('not yours'))
    expect((await one.send(`/v1/me/devices/${body.id}`, { method: 'DELETE' })).body.code).toBe('not-found')
    expect(await devices(two)).toHaveLength(1)
  })

  it('takes a web-push subscription on https only', async () => {
    const person = await aPerson(api)
    for (const endpoint of ['http://push.example.com/x', 'javascript:alert(1)', 'push.example.com'])
      expect((await person.post('/v1/me/devices', { ...webPush, endpoint })).body.code).toBe('invalid-input')
    expect(await devices(person)).toEqual([])
  })
})
