import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../test/a-person.ts'
import { anInvitation, aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'

describe('the people of a household', () => {
  let api: Api
  let owner: Person
  let manager: Person
  let member: Person
  let viewer: Person
  let child: string
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    owner = await aVerifiedPerson(api, { name: 'Asha' })
    const join = async (role: string) => joins(api, await aPerson(api), owner.householdId, role)
    ;[manager, member, viewer] = [await join('manager'), await join('member'), await join('viewer')]
    child = (await owner.post(`${owner.home}/members`, { name: 'Mira' })).body.id
  })
  afterAll(() => api.close())

  const at = (id: string) => `${owner.home}/members/${id}`
  const of = async (person: Person, id: string) => {
    const { items } = (await person.get(`${owner.home}/members`)).body
    return items.find((item: { id: string }) => item.id === id)
  }
  const roleOf = async (id: string) => (await of(owner, id)).role

  it('name themselves, whatever their role', async () => {
    for (const person of [viewer, member, manager, owner]) {
      const renamed = await person.patch(at(person.memberId), { name: 'Me' })
      expect([renamed.status, renamed.body.name, renamed.body.isYou]).toEqual([200, 'Me', true])
    }
  })

  it('are named by managers where they have no account, and by nobody else', async () => {
    expect((await manager.patch(at(child), { name: 'Mira R' })).body.name).toBe('Mira R')
    expect((await member.patch(at(child), { name: 'X' })).status).toBe(403)
    expect((await viewer.patch(at(child), { name: 'X' })).status).toBe(403)
    expect((await owner.patch(at(member.memberId), { name: 'X' })).status).toBe(403)
  })

  it('keep a UPI ID that the list shows to nobody but themselves', async () => {
    const kept = await member.patch(at(member.memberId), { upiId: 'ravi.k@okbank' })
    expect([kept.status, kept.body.upiId, kept.body.hasUpiId]).toEqual([200, 'ravi.k@okbank', true])
    expect((await manager.patch(at(child), { upiId: 'mira@ybl' })).body).toMatchObject({
      upiId: null,
      hasUpiId: true,
    })
    for (const other of [owner, manager, viewer])
      expect(JSON.stringify((await other.get(`${owner.home}/members`)).body)).not.toContain('okbank')
    expect((await member.patch(at(member.memberId), { upiId: null })).body.hasUpiId).toBe(false)
  })

  it('have no e-mail address or nonsense as their UPI ID', async () => {
    for (const upiId of ['ravi', 'ravi@', '@okbank', 'ravi@gmail.com', 'ra vi@okbank', 'r@okbank', ''])
      expect((await member.patch(at(member.memberId), { upiId })).status, upiId).toBe(400)
    for (const upiId of ['9876543210@ybl', 'ravi-k.1@okhdfcbank'])
      expect((await member.patch(at(member.memberId), { upiId })).status, upiId).toBe(200)
  })

  it('get their role from an owner only', async () => {
    for (const person of [viewer, member, manager])
      expect((await person.patch(at(member.memberId), { role: 'manager' })).status).toBe(403)
    expect((await owner.patch(at(member.memberId), { role: 'manager' })).body.role).toBe('manager')
    expect((await member.post(`${owner.home}/members`, { name: 'By the new manager' })).status).toBe(201)
    await owner.patch(at(member.memberId), { role: 'member' })
    expect((await member.post(`${owner.home}/members`, { name: 'No more' })).status).toBe(403)
  })

  it('without an account get one by accepting an invitation, not by a role', async () => {
    const guest = (await owner.post(`${owner.home}/members`, { name: 'Flatmate', role: 'guest' })).body
    expect([guest.role, guest.hasAccount]).toEqual(['guest', false])
    for (const id of [guest.id, child])
      expect((await owner.patch(at(id), { role: 'manager' })).body.code).toBe('illegal-transition')
    for (const role of ['owner', 'manager', 'viewer'])
      expect((await owner.post(`${owner.home}/members`, { name: 'X', role })).status).toBe(400)
    expect((await owner.patch(at(child), { role: 'guest' })).status).toBe(400)
    const { token } = await anInvitation(owner, { memberId: guest.id, role: 'viewer' })
    const person = await aPerson(api)
    await person.post('/v1/invitations/accept', { token })
    expect(await roleOf(guest.id)).toBe('viewer')
  })

  it('always have an owner', async () => {
    const refused = await owner.patch(at(owner.memberId), { role: 'manager' })
    expect([refused.status, refused.body.code]).toEqual([409, 'sole-owner'])
    expect(await roleOf(owner.memberId)).toBe('owner')
    expect((await owner.patch(at(manager.memberId), { role: 'owner' })).body.role).toBe('owner')
    expect((await owner.patch(at(owner.memberId), { role: 'manager' })).status).toBe(200)
    expect((await owner.patch(at(manager.memberId), { role: 'manager' })).status).toBe(403)
    expect((await manager.patch(at(owner.memberId), { role: 'owner' })).status).toBe(200)
    const answers = await Promise.all([
      owner.patch(at(manager.memberId), { role: 'member' }),
      manager.patch(at(owner.memberId), { role: 'member' }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const { items } = (await viewer.get(`${owner.home}/members`)).body
    expect(items.filter(({ role }: { role: string }) => role === 'owner')).toHaveLength(1)
  })

  it('are changed in this household only', async () => {
    const other = await aPerson(api)
    expect((await other.patch(at(child), { name: 'Taken' })).status).toBe(404)
    expect((await other.patch(`${other.home}/members/${child}`, { name: 'Taken' })).status).toBe(404)
  })
})

describe('the ownership of a household', () => {
  let api: Api
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(() => api.close())

  it('is handed to somebody with an account, in one step', async () => {
    const asha = await aVerifiedPerson(api)
    const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    const { body: child } = await asha.post(`${asha.home}/members`, { name: 'Mira' })
    const hand = (memberId: string) => asha.post(`${asha.home}/transfer-ownership`, { memberId })
    expect((await hand(child.id)).body.code).toBe('illegal-transition')
    expect((await hand(asha.memberId)).body.code).toBe('illegal-transition')
    expect((await hand((await aPerson(api)).memberId)).body.code).toBe('unknown-member')
    const done = await hand(ravi.memberId)
    expect([done.status, done.body.role]).toEqual([200, 'manager'])
    expect((await ravi.get(ravi.home)).body.role).toBe('owner')
    expect((await hand(ravi.memberId)).status).toBe(403)
  })

  it('is handed over by who has just shown who they are', async () => {
    const asha = await aVerifiedPerson(api)
    const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    await api.clock.moveTo(new Date(api.clock.now() + 11 * 60_000).toISOString())
    const refused = await asha.post(`${asha.home}/transfer-ownership`, { memberId: ravi.memberId })
    expect(refused.body.code).toBe('fresh-sign-in-needed')
    const made = await asha.patch(`${asha.home}/members/${ravi.memberId}`, { role: 'owner' })
    expect(made.body.code).toBe('fresh-sign-in-needed')
    expect((await asha.patch(`${asha.home}/members/${ravi.memberId}`, { role: 'manager' })).status).toBe(200)
  })

  it('leaves a trace for both', async () => {
    const asha = await aVerifiedPerson(api)
    const ravi = await joins(api, await aPerson(api), asha.householdId, 'member')
    await asha.patch(`${asha.home}/members/${ravi.memberId}`, { role: 'manager' })
    await asha.post(`${asha.home}/transfer-ownership`, { memberId: ravi.memberId })
    for (const person of [asha, ravi]) {
      const { items } = (await person.get('/v1/me/audit')).body
      const events = items.map(({ event }: { event: string }) => event)
      expect(events).toEqual(expect.arrayContaining(['ownership-transferred', 'role-changed']))
    }
  })
})
