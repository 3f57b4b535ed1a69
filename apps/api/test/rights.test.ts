import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessMatrix } from '../src/features/households/access.matrix.ts'
import { aSharingHousehold, type Home } from './a-household.ts'
import { joins } from './a-person.ts'
import { aVerifiedPerson } from './an-invitation.ts'
import { fetchJson, startApi, type Api } from './harness.ts'
import { addressOf, bodies, routes } from './samples.ts'

const roles = ['viewer', 'member', 'manager', 'owner'] as const

describe('every role on every route of a household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  const inHousehold = routes.flatMap((route) =>
    typeof route.meta.access === 'object' && 'household' in route.meta.access
      ? [{ ...route, right: route.meta.access.household }]
      : [],
  )

  const asRole = async (role: string): Promise<Home> => {
    const home = await aSharingHousehold(api)
    const person = await joins(api, await aVerifiedPerson(api), home.person.householdId, role)
    return { ...home, person }
  }

  for (const role of roles)
    it(`${role}: what the matrix does not give is 403, what it gives is not refused at the door`, async () => {
      const home = await asRole(role)
      for (const route of inHousehold) {
        const body = route.method === 'GET' ? {} : { body: bodies[route.name]?.(home) ?? {} }
        const request = { method: route.method, token: home.person.token, ...body }
        const { status, body: answer } = await fetchJson(api.url + addressOf(route, home), request)
        const isAllowed = accessMatrix[role].has(route.right)
        const seen = `${role} ${route.name}: ${status} ${JSON.stringify(answer ?? '').slice(0, 200)}`
        if (!isAllowed) expect([status, answer.code], seen).toEqual([403, 'forbidden'])
        // A member changes only what is their own, and only an owner gives roles: that 403 is the service's.
        else {
          const isFiner = role === 'member' || (role !== 'owner' && route.name === 'households.updateMember')
          expect(isFiner && status === 403 ? 200 : status, seen).not.toBeOneOf([401, 403, 404])
        }
      }
    })

  it('ends with the next request when somebody is removed', async () => {
    const { person } = await asRole('manager')
    expect((await person.get(person.home)).status).toBe(200)
    await api.postgres.pool.query('update household_members set left_on = $2 where id = $1', [
      person.memberId,
      '2026-11-23',
    ])
    expect((await person.get(person.home)).status).toBe(404)
  })

  it('changes with the next request when a role is taken', async () => {
    const { person } = await asRole('owner')
    expect((await person.patch(person.home, { name: 'Ours' })).status).toBe(200)
    await api.postgres.pool.query(`update household_members set role = 'viewer' where id = $1`, [
      person.memberId,
    ])
    expect((await person.patch(person.home, { name: 'Mine' })).status).toBe(403)
  })
})
