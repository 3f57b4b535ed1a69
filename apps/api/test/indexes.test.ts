import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold } from './a-household.ts'
import { aPerson } from './a-person.ts'
import { accepts, anInvitation, aVerifiedPerson } from './an-invitation.ts'
import { startApi, type Api } from './harness.ts'
import { addressOf, bodies, routes } from './samples.ts'

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

/** Tables of a handful of rows, whatever happens. */
const small = new Set([
  'test_clock',
  'document_home',
  'signing_keys',
  'push_keys',
  'roles',
  'permissions',
  'role_permissions',
])

describe('every prepared statement', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  /** Statements by name, from all connections of the pool. */
  const prepared = async () => {
    const found = new Map<string, string>()
    const clients = await Promise.all(
      Array.from({ length: api.postgres.pool.totalCount }, () => api.postgres.pool.connect()),
    )
    for (const client of clients) {
      const { rows } = await client.query('select name, statement from pg_prepared_statements')
      for (const { name, statement } of rows) found.set(name, statement)
      client.release()
    }
    return found
  }

  /** What samples do not reach: an invitation is accepted twice, roles change, somebody leaves. */
  const comeAndGo = async () => {
    const owner = await aVerifiedPerson(api)
    const guest = (await owner.post(`${owner.home}/members`, { name: 'Guest', role: 'guest' })).body.id
    const newcomer = await aPerson(api)
    for (const draft of [{ memberId: guest }, {}]) {
      const here = await accepts(newcomer, (await anInvitation(owner, draft)).token)
      await owner.patch(`${owner.home}/members/${here.memberId}`, { role: 'manager' })
      await owner.patch(`${owner.home}/members/${here.memberId}`, { role: 'viewer' })
      await here.post(`${here.home}/leave`)
    }
    const { id } = (await owner.post(`${owner.home}/members`, { name: 'Other', role: 'guest' })).body
    const { token } = (await owner.post(`${owner.home}/members/${id}/guest-link`)).body
    await api.fetchJson('/v1/guest', { method: 'POST', body: { token } })
    await owner.get(`${owner.home}/members?include=former`)
  }

  it('finds its rows by an index', async () => {
    const home = await aHousehold(api)
    for (const route of routes.filter(({ name }) => name !== 'identity.signOut')) {
      const body = route.method === 'GET' ? {} : { body: bodies[route.name]?.(home) ?? {} }
      const headers = { 'X-Client': 'mobile' }
      await home.person.send(addressOf(route, home), { method: route.method, headers, ...body })
    }
    await comeAndGo()
    await api.clock.moveTo('2026-12-24T06:00:00Z')
    const statements = [...(await prepared())].filter(([, text]) =>
      /^\s*(select|with|update|delete)/i.test(text),
    )
    expect(statements.length).toBeGreaterThan(40)

    const client = await api.postgres.pool.connect()
    await client.query('set enable_seqscan = off')
    const without: string[] = []
    for (const [name, text] of statements) {
      const { rows } = await client.query(`explain (generic_plan, format json) ${text}`)
      const scanned = scannedBy(rows[0]['QUERY PLAN'][0].Plan).filter((table) => !small.has(table))
      if (scanned.length > 0) without.push(`${name}: ${scanned.join(', ')}`)
    }
    client.release(true)
    expect(without).toEqual([])
  })
})

const scannedBy = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
  ...(plan.Plans ?? []).flatMap(scannedBy),
]
