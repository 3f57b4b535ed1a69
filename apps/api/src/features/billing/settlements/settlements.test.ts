import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { aVerifiedPerson } from '../../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

describe('settling up', () => {
  let api: Api
  let home: SharedHome
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
    const [charge] = await home.chargesOf(await home.subscribe())
    await home.pay(charge)
  })
  afterEach(() => api.close())

  const settle = (body: object, by: Person = home.asha) => by.post(`${home.asha.home}/settlements`, body)
  const owes = async () => (await home.asha.get(`${home.asha.home}/balances`)).body.balances
  const listed = async () => (await home.asha.get(`${home.asha.home}/settlements`)).body.items
  const toAsha = (from: string, amount: number) => ({ from, to: home.asha.memberId, amount: inr(amount) })
  const member = async (role = 'member') =>
    joins(api, await aVerifiedPerson(api), home.asha.householdId, role)

  it('counts at once, and the word of the receiver confirms it', async () => {
    const { asha, ravi, balances } = home
    const { status, body } = await settle({ ...toAsha(ravi, 10_000), method: 'upi', note: 'November' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ fromName: 'Ravi', toName: 'Asha', state: 'confirmed', mayUndo: true })
    expect(await balances()).toEqual({ Asha: 10_000, Meera: -10_000 })
    expect((await asha.get(`${asha.home}/settlements`)).body.items).toMatchObject([{ id: body.id }])
    expect((await asha.get(`${asha.home}/balances`)).body.transfers).toMatchObject([
      { fromName: 'Meera', toName: 'Asha', amount: inr(10_000) },
    ])
  })

  it('that the payer records waits for the receiver, who may also say that it never came', async () => {
    const { asha, subscribe, chargesOf, pay, balances } = home
    const tara = await member()
    const [charge] = await chargesOf(
      await subscribe({ split: { kind: 'equal', memberIds: [asha.memberId, tara.memberId] } }),
    )
    await pay(charge)
    const { body } = await settle(toAsha(tara.memberId, 15_000), tara)
    expect(body).toMatchObject({ state: 'recorded', mayConfirm: false, mayUndo: true })
    const path = `${asha.home}/settlements/${body.id}`
    expect((await tara.post(`${path}/confirm`)).status).toBe(403)
    expect((await asha.get(`${asha.home}/settlements`)).body.items[0].mayConfirm).toBe(true)
    expect((await asha.post(`${path}/confirm`)).body.state).toBe('confirmed')
    const undone = await asha.post(`${path}/undo`, { reason: 'It bounced' })
    expect(undone.body).toMatchObject({ state: 'undone', mayUndo: false })
    expect((await asha.post(`${path}/undo`)).body.state).toBe('undone')
    expect((await asha.post(`${path}/confirm`)).body.code).toBe('illegal-transition')
    expect((await balances())['Asha']).toBe(35_000)
    const { items } = (await asha.get(`${asha.home}/history`)).body
    expect(items.slice(0, 2)).toMatchObject([
      { kind: 'settlementUndone', note: 'It bounced' },
      { kind: 'settlement', takenBack: true },
    ])
  })

  it('is at most what the one owes and the other is owed', async () => {
    const { asha, ravi, meera } = home
    const refusals = [
      [toAsha(ravi, 10_001), 422, 'amount-out-of-range', '/amount/amount'],
      [toAsha(ravi, 0), 400, 'invalid-input', '/amount/amount'],
      [
        { ...toAsha(ravi, 100), amount: { amount: 100, currency: 'USD' } },
        422,
        'amount-out-of-range',
        '/amount/amount',
      ],
      [{ from: asha.memberId, to: ravi, amount: inr(1) }, 422, 'amount-out-of-range', '/amount/amount'],
      [{ from: ravi, to: meera, amount: inr(1) }, 422, 'amount-out-of-range', '/amount/amount'],
      [{ from: ravi, to: ravi, amount: inr(1) }, 422, 'unknown-member', '/to'],
      [{ ...toAsha(crypto.randomUUID(), 1) }, 422, 'unknown-member', '/from'],
      [{ ...toAsha(ravi, 1), settledOn: '2026-11-24' }, 422, 'date-out-of-range', '/settledOn'],
    ] as const
    for (const [body, status, code, pointer] of refusals) {
      const answer = await settle(body)
      expect([answer.status, answer.body.code, answer.body.errors[0].pointer], JSON.stringify(body)).toEqual([
        status,
        code,
        pointer,
      ])
    }
    expect((await asha.get(`${asha.home}/settlements`)).body.items).toEqual([])
  })

  it('of others is recorded by a manager only', async () => {
    const { ravi } = home
    expect((await settle(toAsha(ravi, 100), await member('member'))).status).toBe(403)
    expect((await settle(toAsha(ravi, 100), await member('viewer'))).status).toBe(403)
    const byManager = await settle(toAsha(ravi, 100), await member('manager'))
    expect(byManager.body).toMatchObject({ state: 'recorded' })
  })

  it('shows where to pay only to who owes, in rupees, with everything filled in', async () => {
    const { asha, subscribe, chargesOf, pay } = home
    await asha.patch(`${asha.home}/members/${asha.memberId}`, { upiId: 'asha.k@okbank' })
    const tara = await member()
    const [charge] = await chargesOf(
      await subscribe({ split: { kind: 'equal', memberIds: [asha.memberId, tara.memberId] } }),
    )
    await pay(charge)
    const transfers = async (by: Person) => (await by.get(`${asha.home}/balances`)).body.transfers
    const own = (await transfers(tara)).find(({ from }: { from: string }) => from === tara.memberId)
    const link = new URL(own.upi)
    expect(link.href.startsWith('upi://pay?pa=asha.k@okbank&')).toBe(true)
    expect(Object.fromEntries(link.searchParams)).toMatchObject({ am: '150.00', cu: 'INR', pn: 'Asha' })
    const seen = (await transfers(asha)).map(({ upi }: { upi: string | null }) => upi)
    expect(seen).toEqual(seen.map(() => null))
  })

  describe('told by both sides', () => {
    let tara: Person
    beforeEach(async () => {
      const { asha, subscribe, chargesOf, pay } = home
      tara = await member()
      const split = { kind: 'equal', memberIds: [asha.memberId, tara.memberId] }
      const [charge] = await chargesOf(await subscribe({ split, price: inr(40_000) }))
      await pay(charge)
    })
    const hundred = (more = {}) => ({ ...toAsha(tara.memberId, 10_000), method: 'upi', ...more })
    const ofTara = async () =>
      (await owes()).find(({ memberId }: { memberId: string }) => memberId === tara.memberId).amount.amount

    it('with the same reference is one: the entry of the receiver confirms the one that waits', async () => {
      const first = await settle(hundred({ reference: '4411 22ab' }), tara)
      expect(first.body.state).toBe('recorded')
      const second = await settle(hundred({ reference: '441122AB', settledOn: '2026-11-21' }))
      expect([second.status, second.body]).toMatchObject([201, { id: first.body.id, state: 'confirmed' }])
      expect(await ofTara()).toBe(-10_000)
      expect(await listed()).toHaveLength(1)
    })

    it('is answered to the payer as the one that the receiver recorded', async () => {
      const first = await settle(hundred({ reference: 'A1' }))
      const second = await settle(hundred({ reference: 'a1' }), tara)
      expect(second.body).toEqual({ ...first.body, mayConfirm: false, mayUndo: true })
      expect(await ofTara()).toBe(-10_000)
    })

    it('is found although nothing is owed any more', async () => {
      await settle({ ...hundred({ reference: 'A1' }), amount: inr(20_000) }, tara)
      const second = await settle({ ...hundred({ reference: 'A1' }), amount: inr(20_000) })
      expect([second.status, second.body.state]).toEqual([201, 'confirmed'])
    })

    it('without a reference is asked about, by name, amount and day', async () => {
      const first = await settle(hundred({ settledOn: '2026-11-20' }), tara)
      const asked = await settle(hundred())
      expect([asked.status, asked.body.code]).toEqual([409, 'same-transfer'])
      expect(asked.body.likelyTransfer).toEqual({
        id: first.body.id,
        recordedBy: tara.memberId,
        recordedByName: first.body.fromName,
        amount: inr(10_000),
        settledOn: '2026-11-20',
        reference: null,
        state: 'recorded',
        mayConfirm: true,
      })
      expect(await listed()).toHaveLength(1)
      const another = await settle(hundred({ another: true }))
      expect(another.status).toBe(201)
      expect(await listed()).toHaveLength(2)
      expect(await owes()).not.toContainEqual(expect.objectContaining({ memberId: tara.memberId }))
    })

    it('is two where the references differ, the days lie apart, or the first was undone', async () => {
      await settle(hundred({ reference: 'A1', amount: inr(5000) }), tara)
      expect((await settle(hundred({ reference: 'A2', amount: inr(5000) }))).status).toBe(201)
      const old = await settle(hundred({ settledOn: '2026-11-19', amount: inr(1000) }), tara)
      expect((await settle(hundred({ amount: inr(1000) }))).status).toBe(201)
      expect(old.status).toBe(201)
      const gone = await settle(hundred({ amount: inr(2000) }), tara)
      await tara.post(`${home.asha.home}/settlements/${gone.body.id}/undo`)
      expect((await settle(hundred({ amount: inr(2000) }))).body.id).not.toBe(gone.body.id)
    })

    it('at the same moment is one as well', async () => {
      const body = hundred({ reference: 'A1' })
      const answers = await Promise.all([settle(body, tara), settle(body), settle(body, tara), settle(body)])
      expect(
        new Set(answers.filter(({ status }) => status === 201).map((answer) => answer.body.id)).size,
      ).toBe(1)
      expect(await ofTara()).toBe(-10_000)
    })
  })

  it('happens once per key, however often it is sent at once', async () => {
    const { asha, ravi, balances } = home
    const key = { 'Idempotency-Key': crypto.randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => asha.post(`${asha.home}/settlements`, toAsha(ravi, 4000), key)),
    )
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await balances())['Ravi']).toBe(-6000)
  })
})
