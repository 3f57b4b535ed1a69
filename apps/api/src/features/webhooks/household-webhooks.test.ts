import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aTlsPeer, type TlsPeer } from '../../../test/a-tls-peer.ts'
import { accepts, anInvitation, aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { aReminded, netflix, walkIndia } from '../../../test/reminded.ts'

describe('a webhook of a household', () => {
  let api: Api
  let peer: TlsPeer
  let asha: Person
  beforeEach(async () => {
    peer = await aTlsPeer(() => ({ status: 200 }))
    const env = { OUTGOING_PRIVATE: '127.0.0.0/8', LOG_LEVEL: 'silent', PUBLIC_URL: 'http://localhost:3000' }
    api = await startApi({ now: '2026-11-23T06:00:00Z', env })
    asha = (await aReminded(api)).person
  })
  afterEach(async () => {
    await api.close()
    await peer.close()
  })

  const add = (by: Person) =>
    by.post(`${asha.home}/webhooks`, { name: 'Kitchen', preset: 'generic', url: `${peer.url}/kitchen` })
  const titles = () => peer.got.map(({ body }) => JSON.parse(body.toString()).title)

  it('gets what is told of shared subscriptions, for everybody to read, once whoever is told', async () => {
    expect((await add(asha)).status).toBe(201)
    await asha.patch('/v1/me/notifications', { rules: [{ kind: 'renewal', webhook: false }] })
    await walkIndia(api, '2026-11-24', '2026-11-26')
    expect(peer.got.map(({ path }) => path)).toEqual(['/kitchen'])
    expect(JSON.parse(peer.got[0]?.body.toString() ?? '')).toEqual({
      id: expect.any(String),
      kind: 'renewal',
      title: 'Netflix: ₹649 in 7 days',
      body: expect.stringContaining(`Asha pays.`),
      url: expect.stringContaining('/subscriptions/'),
      household: expect.any(String),
    })
  })

  it('never gets what is private, nor what two people owe each other', async () => {
    await add(asha)
    await api.ticks.runAll()
    const { token } = await anInvitation(asha)
    const tara = await accepts(await aVerifiedPerson(api, { name: 'Tara' }), token)
    const own = { ...netflix, recordsItself: false, name: 'Secret', visibility: 'private' }
    expect((await asha.post(`${asha.home}/subscriptions`, own)).status).toBe(201)
    const shared = { ...netflix, name: 'Prime', startsOn: '2026-11-20', recordsItself: false }
    const split = { kind: 'equal', memberIds: [asha.memberId, tara.memberId] }
    await asha.post(`${asha.home}/subscriptions`, { ...shared, split, pastPeriods: 'unpaid' })
    const { body: charges } = await asha.get(`${asha.home}/charges?limit=100`)
    for (const { id, subscriptionName, state } of charges.items)
      if (subscriptionName === 'Prime' && state !== 'paid')
        await asha.post(`${asha.home}/charges/${id}/payments`)
    const asked = await asha.post(`${asha.home}/settlement-requests`, {
      from: tara.memberId,
      currency: 'INR',
    })
    expect(asked.status).toBe(201)
    await walkIndia(api, '2026-11-24', '2026-11-26')
    expect(titles()).toContain('Tara has joined')
    expect(titles().filter((title) => title.includes('Netflix'))).toHaveLength(1)
    expect(titles().filter((title) => /Secret|settle/.test(title))).toEqual([])
    // Both were told to whom they are for.
    const said = JSON.stringify((await api.postgres.pool.query('select parts from inbox_items')).rows)
    expect(said).toMatch(/Secret/)
    expect(said).toMatch(/settleUp/)
  })

  it('is set, tried and taken away by who runs the household, and seen by nobody else', async () => {
    const tara = await joins(api, await aVerifiedPerson(api, { name: 'Tara' }), asha.householdId, 'member')
    expect((await add(tara)).status).toBe(403)
    const { body } = await add(asha)
    expect(body).toMatchObject({ name: 'Kitchen', secret: expect.stringContaining('whsec_') })
    expect((await tara.get(`${asha.home}/webhooks`)).status).toBe(403)
    expect((await asha.get('/v1/me/webhooks')).body.items).toEqual([])
    expect((await asha.get(`${asha.home}/webhooks`)).body.items).toMatchObject([{ id: body.id }])
    const tried = await asha.post(`${asha.home}/webhooks/test`)
    expect(tried.body.deliveries).toMatchObject([{ state: 'sent', recipient: 'Kitchen', answer: '200' }])
    const stranger = await aVerifiedPerson(api)
    const theirs = `${stranger.home}/webhooks/${body.id}`
    expect((await stranger.send(theirs, { method: 'DELETE' })).status).toBe(404)
    expect((await asha.send(`/v1/me/webhooks/${body.id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await asha.send(`${asha.home}/webhooks/${body.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await asha.post(`${asha.home}/webhooks/test`)).body.deliveries).toEqual([])
  })
})
