import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPerson, joins, type Person } from '../../../../test/a-person.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

const subscribe = async (person: Person, more: object = {}) => {
  const { status, body } = await person.post(`${person.home}/subscriptions`, {
    name: 'Stream',
    kind: 'ott',
    startsOn: '2026-11-20',
    interval: { count: 1, unit: 'month' },
    price: inr(64_901),
    ...more,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}
const chargesOf = async (person: Person, subscriptionId: string) =>
  (await person.get(`${person.home}/charges?subscriptionId=${subscriptionId}`)).body.items

describe('paying a charge', () => {
  let api: Api
  let asha: Person
  let ravi: string
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T10:00:00Z' })
    asha = await aPerson(api)
    ravi = (await asha.post(`${asha.home}/members`, { name: 'Ravi' })).body.id
  })
  afterAll(() => api.close())

  const firstCharge = async (more: object = {}) => {
    const [charge] = await chargesOf(asha, (await subscribe(asha, more)).id)
    return charge
  }
  const pay = (charge: { id: string }, body: object = {}, headers: Record<string, string> = {}) =>
    asha.post(`${asha.home}/charges/${charge.id}/payments`, body, headers)
  const between = async () => (await asha.get(`${asha.home}/balances`)).body

  it('records what is outstanding by who usually pays, today, when nothing else is said', async () => {
    const charge = await firstCharge()
    const { status, body } = await pay(charge)
    expect(status).toBe(201)
    expect(body.payment).toMatchObject({
      amount: inr(64_901),
      paidBy: asha.memberId,
      paidOn: '2026-11-23',
      assumed: false,
    })
    expect(body.charge).toMatchObject({ state: 'paid', paid: inr(64_901), outstanding: inr(0) })
  })

  it('makes the members owe their parts of what was paid, to the paisa', async () => {
    const before = await between()
    expect(before.balances).toEqual([])
    const charge = await firstCharge({ split: { kind: 'equal', memberIds: [asha.memberId, ravi] } })
    expect(charge.shares.map(({ amount }: { amount: object }) => amount)).toEqual([inr(32_451), inr(32_450)])
    await pay(charge, { amount: inr(101) })
    await pay(charge, { amount: inr(64_800) })
    const { balances, transfers, exact } = await between()
    const owed = charge.shares.find(({ memberId }: { memberId: string }) => memberId === ravi).amount.amount
    expect(balances).toEqual([
      { memberId: asha.memberId, memberName: 'Asha', hasLeft: false, amount: inr(owed) },
      { memberId: ravi, memberName: 'Ravi', hasLeft: false, amount: inr(-owed) },
    ])
    expect(transfers).toEqual([
      {
        from: ravi,
        fromName: 'Ravi',
        to: asha.memberId,
        toName: 'Asha',
        amount: inr(owed),
        upi: null,
        upiId: null,
      },
    ])
    expect(exact).toBe(true)
    const paidBack = await firstCharge({
      price: inr(owed * 2),
      split: { kind: 'equal', memberIds: [asha.memberId, ravi] },
    })
    await pay(paidBack, { paidBy: ravi })
    expect(await between()).toEqual({ balances: [], transfers: [], exact: true, credits: [] })
  })

  it('opens the charge again when a payment is taken back, and keeps both entries', async () => {
    const charge = await firstCharge({ split: { kind: 'equal', memberIds: [asha.memberId, ravi] } })
    const { body: paid } = await pay(charge)
    const { status, body } = await asha.post(`${asha.home}/payments/${paid.payment.id}/reverse`, {
      reason: 'Typed twice',
    })
    expect(status).toBe(201)
    expect(body.payment).toMatchObject({
      amount: inr(-64_901),
      reverses: paid.payment.id,
      note: 'Typed twice',
    })
    expect(body.charge).toMatchObject({ state: 'overdue', paid: inr(0), outstanding: inr(64_901) })
    expect((await between()).balances).toEqual([])
    const { body: read } = await asha.get(`${asha.home}/charges/${charge.id}`)
    expect(read.payments.map(({ reversedBy }: { reversedBy: string }) => reversedBy)).toEqual([
      body.payment.id,
      null,
    ])
    const again = await asha.post(`${asha.home}/payments/${paid.payment.id}/reverse`)
    expect([again.status, again.body.code]).toEqual([409, 'already-reversed'])
    const ofReversal = await asha.post(`${asha.home}/payments/${body.payment.id}/reverse`)
    expect([ofReversal.status, ofReversal.body.code]).toEqual([409, 'already-reversed'])
  })

  it('refuses what cannot be, each with its code and its place, and writes nothing', async () => {
    const charge = await firstCharge()
    const refusals = [
      [{ amount: { amount: 100, currency: 'USD' } }, 422, 'missing-rate', '/amount/currency'],
      [{ amount: inr(64_902) }, 422, 'amount-out-of-range', '/amount/amount'],
      [{ amount: inr(0) }, 400, 'invalid-input', '/amount/amount'],
      [{ paidOn: '2026-11-24' }, 422, 'date-out-of-range', '/paidOn'],
      [{ paidOn: '2006-11-22' }, 422, 'date-out-of-range', '/paidOn'],
      [{ paidOn: '2026-02-30' }, 400, 'invalid-input', '/paidOn'],
      [{ paidBy: randomUUID() }, 422, 'unknown-member', '/paidBy'],
      [{ paidby: ravi }, 400, 'invalid-input', '/paidby'],
    ] as const
    for (const [body, status, code, pointer] of refusals) {
      const answer = await pay(charge, body)
      expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([
        status,
        code,
        pointer,
      ])
    }
    expect((await asha.get(`${asha.home}/charges/${charge.id}`)).body).toMatchObject({
      paid: inr(0),
      payments: [],
    })
  })

  it('refuses to pay what is closed', async () => {
    const charge = await firstCharge()
    await pay(charge)
    const answer = await pay(charge, { amount: inr(1) })
    expect([answer.status, answer.body.code]).toEqual([409, 'charge-closed'])
  })

  it('takes twenty payments at once for one, with one key and without', async () => {
    const withKey = await firstCharge()
    const key = { 'Idempotency-Key': randomUUID() }
    const same = await Promise.all(Array.from({ length: 20 }, () => pay(withKey, { amount: inr(100) }, key)))
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(same.map(({ body }) => body.payment.id)).size).toBe(1)
    expect((await asha.get(`${asha.home}/charges/${withKey.id}`)).body).toMatchObject({ paid: inr(100) })

    const without = await firstCharge()
    const racing = await Promise.all(Array.from({ length: 20 }, () => pay(without)))
    expect(racing.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(racing.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect((await asha.get(`${asha.home}/charges/${without.id}`)).body.payments).toHaveLength(1)
  })

  it('lets members record and take back their own payments only', async () => {
    const meera = await joins(api, await aPerson(api), asha.householdId, 'member')
    const charge = await firstCharge()
    const asMeera = (body: object) => meera.post(`${meera.home}/charges/${charge.id}/payments`, body)
    expect((await asMeera({})).body.code).toBe('forbidden')
    const own = await asMeera({ paidBy: meera.memberId, amount: inr(100) })
    expect(own.status).toBe(201)
    const others = await pay(charge, { amount: inr(100) })
    const reverse = (id: string) => meera.post(`${meera.home}/payments/${id}/reverse`)
    expect((await reverse(others.body.payment.id)).body.code).toBe('forbidden')
    expect((await reverse(own.body.payment.id)).status).toBe(201)
  })

  it('shows a private charge to its owner alone, who alone pays it', async () => {
    const meera = await joins(api, await aPerson(api), asha.householdId, 'manager')
    const gift = await subscribe(asha, { name: 'Gift', visibility: 'private' })
    const [charge] = await chargesOf(asha, gift.id)
    expect((await meera.get(`${meera.home}/charges/${charge.id}`)).status).toBe(404)
    expect((await meera.post(`${meera.home}/charges/${charge.id}/payments`)).status).toBe(404)
    expect(await chargesOf(meera, gift.id)).toEqual([])
    expect((await pay(charge, { paidBy: ravi })).body.code).toBe('unknown-member')
    const { body } = await pay(charge)
    expect((await meera.post(`${meera.home}/payments/${body.payment.id}/reverse`)).status).toBe(404)
    const { body: seen } = await meera.get(`${meera.home}/payments?limit=100`)
    expect(
      seen.items.map(({ subscriptionName }: { subscriptionName: string }) => subscriptionName),
    ).not.toContain('Gift')
  })

  it('hides the money of one household from another', async () => {
    const stranger = await aPerson(api)
    const charge = await firstCharge()
    const { body } = await pay(charge, { amount: inr(100) })
    const paths = [
      `charges/${charge.id}`,
      `charges/${charge.id}/payments`,
      `payments/${body.payment.id}/reverse`,
    ]
    for (const home of [asha.home, stranger.home])
      for (const path of paths) {
        const method = path.startsWith('charges') && !path.endsWith('payments') ? 'GET' : 'POST'
        const answer = await stranger.send(`${home}/${path}`, {
          method,
          ...(method === 'POST' ? { body: {} } : {}),
        })
        expect(answer.status).toBe(404)
      }
  })

  it('pages what was paid, newest first', async () => {
    const person = await aPerson(api)
    const { id } = await subscribe(person, { startsOn: '2026-01-15' })
    const charges = await chargesOf(person, id)
    for (const charge of charges.slice(0, 5))
      await person.post(`${person.home}/charges/${charge.id}/payments`, { paidOn: charge.dueOn })
    const days: string[] = []
    for (let cursor = ''; ;) {
      const { body } = await person.get(`${person.home}/payments?limit=2&subscriptionId=${id}${cursor}`)
      days.push(...body.items.map(({ paidOn }: { paidOn: string }) => paidOn))
      if (body.nextCursor === null) break
      cursor = `&cursor=${body.nextCursor}`
    }
    expect(days).toEqual(['2026-05-15', '2026-04-15', '2026-03-15', '2026-02-15', '2026-01-15'])
    const forged = await person.get(`${person.home}/payments?cursor=bm9uc2Vuc2U`)
    expect([forged.status, forged.body.code]).toEqual([400, 'invalid-input'])
  })
})
