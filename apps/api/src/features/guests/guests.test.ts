import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { anInvitation, aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'

const plan = {
  kind: 'ott',
  startsOn: '2026-09-23',
  interval: { count: 1, unit: 'month' },
  price: { amount: 60_000, currency: 'INR' },
  renewal: 'automatic',
  taxIncluded: true,
  pastPeriods: 'unpaid',
}

describe('a guest', () => {
  let api: Api
  let asha: Person
  let guest: string
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    asha = await aVerifiedPerson(api, { name: 'Asha' })
    const add = async (name: string) =>
      (await asha.post(`${asha.home}/members`, { name, role: 'guest' })).body.id
    guest = await add('Farhan')
    const other = await add('Somebody else')
    await asha.patch(`${asha.home}/members/${asha.memberId}`, { upiId: 'asha@okbank' })
    const split = { kind: 'equal', memberIds: [asha.memberId, guest, other] }
    await asha.post(`${asha.home}/subscriptions`, { ...plan, name: 'Netflix', split })
    await asha.post(`${asha.home}/subscriptions`, { ...plan, name: 'Only ours' })
    await asha.post(`${asha.home}/subscriptions`, { ...plan, name: 'Secret', visibility: 'private' })
    const { items } = (await asha.get(`${asha.home}/charges?state=open`)).body
    const first = items.find((charge: { subscriptionName: string }) => charge.subscriptionName === 'Netflix')
    expect((await asha.post(`${asha.home}/charges/${first.id}/payments`)).status).toBe(201)
  })
  afterAll(() => api.close())

  const linkOf = (id: string, by = asha) => by.post(`${asha.home}/members/${id}/guest-link`)
  const view = (token: string, page = {}) =>
    api.fetchJson('/v1/guest', { method: 'POST', body: { token, ...page } })

  it('sees by a private link what they owe, to whom, and nothing of anybody else', async () => {
    const made = await linkOf(guest)
    expect(made.status).toBe(201)
    expect(Buffer.from(made.body.token, 'base64url')).toHaveLength(32)
    const { status, body } = await view(made.body.token)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      householdName: 'Asha’s household',
      name: 'Farhan',
      today: '2026-11-23',
      balances: [{ amount: -20_000, currency: 'INR' }],
      pays: [{ toName: 'Asha', amount: { amount: 20_000, currency: 'INR' }, upiId: 'asha@okbank' }],
    })
    const [newest] = body.shares.items
    expect(newest).toMatchObject({ subscriptionName: 'Netflix', amount: { amount: 20_000 } })
    const days = body.shares.items.map(({ dueOn }: { dueOn: string }) => dueOn)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(body.shares.items.map(({ state }: { state: string }) => state)).toContain('paid')
    const text = JSON.stringify(body)
    for (const hidden of ['Only ours', 'Secret', 'Somebody else', '"amount":60000'])
      expect(text).not.toContain(hidden)
    expect(text).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/)
  })

  it('pages their shares', async () => {
    const { token } = (await linkOf(guest)).body
    const all = (await view(token)).body.shares.items
    const first = (await view(token, { limit: 2 })).body.shares
    const rest = (await view(token, { limit: 100, cursor: first.nextCursor })).body.shares
    expect([...first.items, ...rest.items]).toEqual(all)
    expect(rest.nextCursor).toBeNull()
    for (const cursor of ['x', 'p-1', 'p9999999'])
      expect((await view(token, { cursor })).status, cursor).toBe(400)
  })

  it('has one link: a new one ends the former, and a revoked one opens nothing', async () => {
    const former = (await linkOf(guest)).body.token
    const { token } = (await linkOf(guest)).body
    expect((await view(former)).body.code).toBe('link-expired')
    const { items } = (await asha.get(`${asha.home}/members`)).body
    expect(items.find(({ id }: { id: string }) => id === guest).hasGuestLink).toBe(true)
    const ended = await asha.send(`${asha.home}/members/${guest}/guest-link`, { method: 'DELETE' })
    expect(ended.status).toBe(204)
    expect((await view(token)).body.code).toBe('link-expired')
  })

  it('is given a link by managers whose address is proved', async () => {
    const join = async (role: string, person: Person) => joins(api, person, asha.householdId, role)
    expect((await linkOf(guest, await join('member', await aVerifiedPerson(api)))).status).toBe(403)
    const unproved = await join('manager', await aPerson(api))
    expect((await linkOf(guest, unproved)).body.code).toBe('email-not-verified')
    expect((await linkOf(guest, await join('manager', await aVerifiedPerson(api)))).status).toBe(201)
    expect((await linkOf(asha.memberId)).body.code).toBe('illegal-transition')
  })

  it('loses the link with the first sign of an account, and when they are removed', async () => {
    const add = async () => (await asha.post(`${asha.home}/members`, { name: 'Ravi', role: 'guest' })).body.id
    const [joining, leaving] = [await add(), await add()]
    const [first, second] = [(await linkOf(joining)).body.token, (await linkOf(leaving)).body.token]
    const invitation = await anInvitation(asha, { memberId: joining })
    await (await aPerson(api)).post('/v1/invitations/accept', { token: invitation.token })
    expect((await view(first)).body.code).toBe('link-expired')
    await asha.post(`${asha.home}/members/${leaving}/remove`)
    expect((await view(second)).body.code).toBe('link-expired')
  })

  it('is nobody where a token is guessed or a UPI ID is not kept', async () => {
    expect((await view('x'.repeat(43))).body.code).toBe('link-expired')
    await asha.patch(`${asha.home}/members/${asha.memberId}`, { upiId: null })
    const { token } = (await linkOf(guest)).body
    expect((await view(token)).body.pays).toMatchObject([{ toName: 'Asha', upiId: null }])
  })
})
