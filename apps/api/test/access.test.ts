import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessMatrix } from '../src/features/households/access.matrix.ts'
import type { HouseholdRole } from '../src/platform/http/actor.ts'
import { aPerson, grant, joins, type Person } from './a-person.ts'
import { startApi, type Api } from './harness.ts'
import { routes, type SampledRoute } from './samples.ts'

const platformRoles = {
  user: [],
  support: ['users.read', 'users.block'],
  catalogueEditor: ['catalogue.edit'],
  administrator: [
    'users.read',
    'users.block',
    'roles.grant',
    'audit.read',
    'catalogue.edit',
    'jobs.read',
    'jobs.retry',
  ],
} as const satisfies Record<string, readonly string[]>

type PlatformRole = keyof typeof platformRoles

const householdRoles = ['nobody', 'viewer', 'member', 'manager', 'owner'] as const

type Role = (typeof householdRoles)[number]

/**
 * What the door says to a request whose input no route takes: 400 means it was let in. Written apart from the code that
 * decides it.
 */
function expected({ meta: { access } }: SampledRoute, platform: PlatformRole, role: Role): number {
  if (access === 'public' || access === 'user') return 400
  if ('platform' in access)
    return (platformRoles[platform] as readonly string[]).includes(access.platform) ? 400 : 403
  if (role === 'nobody') return 404
  return accessMatrix[role satisfies HouseholdRole].has(access.household) ? 400 : 403
}

describe('who may call what', () => {
  let api: Api
  let household: string
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    household = (await aPerson(api)).householdId
  })
  afterAll(() => api.close())

  const aCaller = async (platform: PlatformRole, role: Role): Promise<Person> => {
    const person = await aPerson(api)
    await grant(api, person.userId, platform)
    return role === 'nobody' ? person : joins(api, person, household, role)
  }

  const knock = (route: SampledRoute, token?: string) => {
    const path = route.path.replace('{householdId}', household).replaceAll(/\{\w+\}/g, randomUUID())
    const isRead = route.method === 'GET'
    return api.fetchJson(isRead ? `${path}?taken=never` : path, {
      method: route.method,
      ...(token === undefined ? {} : { token }),
      ...(isRead ? {} : { body: { taken: 'never' } }),
    })
  }

  for (const platform of Object.keys(platformRoles) as PlatformRole[])
    for (const role of householdRoles)
      it(`8.2.1 API5 ${platform} who is ${role} in the household: every route, as the contract says`, async () => {
        const { token } = await aCaller(platform, role)
        const seen: Record<string, number> = {}
        const asked: Record<string, number> = {}
        for (const route of routes) {
          seen[route.name] = (await knock(route, token)).status
          asked[route.name] = expected(route, platform, role)
        }
        expect(seen).toEqual(asked)
      })

  it('8.2.1 API5 nobody in particular: 401 on everything that is not public', async () => {
    for (const route of routes)
      expect((await knock(route)).status, route.name).toBe(route.meta.access === 'public' ? 400 : 401)
  })

  it('8.3.2 asks at every request: a grant works at once, and so does its end', async () => {
    const { token, userId } = await aCaller('user', 'nobody')
    const audit = routes.filter(({ name }) => name === 'administration.listAudit')
    const statuses = async () => Promise.all(audit.map(async (route) => (await knock(route, token)).status))
    expect(await statuses()).toEqual([403])
    await grant(api, userId, 'administrator')
    expect(await statuses()).toEqual([400])
    await api.postgres.pool.query(`delete from user_roles where user_id = $1 and role_id <> 'user'`, [userId])
    expect(await statuses()).toEqual([403])
  })
})
