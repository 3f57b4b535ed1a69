import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Api } from '../../../test/harness.ts'
import { subscriptionShape } from '../subscriptions/subscription.collection.ts'

const asApp = { 'X-Client': 'mobile' }
/** A short month, a leap day, month ends, the first day of a year: Home must be alive on each. */
const days = ['2026-11-23', '2027-01-01', '2027-02-28', '2027-03-31', '2027-12-31', '2028-02-29']

describe('the demo household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T05:59:00Z' })))
  afterAll(() => api.close())

  const visit = async () => {
    const answer = await api.fetchJson('/v1/auth/demo', { method: 'POST', headers: asApp, body: {} })
    expect(answer.status).toBe(201)
    const token: string = answer.body.accessToken
    const get = (path: string) => api.fetchJson(path, { token })
    const { body: me } = await get('/v1/me')
    return { token, me, get, home: `/v1/households/${me.households[0].id}` }
  }

  it.each(days)('answers all five questions of Home on %s', async (day) => {
    await api.clock.moveTo(`${day}T06:00:00Z`)
    const { get, home } = await visit()
    const { body } = await get(`${home}/overview`)
    expect(body.today).toBe(day)
    const needs = body.needs.map(({ need, days: left }: { need: string; days: number }) => [need, left])
    expect(needs).toEqual([['overdue', -3], ['stopped', -1], ['due', 0], ...needs.slice(3)])
    expect(new Set(needs.map(([need]: [string]) => need))).toEqual(
      new Set(['overdue', 'stopped', 'due', 'decideBy', 'stopsSoon']),
    )
    expect(body.next14.byPayer.length).toBeGreaterThanOrEqual(2)
    expect(body.between.transfers).toHaveLength(1)
    expect(body.months).toHaveLength(6)
    for (const month of body.months) expect(month.totals[0].amount).toBeGreaterThan(100_000)
    expect(body.saving).toMatchObject({ saving: 'overlap', name: 'JioHotstar Super (monthly)' })
    expect(body.running.count).toBeGreaterThanOrEqual(14)
  })

  it('looks back on 14 months that several people paid', async () => {
    const { get, home } = await visit()
    const { body: members } = await get(`${home}/members`)
    expect(
      members.items.map(({ name, hasAccount }: { name: string; hasAccount: boolean }) => [name, hasAccount]),
    ).toEqual(
      expect.arrayContaining([
        ['Asha', true],
        ['Ravi', false],
        ['Meera', false],
        ['Aaji', false],
      ]),
    )
    const payments = []
    for (let cursor = ''; ;) {
      const { body } = await get(`${home}/payments?limit=100${cursor}`)
      payments.push(...body.items)
      if (body.nextCursor === null) break
      cursor = `&cursor=${body.nextCursor}`
    }
    expect(payments.length).toBeGreaterThan(100)
    expect(new Set(payments.map(({ paidBy }) => paidBy)).size).toBeGreaterThanOrEqual(2)
    const { body: list } = await get(`${home}/subscriptions?limit=100`)
    const states = new Set(list.items.map(({ status }: { status: string }) => status))
    expect(states).toEqual(new Set(['active', 'trialing', 'cancelled', 'expired']))
    expect(
      list.items.filter(({ visibility }: { visibility: string }) => visibility === 'private'),
    ).toHaveLength(1)
  })

  it('belongs to one visitor, who has no password and is gone after a day with everything', async () => {
    await api.clock.moveTo('2028-03-05T06:00:00Z')
    const first = await visit()
    const second = await visit()
    expect(first.me).toMatchObject({ demo: true, name: 'Asha' })
    expect(first.me.email).toBe(`demo+${first.me.id}@invalid`)
    expect((await second.get(first.home)).status).toBe(404)
    const signIn = await api.fetchJson('/v1/auth/sign-in', {
      method: 'POST',
      headers: asApp,
      body: { email: first.me.email, password: '' },
    })
    expect(signIn.status).toBeGreaterThanOrEqual(400)
    await api.clock.moveTo('2028-03-06T06:01:00Z')
    expect((await first.get(first.home)).status).toBe(401)
    const { rows } = await api.postgres.pool.query(
      `select (select count(*) from users) as users, (select count(*) from households) as households,
        (select count(*) from household_members) as members,
        (select count(*) from charges) as charges, (select count(*) from payments) as payments,
        (select count(*) from ledger_entries) as entries, (select count(*) from balances) as balances,
        (select count(*) from overviews) as overviews, (select count(*) from sessions) as sessions`,
    )
    expect(Object.values(rows[0])).toEqual(Array.from({ length: 9 }, () => 0))
    expect(await api.documents.shelf(subscriptionShape).count()).toBe(0)
  })

  it('is offered five times an hour per address', async () => {
    await api.clock.moveTo('2028-04-01T06:00:00Z')
    const start = () => api.fetchJson('/v1/auth/demo', { method: 'POST', headers: asApp, body: {} })
    const answers = await Promise.all(Array.from({ length: 7 }, start))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 201, 201, 201, 201, 429, 429,
    ])
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body.code).toBe('too-many-requests')
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(3500)
    await api.clock.moveTo('2028-04-01T07:01:00Z')
    expect((await start()).status).toBe(201)
  })

  it('is not there where it is switched off', async () => {
    const closed = await startApi({ env: { DEMO: 'off' } })
    const answer = await closed.fetchJson('/v1/auth/demo', { method: 'POST', headers: asApp, body: {} })
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
    await closed.close()
  })
})
