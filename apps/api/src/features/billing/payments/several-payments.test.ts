import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

describe('several at once', () => {
  let api: Api
  let home: SharedHome
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterAll(() => api.close())

  it('people pay one charge together, each their part', async () => {
    const { asha, ravi, meera, subscribe, chargesOf, pay, balances } = home
    const [charge] = await chargesOf(await subscribe())
    const payers = [
      { memberId: asha.memberId, amount: 25_000 },
      { memberId: ravi, amount: 5000 },
    ]
    const { status, body } = await pay(charge, { payers })
    expect(status).toBe(201)
    expect(body.payment).toMatchObject({ paidBy: asha.memberId, amount: inr(30_000) })
    expect(body.payment.payers).toHaveLength(2)
    expect(await balances()).toEqual({ Asha: 15_000, Meera: -10_000, Ravi: -5000 })
    await home.post(`/payments/${body.payment.id}/reverse`)
    expect(await balances()).toEqual({})
    const refusals = [
      [{ payers: [{ memberId: asha.memberId, amount: 29_999 }] }, 422, 'invalid-split', '/payers'],
      [
        { payers: [...payers, { memberId: ravi, amount: 1 }], amount: inr(30_001) },
        422,
        'amount-out-of-range',
        '/amount/amount',
      ],
      [
        {
          payers: [
            { memberId: ravi, amount: 100 },
            { memberId: ravi, amount: 100 },
          ],
          amount: inr(200),
        },
        422,
        'invalid-split',
        '/payers',
      ],
      [{ payers: [{ memberId: meera, amount: 0 }] }, 400, 'invalid-input', '/payers/0/amount'],
      [{ payers: [{ memberId: crypto.randomUUID(), amount: 30_000 }] }, 422, 'unknown-member', '/payers'],
    ] as const
    for (const [refused, code, problem, pointer] of refusals) {
      const answer = await pay(charge, refused)
      expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([
        code,
        problem,
        pointer,
      ])
    }
  })

  it('dues are paid together, all or none', async () => {
    const { asha, subscribe, chargesOf, post } = home
    const charges = [(await chargesOf(await subscribe()))[0], (await chargesOf(await subscribe()))[0]]
    const chargeIds = charges.map(({ id }) => id)
    const missing = await post('/payments', { chargeIds: [...chargeIds, crypto.randomUUID()] })
    expect(missing.status).toBe(404)
    expect((await asha.get(`${asha.home}/charges/${chargeIds[0]}`)).body.paid).toEqual(inr(0))
    const key = { 'Idempotency-Key': crypto.randomUUID() }
    const paid = await asha.post(`${asha.home}/payments`, { chargeIds, method: 'upi' }, key)
    expect(paid.status).toBe(201)
    expect(paid.body.items.map(({ charge }: { charge: { state: string } }) => charge.state)).toEqual([
      'paid',
      'paid',
    ])
    expect(await asha.post(`${asha.home}/payments`, { chargeIds, method: 'upi' }, key)).toMatchObject({
      body: paid.body,
    })
    expect((await post('/payments', { chargeIds })).body.code).toBe('charge-closed')
  })

  it('dues are paid each on its due day, or today where that is still to come; a day to come is refused for that', async () => {
    const { subscribe, chargesOf, post, pay } = home
    const { id } = await subscribe({ startsOn: '2026-08-20' })
    const charges: { id: string; dueOn: string }[] = await chargesOf({ id })
    const chargeIds = charges.map((charge) => charge.id)
    expect((await post('/payments', { chargeIds, onDueDays: true, paidOn: '2026-11-01' })).status).toBe(422)
    const { status, body } = await post('/payments', { chargeIds, onDueDays: true })
    expect(status).toBe(201)
    const { today } = (await home.asha.get(home.asha.home)).body
    expect(body.items.map(({ payment }: { payment: { paidOn: string } }) => payment.paidOn)).toEqual(
      charges.map(({ dueOn }) => (dueOn < today ? dueOn : today)),
    )
    const [charge] = await chargesOf(await subscribe())
    expect((await pay(charge, { paidOn: '2099-01-01' })).body.errors).toEqual([
      { pointer: '/paidOn', message: 'lies in the future: record it once it is paid' },
    ])
  })

  it('nobody paid for a subscription before it began', async () => {
    const { subscribe, chargesOf, pay } = home
    const [charge] = await chargesOf(await subscribe())
    const early = await pay(charge, { paidOn: '2026-11-19' })
    expect([early.status, early.body.code, early.body.errors[0].pointer]).toEqual([
      422,
      'date-out-of-range',
      '/paidOn',
    ])
    const [later] = await chargesOf(await subscribe({ startsOn: '2026-12-01' }))
    expect((await pay(later)).status).toBe(201)
  })

  it('fifty identical payments with one key are one, and without a key the second is refused', async () => {
    const { asha, subscribe, chargesOf } = home
    const [charge] = await chargesOf(await subscribe())
    const path = `${asha.home}/charges/${charge.id}/payments`
    const key = { 'Idempotency-Key': crypto.randomUUID() }
    const many = (headers: Record<string, string>) =>
      Promise.all(Array.from({ length: 50 }, () => asha.post(path, { amount: inr(10_000) }, headers)))
    const same = await many(key)
    expect(new Set(same.map(({ status, body }) => `${status} ${body.payment.id}`)).size).toBe(1)
    const without = await many({})
    const counts = Map.groupBy(without, ({ status, body }) => `${status} ${body.code ?? ''}`)
    expect(counts.get('201 ')).toHaveLength(2)
    expect(counts.get('409 charge-closed')).toHaveLength(48)
    const { payments, paid } = (await asha.get(`${asha.home}/charges/${charge.id}`)).body
    expect([payments.length, paid]).toEqual([3, inr(30_000)])
  })
})
