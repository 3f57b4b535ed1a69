import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' })

describe('another currency', () => {
  let api: Api
  let home: SharedHome
  beforeAll(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterAll(() => api.close())

  const rate = (body: object) =>
    home.asha.send(`${home.asha.home}/rates`, {
      method: 'PUT',
      body: {
        from: 'USD',
        to: 'INR',
        on: '2026-11-22',
        rate: '84.25',
        source: 'RBI reference rate',
        ...body,
      },
    })

  it('needs a rate of the day or before, never one to one', async () => {
    const { subscribe, chargesOf, pay } = home
    const [charge] = await chargesOf(await subscribe())
    const without = await pay(charge, { amount: usd(356) })
    expect([without.status, without.body.code]).toEqual([422, 'missing-rate'])
    expect((await rate({})).status).toBe(200)
    const early = await pay(charge, { amount: usd(356), paidOn: '2026-11-21' })
    expect(early.body.code).toBe('missing-rate')
    const { status, body } = await pay(charge, { amount: usd(356) })
    expect(status).toBe(201)
    // $3.56 × 84.25 = ₹299.93.
    expect(body.payment).toMatchObject({
      amount: inr(29_993),
      converted: { amount: usd(356), rate: '84.25', on: '2026-11-22', source: 'RBI reference rate' },
    })
    expect(body.charge.outstanding).toEqual(inr(7))
  })

  it('keeps the rate a payment used when the household writes down another', async () => {
    const { asha, subscribe, chargesOf, pay } = home
    const [charge] = await chargesOf(await subscribe())
    const { body } = await pay(charge, { amount: usd(100) })
    await rate({ rate: '90' })
    const { payments } = (await asha.get(`${asha.home}/charges/${charge.id}`)).body
    expect(payments[0]).toMatchObject({
      id: body.payment.id,
      converted: { rate: '84.25' },
      amount: inr(8425),
    })
    const { items } = (await asha.get(`${asha.home}/rates`)).body
    expect(items).toMatchObject([{ from: 'USD', to: 'INR', on: '2026-11-22', rate: '90' }])
    const gone = await asha.send(`${asha.home}/rates/${items[0].id}`, { method: 'DELETE' })
    expect(gone.status).toBe(204)
    expect((await asha.get(`${asha.home}/rates`)).body.items).toEqual([])
  })

  it('of several payers is divided as they paid it', async () => {
    const { asha, ravi, subscribe, chargesOf, pay } = home
    await rate({ rate: '83.333' })
    const [charge] = await chargesOf(await subscribe())
    const payers = [
      { memberId: asha.memberId, amount: 200 },
      { memberId: ravi, amount: 100 },
    ]
    const { body } = await pay(charge, { amount: usd(300), payers })
    expect(body.payment.amount).toEqual(inr(25_000))
    const parts = body.payment.payers.map(({ amount }: { amount: { amount: number } }) => amount.amount)
    expect(parts.toSorted((a: number, b: number) => b - a)).toEqual([16_667, 8333])
  })

  it('that is known the other way round is divided by, and the answer says by which', async () => {
    const { asha, subscribe, chargesOf, pay } = home
    const inForce = async (query: string) => (await asha.get(`${asha.home}/rates/in-force?${query}`)).body
    const price = { amount: 1549, currency: 'EUR' }
    const [charge] = await chargesOf(await subscribe({ price }))
    expect(await inForce('from=INR&to=EUR')).toEqual({ rate: null, inverse: false, old: false })
    expect((await pay(charge, { amount: inr(130_912) })).body.code).toBe('missing-rate')
    await rate({ from: 'EUR', to: 'INR', rate: '84.5', source: 'Card statement' })
    expect(await inForce('from=INR&to=EUR&on=2026-11-23')).toMatchObject({
      rate: { from: 'EUR', to: 'INR', rate: '84.5', on: '2026-11-22', source: 'Card statement' },
      inverse: true,
    })
    expect(await inForce('from=EUR&to=INR')).toMatchObject({ rate: { rate: '84.5' }, inverse: false })
    expect(await inForce('from=INR&to=EUR&on=2026-11-21')).toEqual({ rate: null, inverse: false, old: false })
    const { status, body } = await pay(charge, { amount: inr(130_912) })
    expect([status, body.charge.state]).toEqual([201, 'paid'])
    expect(body.payment).toMatchObject({
      amount: price,
      converted: {
        amount: inr(130_912),
        rate: '84.5',
        inverse: true,
        on: '2026-11-22',
        source: 'Card statement',
      },
    })
    // The direct rate of the same day comes first.
    await rate({ from: 'INR', to: 'EUR', rate: '0.0125', source: 'Bank' })
    expect(await inForce('from=INR&to=EUR')).toMatchObject({ rate: { rate: '0.0125' }, inverse: false })
  })

  it('is found behind any number of newer rates of other pairs', async () => {
    const { asha } = home
    await rate({ from: 'CHF', to: 'INR', on: '2025-01-01', rate: '97' })
    for (let day = 1; day <= 22; day++)
      for (const from of ['GBP', 'AUD', 'CAD'])
        await rate({ from, to: 'INR', on: `2026-11-${String(day).padStart(2, '0')}` })
    const listed = (await asha.get(`${asha.home}/rates`)).body.items
    expect(listed.some(({ from }: { from: string }) => from === 'CHF')).toBe(false)
    const { body } = await asha.get(`${asha.home}/rates/in-force?from=CHF&to=INR`)
    expect(body).toMatchObject({ rate: { from: 'CHF', rate: '97' }, inverse: false, old: true })
  })

  it('is asked about where the rate is more than thirty days old', async () => {
    const { subscribe, chargesOf, pay } = home
    await rate({ from: 'SGD', to: 'INR', on: '2026-10-23', rate: '65' })
    const [charge] = await chargesOf(await subscribe())
    const amount = { amount: 100, currency: 'SGD' }
    const asked = await pay(charge, { amount })
    expect([asked.status, asked.body.code]).toEqual([409, 'old-rate'])
    expect((await pay(charge, { amount, paidOn: '2026-11-22' })).status).toBe(201)
    const meant = await pay(charge, { amount, oldRate: true })
    expect([meant.status, meant.body.payment.amount]).toEqual([201, inr(6500)])
  })

  it('needs no rate where the statement says both sums', async () => {
    const { subscribe, chargesOf, pay } = home
    const [charge] = await chargesOf(await subscribe({ price: usd(1549) }))
    const amount = inr(131_240)
    for (const [wrong, pointer] of [
      [{ amount, settles: inr(131_240) }, '/settles/currency'],
      [{ amount: usd(1549), settles: usd(1549) }, '/amount/currency'],
      [{ settles: usd(1549) }, '/settles'],
    ] as const) {
      const { body, status } = await pay(charge, wrong)
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'currency-mismatch', pointer])
    }
    const { status, body } = await pay(charge, { amount, settles: usd(1549) })
    expect([status, body.charge.state]).toEqual([201, 'paid'])
    expect(body.payment).toMatchObject({
      amount: usd(1549),
      converted: { amount, rate: '84.725629', inverse: true, told: true, on: '2026-11-23' },
    })
  })

  it('refuses what is no rate', async () => {
    for (const [body, status, code] of [
      [{ rate: '0' }, 422, 'invalid-rate'],
      [{ rate: '0.000' }, 422, 'invalid-rate'],
      [{ to: 'USD' }, 422, 'invalid-rate'],
      [{ rate: '-1' }, 400, 'invalid-input'],
      [{ rate: '1e3' }, 400, 'invalid-input'],
      [{ rate: 'NaN' }, 400, 'invalid-input'],
      [{ source: '' }, 400, 'invalid-input'],
      [{ on: '2026-11-24' }, 422, 'date-out-of-range'],
    ] as const) {
      const answer = await rate(body)
      expect([answer.status, answer.body.code], JSON.stringify(body)).toEqual([status, code])
    }
  })
})
