import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, grant, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { tokenTo } from '../../../test/mailbox.ts'
import { AuditService } from './audit.service.ts'

const phoneOfAsha =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36'

interface Entry {
  event: string
  actorId: string | null
  subjectId: string | null
  place: string | null
  device: string | null
  detail: Record<string, unknown>
}

const log = async (person: Person): Promise<Entry[]> => (await person.get('/v1/me/audit')).body.items

const events = async (person: Person) => (await log(person)).map(({ event }) => event)

describe('the audit log', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterAll(() => api.close())

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    api.fetchJson(`/v1/auth/${path}`, { method: 'POST', body, headers: { 'X-Client': 'mobile', ...headers } })

  it('16.3.1 tells of signing in, failing and signing out: who, when, from where, with what', async () => {
    const person = await aPerson(api)
    await post('sign-in', { email: person.email, password: 'not the password' })
    const { body } = await post(
      'sign-in',
      { email: person.email, password: 'correct horse battery' },
      { 'User-Agent': phoneOfAsha },
    )
    await post('sign-out', { refreshToken: body.refreshToken }, { 'User-Agent': phoneOfAsha })
    const entries = await log(person)
    expect(entries.map(({ event }) => event)).toEqual([
      'signed-out',
      'signed-in',
      'sign-in-failed',
      'registered',
    ])
    expect(entries[1]).toMatchObject({
      actorId: person.userId,
      place: '127.0.0.x',
      device: 'Chrome on Android',
      detail: { by: 'password' },
    })
    expect(entries[2]).toMatchObject({ actorId: null, subjectId: person.userId })
    expect(JSON.stringify(entries)).not.toContain('not the password')
  })

  it('tells of every change of security', async () => {
    const person = await aPerson(api)
    await person.post('/v1/me/password', { password: 'a second long one' })
    await person.post('/v1/me/email', { email: `new-${person.email}` })
    await post('verify-email', { token: await tokenTo(api, `new-${person.email}`, 'change-email') })
    await post('forgot-password', { email: `new-${person.email}` })
    await api.ticks.runAll()
    const token = await tokenTo(api, `new-${person.email}`, 'reset-password')
    await post('reset-password', { token, password: 'a third long one' })
    const { body } = await post('sign-in', { email: `new-${person.email}`, password: 'a third long one' })
    const { items } = (await api.fetchJson('/v1/me/audit', { token: body.accessToken })).body
    expect(items.map(({ event }: Entry) => event)).toEqual([
      'signed-in',
      'password-reset',
      'password-reset-asked',
      'email-changed',
      'password-changed',
      'registered',
    ])
  })

  it('10.4.5 tells of a refresh token that came twice', async () => {
    const person = await aPerson(api)
    const { body } = await post('refresh', { refreshToken: person.refreshToken })
    await post('refresh', { refreshToken: body.refreshToken })
    expect((await post('refresh', { refreshToken: person.refreshToken })).status).toBe(401)
    const again = await post('sign-in', { email: person.email, password: 'correct horse battery' })
    const { items } = (await api.fetchJson('/v1/me/audit', { token: again.body.accessToken })).body
    expect(items[1]).toMatchObject({ event: 'refresh-reused', actorId: null, subjectId: person.userId })
  })

  it('16.3.2 tells of what was denied, on the installation and in a household, with the route', async () => {
    const owner = await aPerson(api)
    const viewer = await joins(api, await aPerson(api), owner.householdId, 'viewer')
    expect((await viewer.get('/v1/admin/users')).status).toBe(403)
    expect((await viewer.patch(viewer.home, { name: 'Mine' })).status).toBe(403)
    const denied = (await log(viewer)).filter(({ event }) => event === 'access-denied')
    expect(denied.map(({ detail }) => detail)).toEqual([
      { route: 'PATCH /v1/households/{householdId}', householdId: owner.householdId },
      { route: 'GET /v1/admin/users' },
    ])
  })

  it('shows a person what an administrator did, and not where the administrator sat', async () => {
    const boss = await aPerson(api)
    await grant(api, boss.userId, 'administrator')
    const person = await aPerson(api)
    await boss.send(`/v1/admin/users/${person.userId}/roles`, { method: 'PUT', body: { roles: ['support'] } })
    const [entry] = await log(person)
    expect(entry).toMatchObject({
      event: 'role-granted',
      actorId: boss.userId,
      place: null,
      detail: { role: 'support' },
    })
    const all = await boss.get(`/v1/admin/audit?userId=${person.userId}&event=role-granted`)
    expect(all.body.items).toMatchObject([{ subjectId: person.userId, place: '127.0.0.x' }])
    expect((await person.get('/v1/admin/audit')).status).toBe(403)
  })

  it('is nobody else’s to read, and comes in pages', async () => {
    const [one, two] = [await aPerson(api), await aPerson(api)]
    for (let n = 0; n < 4; n++) await post('sign-in', { email: one.email, password: 'not the password' })
    const first = (await one.get('/v1/me/audit?limit=3')).body
    const second = (await one.get(`/v1/me/audit?limit=3&cursor=${first.nextCursor}`)).body
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null])
    expect(await events(two)).toEqual(['registered'])
  })

  it('is append-only: no statement changes or removes an entry', async () => {
    await aPerson(api)
    for (const statement of [
      `update audit_entries set event = 'nothing'`,
      'delete from audit_entries',
      'truncate audit_entries',
    ])
      await expect(api.postgres.pool.query(statement), statement).rejects.toThrow('never changed')
  })

  it('keeps the events of a deleted account without what names the person', async () => {
    const [gone, stays] = [await aPerson(api), await aPerson(api)]
    await api.postgres.transaction((tx) => api.app.get(AuditService).anonymise(tx, gone.userId))
    expect(await log(gone)).toMatchObject([{ event: 'registered', place: null, device: null, detail: {} }])
    expect(await log(stays)).toMatchObject([{ event: 'registered', place: '127.0.0.x' }])
  })

  it('16.4.1 keeps a hostile user agent as one short text', async () => {
    const agent = `evil"}\t{"event":"role-granted"}${'x'.repeat(500)}`
    const { email } = await aPerson(api)
    const { body } = await post(
      'sign-in',
      { email, password: 'correct horse battery' },
      { 'User-Agent': agent },
    )
    const { items } = (await api.fetchJson('/v1/me/audit', { token: body.accessToken })).body
    expect(items[0]).toMatchObject({ event: 'signed-in', device: 'evil' })
  })

  it('6.3.5 goes with a letter when an unknown device signs in', async () => {
    const person = await aPerson(api)
    await post('sign-in', { email: person.email, password: 'correct horse battery' })
    await post(
      'sign-in',
      { email: person.email, password: 'correct horse battery' },
      { 'User-Agent': phoneOfAsha },
    )
    await post(
      'sign-in',
      { email: person.email, password: 'correct horse battery' },
      { 'User-Agent': phoneOfAsha },
    )
    const { body } = await api.fetchJson(`/dev/mailbox.json?to=${person.email}`)
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['new-device', 'welcome'])
    expect(body.items[0].text).toContain('Chrome on Android')
  })
})
