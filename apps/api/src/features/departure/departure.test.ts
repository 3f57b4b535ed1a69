import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { accepts, anInvitation, aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { stored } from '../../../test/stored.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { HouseholdsService } from '../households/households.service.ts'
import { SubscriptionRepository } from '../subscriptions/subscription.repository.ts'

const netflix = {
  name: 'Netflix',
  kind: 'ott',
  startsOn: '2026-11-08',
  interval: { count: 1, unit: 'month' },
  price: { amount: 60_000, currency: 'INR' },
  renewal: 'automatic',
  taxIncluded: true,
}

/** Until a statement waits for a lock that somebody else has. */
const somebodyWaits = async (api: Api): Promise<void> => {
  const { rows } = await api.postgres.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  if (rows.length > 0) return
  await pause(20)
  await somebodyWaits(api)
}

const end = (person: Person) => person.send(person.home, { method: 'DELETE' })

describe('leaving a household', () => {
  let api: Api
  let owner: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  const aHome = async () => void (owner = await aVerifiedPerson(api, { name: 'Asha' }))
  const join = async (role: string) => joins(api, await aPerson(api), owner.householdId, role)
  const remove = (by: Person, id: string, body = {}) => by.post(`${owner.home}/members/${id}/remove`, body)
  const peopleOf = async (query = '') => (await owner.get(`${owner.home}/members${query}`)).body.items

  /** Asha pays for both. */
  const inDebt = async (memberId: string) => {
    const split = { kind: 'equal', memberIds: [owner.memberId, memberId] }
    await owner.post(`${owner.home}/subscriptions`, { ...netflix, paidBy: owner.memberId, split })
    const [charge] = (await owner.get(`${owner.home}/charges`)).body.items
    const paid = await owner.post(`${owner.home}/charges/${charge.id}/payments`, {})
    expect(paid.status).toBe(201)
  }

  it('ends access with the next request and keeps the name', async () => {
    await aHome()
    const ravi = await join('member')
    expect((await ravi.post(`${ravi.home}/leave`)).status).toBe(204)
    expect((await ravi.get(ravi.home)).status).toBe(404)
    expect((await peopleOf()).map(({ id }: { id: string }) => id)).not.toContain(ravi.memberId)
    const former = (await peopleOf('?include=former')).find(({ id }: { id: string }) => id === ravi.memberId)
    expect(former).toMatchObject({ name: 'Ravi', leftOn: '2026-11-23', role: 'member' })
    expect((await remove(owner, ravi.memberId)).status).toBe(404)
  })

  it('with an open balance is asked about first, by its amount, and what they used stays owed by name', async () => {
    await aHome()
    const ravi = await join('member')
    await inDebt(ravi.memberId)
    const before = await stored(api)
    const asked = await ravi.post(`${ravi.home}/leave`)
    expect([asked.status, asked.body.code]).toEqual([409, 'open-balance'])
    // Of 30 days paid for he was there on 15: the rest is not his once he has left.
    expect(asked.body.detail).toBe('Ravi owes INR 150.00.')
    expect(asked.body.openBalances).toEqual([{ amount: -15_000, currency: 'INR' }])
    expect((await remove(owner, ravi.memberId)).body.detail).toBe('Ravi owes INR 150.00.')
    expect(await stored(api)).toEqual(before)
    expect((await ravi.post(`${ravi.home}/leave`, { acceptOpenBalance: true })).status).toBe(204)
    const { between } = (await owner.get(`${owner.home}/overview`)).body
    expect(between.transfers).toMatchObject([{ fromName: 'Ravi', amount: { amount: 15_000 } }])
  })

  it('while even is asked about as well where shares are not paid yet, by the day until they leave', async () => {
    await aHome()
    const ravi = await join('member')
    const split = { kind: 'equal', memberIds: [owner.memberId, ravi.memberId] }
    const price = { amount: 30_000, currency: 'INR' }
    const shared = { ...netflix, startsOn: '2026-10-14', price, paidBy: owner.memberId, split }
    const created = await owner.post(`${owner.home}/subscriptions`, shared)
    expect(created.status).toBe(201)
    const before = await stored(api)
    const asked = await remove(owner, ravi.memberId)
    expect([asked.status, asked.body.code]).toEqual([409, 'open-balance'])
    // Of 14 November to 14 December he was there on 9 of 30 days.
    expect(asked.body.unpaidShares).toMatchObject([
      { subscriptionName: 'Netflix', dueOn: '2026-10-14', amount: { amount: 15_000, currency: 'INR' } },
      { subscriptionName: 'Netflix', dueOn: '2026-11-14', amount: { amount: 4500, currency: 'INR' } },
    ])
    expect(asked.body.detail).toBe(
      'Not paid yet, and shared by Ravi: INR 150.00 of Netflix, due 2026-10-14; INR 45.00 of Netflix, due 2026-11-14.',
    )
    expect(await stored(api)).toEqual(before)
    expect((await remove(owner, ravi.memberId, { acceptOpenBalance: true })).status).toBe(200)
    for (const { chargeId } of asked.body.unpaidShares)
      expect((await owner.post(`${owner.home}/charges/${chargeId}/payments`, {})).status).toBe(201)
    // What was told is what it comes to.
    const { transfers } = (await owner.get(`${owner.home}/balances`)).body
    expect(transfers).toMatchObject([{ from: ravi.memberId, amount: { amount: 19_500 } }])
  })

  it('leaves nothing for them in what was added by mistake, should that be taken back later', async () => {
    await aHome()
    const ravi = await join('member')
    const split = { kind: 'equal', memberIds: [owner.memberId, ravi.memberId] }
    const body = { ...netflix, startsOn: '2026-10-08', paidBy: owner.memberId, split }
    const path = `${owner.home}/subscriptions/${(await owner.post(`${owner.home}/subscriptions`, body)).body.id}`
    const does = async (act: object) => (await owner.post(`${path}/acts`, { act })).status
    expect(await does({ kind: 'withdraw' })).toBe(200)
    expect((await ravi.post(`${ravi.home}/leave`)).status).toBe(204)
    expect(await does({ kind: 'undo' })).toBe(200)
    for (const { id } of (await owner.get(`${owner.home}/charges`)).body.items)
      expect((await owner.post(`${owner.home}/charges/${id}/payments`, {})).status).toBe(201)
    expect((await owner.get(`${owner.home}/balances`)).body.balances).toEqual([])
  })

  it('while even is asked about where what is paid goes on after that day', async () => {
    await aHome()
    const ravi = await join('member')
    await inDebt(ravi.memberId)
    const settled = { from: ravi.memberId, to: owner.memberId, amount: { amount: 30_000, currency: 'INR' } }
    expect((await owner.post(`${owner.home}/settlements`, settled)).status).toBe(201)
    expect((await owner.get(`${owner.home}/balances`)).body.balances).toEqual([])
    const before = await stored(api)
    const asked = await ravi.post(`${ravi.home}/leave`)
    expect([asked.status, asked.body.detail]).toEqual([409, 'Ravi is owed INR 150.00.'])
    expect(await stored(api)).toEqual(before)
    expect((await ravi.post(`${ravi.home}/leave`, { acceptOpenBalance: true })).status).toBe(204)
    const { transfers } = (await owner.get(`${owner.home}/balances`)).body
    expect(transfers).toMatchObject([{ to: ravi.memberId, amount: { amount: 15_000 } }])
  })

  it('needs no question where leaving itself makes them even', async () => {
    await aHome()
    const ravi = await join('member')
    await inDebt(ravi.memberId)
    const half = { from: ravi.memberId, to: owner.memberId, amount: { amount: 15_000, currency: 'INR' } }
    await owner.post(`${owner.home}/settlements`, half)
    expect((await ravi.post(`${ravi.home}/leave`)).status).toBe(204)
    expect((await owner.get(`${owner.home}/balances`)).body.balances).toEqual([])
  })

  it('needs no question once the shares are paid and settled, or nobody has to pay them', async () => {
    await aHome()
    const ravi = await join('member')
    const split = { kind: 'equal', memberIds: [owner.memberId, ravi.memberId] }
    const shared = { ...netflix, paidBy: owner.memberId, split, renewal: 'manual' }
    await owner.post(`${owner.home}/subscriptions`, shared)
    const [charge] = (await owner.get(`${owner.home}/charges`)).body.items
    expect((await ravi.post(`${ravi.home}/leave`)).body.code).toBe('open-balance')
    await owner.post(`${owner.home}/charges/${charge.id}/waive`, { reason: 'A gift' })
    expect((await ravi.post(`${ravi.home}/leave`)).status).toBe(204)
  })

  it('that is refused at the last moment has taken nothing away', async () => {
    await aHome()
    const ravi = await join('member')
    await ravi.post(`${ravi.home}/subscriptions`, { ...netflix, name: 'Secret', visibility: 'private' })
    await ravi.get(`${ravi.home}/overview`)
    // That it was refused is written down.
    const but = ['household_members', 'audit_entries']
    const before = await stored(api, but)
    const other = await api.postgres.pool.connect()
    await other.query('begin')
    await other.query('select from households where id = $1 for update', [owner.householdId])
    const leaving = ravi.post(`${ravi.home}/leave`)
    await somebodyWaits(api)
    await other.query(`update household_members set role = 'viewer' where id = $1`, [ravi.memberId])
    await other.query('commit')
    other.release()
    expect((await leaving).status).toBe(403)
    expect(await stored(api, but)).toEqual(before)
    const { items } = (await ravi.get(`${ravi.home}/subscriptions`)).body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Secret'])
  })

  it('stands although the documents are away just then: they follow', async () => {
    await aHome()
    const ravi = await join('member')
    await ravi.post(`${ravi.home}/subscriptions`, { ...netflix, name: 'Secret', visibility: 'private' })
    const mine = await ravi.post(`${ravi.home}/subscriptions`, { ...netflix, name: 'Ours' })
    const documents = api.app.get(SubscriptionRepository)
    const erasePrivate = documents.erasePrivate.bind(documents)
    documents.erasePrivate = () => Promise.reject(new Error('The store is away'))
    const left = await ravi.post(`${ravi.home}/leave`, { acceptOpenBalance: true })
    expect(left.status).toBe(204)
    const ofHousehold = async () => documents.ofHousehold(owner.householdId, ravi.memberId)
    expect((await ofHousehold()).map(({ paidBy }) => paidBy)).toEqual([ravi.memberId, ravi.memberId])
    documents.erasePrivate = erasePrivate
    await api.clock.moveTo(new Date(api.clock.now() + 61_000).toISOString())
    expect(await ofHousehold()).toMatchObject([{ id: mine.body.id, paidBy: owner.memberId }])
    expect((await api.postgres.pool.query('select from jobs')).rows).toEqual([])
  })

  it('is refused to the last owner, who hands over first', async () => {
    await aHome()
    const ravi = await join('member')
    for (const refused of [await owner.post(`${owner.home}/leave`), await remove(owner, owner.memberId)])
      expect([refused.status, refused.body.code]).toEqual([409, 'sole-owner'])
    await owner.post(`${owner.home}/transfer-ownership`, { memberId: ravi.memberId })
    expect((await owner.post(`${owner.home}/leave`)).status).toBe(204)
    expect((await ravi.get(ravi.home)).body.role).toBe('owner')
  })

  it('takes what was private along and leaves what was shared', async () => {
    await aHome()
    const ravi = await join('member')
    await ravi.post(`${ravi.home}/subscriptions`, { ...netflix, name: 'Secret', visibility: 'private' })
    await ravi.post(`${ravi.home}/subscriptions`, { ...netflix, name: 'Ours' })
    // Nobody has paid for it yet, so it stands to be paid by somebody else for him.
    expect((await ravi.post(`${ravi.home}/leave`)).body.code).toBe('open-balance')
    expect((await ravi.post(`${ravi.home}/leave`, { acceptOpenBalance: true })).status).toBe(204)
    const { rows } = await api.postgres.pool.query(
      `select name from billed_subscriptions where household_id = $1`,
      [owner.householdId],
    )
    expect(rows).toEqual([{ name: 'Ours' }])
    const back = await accepts(ravi, (await anInvitation(owner)).token)
    const { items } = (await back.get(`${owner.home}/subscriptions`)).body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Ours'])
  })

  it('is not for ever: who comes back is the same person', async () => {
    await aHome()
    const ravi = await join('manager')
    await ravi.post(`${ravi.home}/leave`)
    const { token } = await anInvitation(owner, { role: 'viewer' })
    const back = await accepts(ravi, token)
    expect(back.memberId).toBe(ravi.memberId)
    const people = await peopleOf('?include=former')
    expect(people.find(({ id }: { id: string }) => id === ravi.memberId)).toMatchObject({
      role: 'viewer',
      leftOn: null,
    })
    expect(people).toHaveLength(2)
  })

  it('is done to others by owners, and by managers to who is neither owner nor manager', async () => {
    await aHome()
    const [manager, other, member] = [await join('manager'), await join('manager'), await join('member')]
    const guest = (await owner.post(`${owner.home}/members`, { name: 'Flatmate', role: 'guest' })).body
    expect((await remove(member, guest.id)).status).toBe(403)
    for (const id of [owner.memberId, other.memberId]) expect((await remove(manager, id)).status).toBe(403)
    for (const id of [member.memberId, guest.id]) {
      const removed = await remove(manager, id)
      expect([removed.status, removed.body.leftOn]).toEqual([200, '2026-11-23'])
    }
    expect((await member.get(owner.home)).status).toBe(404)
    expect((await remove(owner, other.memberId)).status).toBe(200)
    expect((await remove(manager, manager.memberId)).status).toBe(200)
    expect((await manager.get(owner.home)).status).toBe(404)
  })

  it('is written down for who left and who removed', async () => {
    await aHome()
    const ravi = await join('member')
    await remove(owner, ravi.memberId)
    for (const person of [owner, ravi]) {
      const { items } = (await person.get('/v1/me/audit')).body
      expect(items[0]).toMatchObject({ event: 'member-removed', detail: { name: 'Ravi' } })
    }
  })
})

describe('deleting a household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  it('waits until nobody else with an account is in it', async () => {
    const owner = await aVerifiedPerson(api)
    const ravi = await joins(api, await aPerson(api), owner.householdId, 'manager')
    expect((await end(ravi)).status).toBe(403)
    const refused = await end(owner)
    expect([refused.status, refused.body.code]).toEqual([409, 'others-remain'])
    await ravi.post(`${ravi.home}/leave`)
    expect((await end(owner)).status).toBe(204)
  })

  it('takes everything, invitations too, and leaves the person with their other households', async () => {
    const owner = await aVerifiedPerson(api)
    await owner.post(`${owner.home}/members`, { name: 'Mira' })
    await owner.post(`${owner.home}/subscriptions`, netflix)
    const { token } = await anInvitation(owner)
    await owner.post('/v1/households', { name: 'Parents' })
    expect((await end(owner)).status).toBe(204)
    expect((await owner.get(owner.home)).status).toBe(404)
    for (const table of ['household_members', 'charges', 'balances', 'invitations']) {
      const { rows } = await api.postgres.pool.query(`select from ${table} where household_id = $1`, [
        owner.householdId,
      ])
      expect(rows, table).toHaveLength(0)
    }
    const person = await aPerson(api)
    expect((await person.post('/v1/invitations/accept', { token })).body.code).toBe('link-expired')
    const { households } = (await owner.get('/v1/me')).body
    expect(households.map(({ name }: { name: string }) => name)).toEqual(['Parents'])
  })

  it('is one decision: where a part of it fails, all of it is still there', async () => {
    const owner = await aVerifiedPerson(api)
    await owner.post(`${owner.home}/subscriptions`, netflix)
    await anInvitation(owner)
    const before = await stored(api)
    const households = api.app.get(HouseholdsService)
    const eraseIn = households.eraseIn.bind(households)
    households.eraseIn = () => Promise.reject(new ProblemError('unavailable'))
    expect((await end(owner)).status).toBe(503)
    households.eraseIn = eraseIn
    expect(await stored(api)).toEqual(before)
    expect((await end(owner)).status).toBe(204)
  })

  it('is done by who has just shown who they are', async () => {
    const owner = await aVerifiedPerson(api)
    await api.clock.moveTo(new Date(api.clock.now() + 11 * 60_000).toISOString())
    expect((await end(owner)).body.code).toBe('fresh-sign-in-needed')
  })
})
