import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aHousehold } from '../../../test/a-household.ts'
import { aPerson, grant, joins, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { kindsTo, mailTo, tokenTo } from '../../../test/mailbox.ts'

const rupees = (amount: number) => ({ amount: amount * 100, currency: 'INR' })

const subscribe = async (person: Person, more: object) => {
  const terms = { kind: 'ott', startsOn: '2026-11-23', interval: { count: 1, unit: 'month' } }
  const price = { price: rupees(600), renewal: 'automatic', taxIncluded: true }
  const answer = await person.post(`${person.home}/subscriptions`, {
    name: 'Stream',
    ...terms,
    ...price,
    ...more,
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.id as string
}
const pay = async (person: Person, subscriptionId: string, more: object = {}) => {
  const { body } = await person.get(`${person.home}/charges?subscriptionId=${subscriptionId}`)
  const path = `${person.home}/charges/${body.items[0].id}/payments`
  const answer = await person.post(path, { amount: rupees(600), ...more })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
}

describe('deleting an account', () => {
  let api: Api
  beforeEach(async () => void (api = await startApi({ now: '2026-11-23T10:00:00Z' })))
  afterEach(() => api.close())

  const signIn = (person: Person) => {
    const body = { email: person.email, password: 'correct horse battery' }
    return api.fetchJson('/v1/auth/sign-in', { method: 'POST', body, headers: { 'X-Client': 'mobile' } })
  }
  const rows = async (text: string, ...values: unknown[]) =>
    (await api.postgres.pool.query(text, values)).rows
  /** Tables in which a text stands anywhere. */
  const tablesNaming = async (text: string) => {
    const tables = await rows(`select tablename as name from pg_tables where schemaname = 'public'`)
    const found: string[] = []
    for (const { name } of tables)
      if ((await rows(`select 1 from "${name}" t where t::text like $1 limit 1`, `%${text}%`)).length > 0)
        found.push(name)
    return found.toSorted()
  }

  it('waits fourteen days, in which one signs in as ever and may keep it', async () => {
    const person = await aPerson(api)
    const asked = await person.post('/v1/me/deletion')
    expect([asked.status, asked.body.deletionOn]).toEqual([200, '2026-12-07'])
    expect((await person.post('/v1/me/deletion')).body.deletionOn).toBe('2026-12-07')
    const [mail] = await mailTo(api, person.email)
    expect(mail?.text).toContain('7 December 2026')
    await api.clock.moveTo('2026-12-07T09:59:00Z')
    const { body } = await signIn(person)
    const kept = await api.fetchJson('/v1/me/deletion', { method: 'DELETE', token: body.accessToken })
    expect([kept.status, kept.body.deletionOn]).toEqual([200, null])
    expect(await kindsTo(api, person.email)).toEqual(['security-changed', 'deletion-asked', 'welcome'])
    await api.clock.moveTo('2026-12-30T10:00:00Z')
    expect((await signIn(person)).status).toBe(200)
    const { items } = (
      await api.fetchJson('/v1/me/audit', { token: (await signIn(person)).body.accessToken })
    ).body
    expect(items.map(({ event }: { event: string }) => event)).toEqual(
      expect.arrayContaining(['deletion-asked', 'deletion-withdrawn']),
    )
  })

  it('7.5.1 needs a proof of the last ten minutes', async () => {
    const person = await aPerson(api)
    await api.clock.moveTo('2026-11-23T10:11:00Z')
    expect((await person.post('/v1/me/deletion')).body.code).toBe('fresh-sign-in-needed')
    await person.post('/v1/me/confirm', { password: 'correct horse battery' })
    expect((await person.post('/v1/me/deletion')).status).toBe(200)
  })

  it('7.4.2 ends every session, key and device in the moment it becomes final', async () => {
    const person = await aPerson(api)
    await api.fetchJson('/v1/auth/verify-email', {
      method: 'POST',
      body: { token: await tokenTo(api, person.email, 'welcome') },
    })
    const { body: key } = await person.post('/v1/me/api-keys', { name: 'Script', scopes: ['profile.read'] })
    await person.post('/v1/me/devices', { kind: 'fcm', token: 'x'.repeat(100), name: 'Phone' })
    await person.post('/v1/me/deletion')
    await api.clock.moveTo('2026-12-07T09:58:00Z')
    const { accessToken: token, refreshToken } = (await signIn(person)).body
    expect((await api.fetchJson('/v1/me', { token })).status).toBe(200)
    expect((await api.fetchJson('/v1/me', { token: key.key })).status).toBe(200)
    await api.clock.moveTo('2026-12-07T10:05:00Z')
    expect((await api.fetchJson('/v1/me', { token })).body.code).toBe('session-ended')
    expect((await api.fetchJson('/v1/me', { token: key.key })).body.code).toBe('unauthenticated')
    const headers = { 'X-Client': 'mobile' }
    const refreshed = await api.fetchJson('/v1/auth/refresh', {
      method: 'POST',
      body: { refreshToken },
      headers,
    })
    expect(refreshed.status).toBe(401)
    expect((await signIn(person)).body.code).toBe('wrong-credentials')
    expect(await rows('select id from devices')).toEqual([])
  })

  it('leaves nothing that names the person, in any table', async () => {
    const name = `Zubeida ${randomUUID()}`
    const person = await aPerson(api, { name })
    await subscribe(person, { name: 'Very own stream', line: '9876543210' })
    await person.post('/v1/me/phone', { phone: '+919876512345' })
    await person.post('/v1/auth/forgot-password', { email: person.email })
    await person.post('/v1/me/deletion', {}, { 'Idempotency-Key': 'k' })
    await api.clock.moveTo('2026-12-07T10:05:00Z')
    for (const text of [name, 'Very own stream', '9876543210', '+919876512345', person.householdId])
      expect(await tablesNaming(text), text).toEqual([])
    expect(await tablesNaming(person.email)).toEqual(['deliveries'])
    expect(await kindsTo(api, person.email)).toEqual(['account-deleted'])
    expect(await tablesNaming(person.userId)).toEqual(['audit_entries', 'users'])
    const [user] = await rows('select * from users where id = $1', person.userId)
    expect(user).toMatchObject({ email: `deleted+${person.userId}@invalid`, name: '', status: 'DELETED' })
    const entries = await rows('select * from audit_entries where subject_id = $1 order by id', person.userId)
    expect(entries.at(-1)?.event).toBe('account-deleted')
    for (const { address, user_agent: agent, detail } of entries)
      expect([address, agent, detail]).toEqual([null, null, {}])
    const again = await aPerson(api, { email: person.email })
    expect(again.userId).not.toBe(person.userId)
  })

  it('lets the name stay in a shared household, and its balances add up as before', async () => {
    const owner = await aPerson(api, { name: 'Asha' })
    const ravi = await joins(api, await aPerson(api, { name: 'Ravi' }), owner.householdId, 'member')
    const split = { kind: 'equal', memberIds: [owner.memberId, ravi.memberId] }
    const shared = await subscribe(owner, { name: 'Shared', split, usedBy: [owner.memberId, ravi.memberId] })
    await pay(ravi, shared, { paidBy: ravi.memberId })
    const secret = await subscribe(ravi, {
      name: 'Secret',
      visibility: 'private',
      managedBy: ravi.memberId,
      usedBy: [ravi.memberId],
      paidBy: ravi.memberId,
    })
    await pay(ravi, secret)
    const before = (await owner.get(`${owner.home}/balances`)).body
    await owner.get(`${owner.home}/overview`)
    await ravi.get(`${owner.home}/overview`)
    await ravi.post('/v1/me/deletion')
    await api.clock.moveTo('2026-12-07T10:05:00Z')

    const token = (await signIn(owner)).body.accessToken
    const get = async (path: string) => (await api.fetchJson(path, { token })).body
    expect(await get(`${owner.home}/balances`)).toEqual(before)
    expect(JSON.stringify(before)).toContain('30000')
    const { items } = await get(`${owner.home}/members`)
    expect(items.map(({ name, role, hasAccount }: never) => [name, role, hasAccount])).toEqual(
      expect.arrayContaining([['Ravi', 'member', false]]),
    )
    const sums = await rows('select currency, sum(amount)::int as sum from balances group by 1')
    expect(sums).toEqual([{ currency: 'INR', sum: 0 }])
    const drift = await rows(`select account from balances b where amount <> coalesce((select sum(e.amount)
      from ledger_entries e where e.household_id = b.household_id and e.account = b.account
        and e.currency = b.currency), 0)`)
    expect(drift).toEqual([])
    expect(await tablesNaming('Secret')).toEqual([])
    expect(await tablesNaming(secret)).toEqual([])
    expect(await tablesNaming(ravi.userId)).toEqual(['audit_entries', 'users'])
    expect(await get(`${owner.home}/subscriptions/${shared}`)).toMatchObject({ name: 'Shared' })
    await expect(api.postgres.pool.query('delete from payments')).rejects.toThrow('never changed')
  })

  it('is refused while nobody else could run a household that others share', async () => {
    const owner = await aPerson(api)
    const other = await joins(api, await aPerson(api), owner.householdId, 'manager')
    const refused = await owner.post('/v1/me/deletion')
    expect([refused.status, refused.body.code]).toEqual([409, 'sole-owner'])
    expect(refused.body.detail).toContain('Make somebody else an owner first')
    await api.postgres.pool.query(`update household_members set role = 'owner' where id = $1`, [
      other.memberId,
    ])
    expect((await owner.post('/v1/me/deletion')).status).toBe(200)
  })

  it('hands a household to the next in rank when others joined after it was asked', async () => {
    const owner = await aPerson(api)
    await owner.post('/v1/me/deletion')
    await joins(api, await aPerson(api), owner.householdId, 'viewer')
    const manager = await joins(api, await aPerson(api), owner.householdId, 'manager')
    await api.clock.moveTo('2026-12-07T10:05:00Z')
    const members = await rows(
      'select id, role, user_id as "userId" from household_members where household_id = $1 order by role',
      owner.householdId,
    )
    expect(members).toMatchObject([
      { id: manager.memberId, role: 'owner' },
      { id: owner.memberId, userId: null },
      { role: 'viewer' },
    ])
  })

  it('takes the household along when both of its people go on one day', async () => {
    const { person: one } = await aHousehold(api)
    const two = await joins(api, await aPerson(api), one.householdId, 'owner')
    await one.post('/v1/me/deletion')
    await two.post('/v1/me/deletion')
    await api.clock.moveTo('2026-12-07T10:01:00Z')
    expect(await tablesNaming(one.householdId)).toEqual([])
  })

  it('goes on after a crash in the middle, and starts nothing for who kept the account', async () => {
    const person = await aPerson(api)
    await person.post('/v1/me/deletion')
    await api.postgres.pool.query(`update users set status = 'DELETED' where id = $1`, [person.userId])
    await api.clock.moveTo('2026-12-07T10:05:00Z')
    expect(await tablesNaming(person.email)).toEqual(['deliveries'])
    expect(await api.ticks.runAll()).toBe(0)
  })

  it('is not for the last administrator, nor for the last but one who goes together with them', async () => {
    const [one, two] = [await aPerson(api), await aPerson(api)]
    await grant(api, one.userId, 'administrator')
    expect((await one.post('/v1/me/deletion')).body.code).toBe('illegal-transition')
    await grant(api, two.userId, 'administrator')
    expect((await one.post('/v1/me/deletion')).status).toBe(200)
    expect((await two.post('/v1/me/deletion')).body.code).toBe('illegal-transition')
  })
})
