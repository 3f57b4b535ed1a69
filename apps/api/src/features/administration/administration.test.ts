import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, grant, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { tokenTo } from '../../../test/mailbox.ts'

const asApp = { 'X-Client': 'mobile' }

const setRoles = (by: Person, id: string, roles: string[]) =>
  by.send(`/v1/admin/users/${id}/roles`, { method: 'PUT', body: { roles } })
const block = (by: Person, id: string) => by.post(`/v1/admin/users/${id}/block`, { reason: 'Spam' })

describe('administration', () => {
  let api: Api
  let boss: Person
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z', env: { ADMIN_EMAIL: 'Boss@Example.org' } })
  })
  beforeEach(async () => {
    await api.postgres.pool.query(`delete from user_roles where role_id = 'administrator'`)
    boss = await aPerson(api)
    await grant(api, boss.userId, 'administrator')
  })
  afterAll(() => api.close())

  const signIn = (email: string, password = 'correct horse battery') =>
    api.fetchJson('/v1/auth/sign-in', { method: 'POST', headers: asApp, body: { email, password } })
  const refresh = ({ refreshToken }: Person) =>
    api.fetchJson('/v1/auth/refresh', { method: 'POST', headers: asApp, body: { refreshToken } })

  it('begins with the person of ADMIN_EMAIL, once the address is proved', async () => {
    await api.postgres.pool.query(`delete from user_roles where role_id = 'administrator'`)
    const first = await aPerson(api, { email: 'boss@example.org' })
    expect((await first.get('/v1/admin/users')).status).toBe(403)
    const token = await tokenTo(api, first.email, 'welcome')
    await api.fetchJson('/v1/auth/verify-email', { method: 'POST', body: { token } })
    expect((await first.get('/v1/admin/users')).status).toBe(200)
    expect((await first.get('/v1/me')).body.permissions).toContain('roles.grant')
  })

  it('finds accounts by e-mail or name, page by page', async () => {
    const mark = randomUUID().slice(0, 8)
    const people = []
    for (let n = 0; n < 3; n++)
      people.push(await aPerson(api, { name: `Zoya ${mark}`, email: `${mark}-${n}@example.org` }))
    const first = await boss.get(`/v1/admin/users?q=${mark.toUpperCase()}&limit=2`)
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual([
      people[2]?.userId,
      people[1]?.userId,
    ])
    const second = await boss.get(`/v1/admin/users?q=${mark}&limit=2&cursor=${first.body.nextCursor}`)
    expect(second.body).toMatchObject({
      items: [{ id: people[0]?.userId, sessions: 1, roles: ['user'] }],
      nextCursor: null,
    })
    expect((await boss.get(`/v1/admin/users?q=${mark}-1@`)).body.items).toHaveLength(1)
    for (const wildcard of ['%25', '_', '%5C'])
      expect((await boss.get(`/v1/admin/users?q=${mark}${wildcard}`)).body.items).toEqual([])
  })

  it('7.4.1 blocks: every session is dead at once, and signing in fails like a wrong password', async () => {
    const person = await aPerson(api)
    const wrong = await signIn(person.email, 'not the password')
    expect((await block(boss, person.userId)).body).toMatchObject({ status: 'BLOCKED', sessions: 0 })
    expect((await person.get('/v1/me')).body.code).toBe('session-ended')
    expect((await refresh(person)).body.code).toBe('session-ended')
    const blocked = await signIn(person.email)
    expect({ ...blocked.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
    expect((await block(boss, person.userId)).body.code).toBe('illegal-transition')
    const back = await boss.post(`/v1/admin/users/${person.userId}/unblock`)
    expect(back.body).toMatchObject({ status: 'ACTIVE', sessions: 0 })
    expect((await person.get('/v1/me')).body.code).toBe('session-ended')
    expect((await signIn(person.email)).status).toBe(200)
  })

  it('8.3.2 API5 grants and takes roles, which works from the next request on', async () => {
    const person = await aPerson(api)
    expect((await person.get('/v1/admin/users')).status).toBe(403)
    const granted = await setRoles(boss, person.userId, ['support'])
    expect(granted.body.roles).toEqual(['support', 'user'])
    expect((await person.get('/v1/admin/users')).status).toBe(200)
    expect((await person.get('/v1/admin/audit')).status).toBe(403)
    expect((await setRoles(person, person.userId, ['administrator'])).status).toBe(403)
    expect((await setRoles(boss, person.userId, [])).body.roles).toEqual(['user'])
    expect((await person.get('/v1/admin/users')).status).toBe(403)
  })

  it('never loses its last administrator', async () => {
    expect((await setRoles(boss, boss.userId, ['user'])).body.code).toBe('last-way-in')
    expect((await block(boss, boss.userId)).body.code).toBe('illegal-transition')
    const second = await aPerson(api)
    await setRoles(boss, second.userId, ['administrator'])
    const both = await Promise.all([setRoles(boss, second.userId, []), setRoles(second, boss.userId, [])])
    expect(both.every(({ status }) => status === 200)).toBe(false)
    const { rows } = await api.postgres.pool.query(`select from user_roles where role_id = 'administrator'`)
    expect(rows).toHaveLength(1)
  })

  it('does not let support block an administrator', async () => {
    const support = await aPerson(api)
    const second = await aPerson(api)
    await setRoles(boss, support.userId, ['support'])
    await setRoles(boss, second.userId, ['administrator'])
    expect((await block(support, second.userId)).status).toBe(403)
    expect((await block(boss, second.userId)).status).toBe(200)
  })

  it('knows nobody who is not there', async () => {
    for (const id of [randomUUID()]) {
      expect((await boss.get(`/v1/admin/users/${id}`)).status).toBe(404)
      expect((await block(boss, id)).status).toBe(404)
      expect((await setRoles(boss, id, [])).status).toBe(404)
    }
  })
})
