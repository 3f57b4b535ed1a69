import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHousehold } from '../../../test/a-household.ts'
import { aPerson, joins } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { tokenTo } from '../../../test/mailbox.ts'

const part = (memberId: string, amount: number) => ({ memberId, amount })

describe('the export of one’s data', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z', env: { LIMITS: 'on' } })))
  afterAll(() => api.close())

  it('is a file with everything personal, and without any secret', async () => {
    const { person, subscriptionId, paymentId } = await aHousehold(api)
    await api.fetchJson('/v1/auth/verify-email', {
      method: 'POST',
      body: { token: await tokenTo(api, person.email, 'welcome') },
    })
    const { body: key } = await person.post('/v1/me/api-keys', { name: 'Script', scopes: ['profile.read'] })
    const deviceToken = 'device-token'.padEnd(80, 'x')
    await person.post('/v1/me/devices', { kind: 'fcm', token: deviceToken, name: 'Phone' })
    const hook = {
      name: 'Phone at home',
      preset: 'gotify',
      url: 'https://gotify.example',
      token: 'hook-token',
    }
    await person.post('/v1/me/webhooks', hook)
    await person.post('/v1/me/notifications/test', { way: 'email' })
    const answer = await person.get('/v1/me/export')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="streamline-2026-11-23.json"',
    )
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const [home] = answer.body.households
    expect(answer.body).toMatchObject({
      user: { id: person.userId, email: person.email },
      sessions: [{ isCurrent: true }],
      devices: [{ name: 'Phone' }],
      apiKeys: [{ name: 'Script', hint: key.hint }],
      passkeys: [],
      notifications: { sendAt: '09:00' },
      webhooks: [{ name: 'Phone at home', host: 'gotify.example' }],
      inbox: [],
      deliveries: [{ channel: 'email', recipient: person.email, title: 'A test from Streamline' }],
    })
    expect(home).toMatchObject({ household: { id: person.householdId }, member: { id: person.memberId } })
    expect(home.subscriptions).toMatchObject([{ id: subscriptionId, name: 'Netflix' }])
    expect(home.payments).toMatchObject([{ id: paymentId, amount: { amount: 10_000 } }])
    expect(answer.body.audit.map(({ event }: { event: string }) => event)).toEqual(
      expect.arrayContaining(['registered', 'api-key-created', 'device-registered', 'data-exported']),
    )
    const text = JSON.stringify(answer.body)
    for (const secret of [key.key, 'hook-token', deviceToken, person.refreshToken, person.token, '$argon2'])
      expect(text).not.toContain(secret)
  })

  it('has one’s own private subscriptions, and nobody else’s', async () => {
    const { person: owner } = await aHousehold(api)
    const ravi = await joins(api, await aPerson(api), owner.householdId, 'member')
    const mine = {
      visibility: 'private',
      managedBy: ravi.memberId,
      usedBy: [ravi.memberId],
      paidBy: ravi.memberId,
    }
    const terms = { kind: 'ott', startsOn: '2026-11-23', interval: { count: 1, unit: 'month' } }
    const price = { price: { amount: 100, currency: 'INR' }, renewal: 'automatic', taxIncluded: true }
    await ravi.post(`${ravi.home}/subscriptions`, { name: 'Secret', ...terms, ...price, ...mine })
    const names = async (person: typeof owner) => {
      const { body } = await person.get('/v1/me/export')
      const home = body.households.find(({ household }: never) => household['id'] === owner.householdId)
      return home.subscriptions.map(({ name }: { name: string }) => name)
    }
    expect(await names(ravi)).toEqual(['Secret'])
    expect(await names(owner)).toEqual(['Netflix'])
  })

  it('has what one paid together with others, with one’s part of it, and what was taken back of it', async () => {
    const { person: owner, chargeId } = await aHousehold(api)
    const ravi = await joins(api, await aPerson(api), owner.householdId, 'manager')
    const payment = {
      amount: { amount: 30_000, currency: 'INR' },
      payers: [part(owner.memberId, 20_000), part(ravi.memberId, 10_000)],
    }
    const paid = await owner.post(`${owner.home}/charges/${chargeId}/payments`, payment)
    expect(paid.status).toBe(201)
    await owner.post(`${owner.home}/payments/${paid.body.payment.id}/reverse`, { reason: 'Typed twice' })
    const parts = async (person: typeof owner) => {
      const { body } = await person.get('/v1/me/export')
      const home = body.households.find(({ household }: never) => household['id'] === owner.householdId)
      return home.payments.map((one: never) => [one['entry'], one['amount']['amount'], one['part']['amount']])
    }
    expect(await parts(ravi)).toEqual([
      ['reversal', -30_000, -10_000],
      ['payment', 30_000, 10_000],
    ])
    expect(await parts(owner)).toEqual([
      ['reversal', -30_000, -20_000],
      ['payment', 30_000, 20_000],
      ['payment', 10_000, 10_000],
    ])
  })

  it('has a number in full where it is one’s own, and as the household sees it where it is somebody else’s', async () => {
    const { person: owner } = await aHousehold(api)
    const ravi = await joins(api, await aPerson(api), owner.householdId, 'member')
    const terms = { kind: 'mobile', startsOn: '2026-11-23', interval: { count: 28, unit: 'day' } }
    const price = { price: { amount: 100, currency: 'INR' }, renewal: 'manual', taxIncluded: true }
    const add = (name: string, line: string, usedBy: string[]) =>
      owner.post(`${owner.home}/subscriptions`, { name, line, usedBy, ...terms, ...price })
    await add('Home', '9876543210', [owner.memberId, ravi.memberId])
    await add('Of Ravi', '9123456789', [ravi.memberId])
    const lines = async (person: typeof owner) => {
      const { body } = await person.get('/v1/me/export')
      const home = body.households.find(({ household }: never) => household['id'] === owner.householdId)
      const named: { name: string; line: string | null }[] = home.subscriptions
      return Object.fromEntries(named.map(({ name, line }) => [name, line]))
    }
    expect(await lines(owner)).toMatchObject({ Home: '9876543210', 'Of Ravi': '9123456789' })
    const seen = await lines(ravi)
    expect(seen['Of Ravi']).toBe('9123456789')
    expect(seen['Home']).toMatch(/^[• ]+210$/)
  })

  it('pages through long lists', async () => {
    const person = await aPerson(api)
    await api.postgres.pool.query(
      `insert into audit_entries (id, at, event, subject_id)
       select gen_random_uuid(), '2026-11-23T10:00:00Z', 'signed-in', $1 from generate_series(1, 350)`,
      [person.userId],
    )
    expect((await person.get('/v1/me/export')).body.audit).toHaveLength(352)
  })

  it('2.4.1 comes five times an hour, after a proof of who asks', async () => {
    const person = await aPerson(api)
    for (let n = 0; n < 5; n++) expect((await person.get('/v1/me/export')).status).toBe(200)
    const refused = await person.get('/v1/me/export')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const late = await aPerson(api)
    await api.clock.moveTo(new Date(api.clock.now() + 11 * 60_000).toISOString())
    expect((await late.get('/v1/me/export')).body.code).toBe('fresh-sign-in-needed')
  })
})
