import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

describe('more than is due', () => {
  let api: Api
  let home: SharedHome
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterEach(() => api.close())

  const read = async () => (await home.asha.get(`${home.asha.home}/balances`)).body
  const reverse = (payment: { id: string }) => home.post(`/payments/${payment.id}/reverse`)
  const refund = (charge: { id: string }, body: object) => home.post(`/charges/${charge.id}/refunds`, body)

  it('is refused unless it is meant, also when a due is paid a second time', async () => {
    const { subscribe, chargesOf, pay } = home
    const [charge] = await chargesOf(await subscribe())
    const more = await pay(charge, { amount: inr(30_001) })
    expect([more.status, more.body.code, more.body.errors[0].pointer]).toEqual([
      422,
      'amount-out-of-range',
      '/amount/amount',
    ])
    expect((await pay(charge)).status).toBe(201)
    const again = await pay(charge, { amount: inr(30_000) })
    expect([again.status, again.body.code]).toEqual([409, 'charge-closed'])
    const meant = await pay(charge, { amount: inr(100), overpayment: true })
    expect(meant.body.charge).toMatchObject({ paid: inr(30_100), credit: inr(100), state: 'paid' })
  })

  it('becomes a credit that everybody sees and that pays the next charge, to the paisa', async () => {
    const { subscribe, chargesOf, pay, balances } = home
    // A manual pack has no next charge until it is recharged.
    const pack = await subscribe({ renewal: 'manual', interval: { count: 28, unit: 'day' } })
    const [charge] = await chargesOf(pack)
    await pay(charge, { amount: inr(33_000), overpayment: true })
    expect(await balances()).toEqual({ Asha: 20_000, Meera: -10_000, Ravi: -10_000 })
    const { credits } = await read()
    expect(credits).toEqual([{ subscriptionId: pack.id, subscriptionName: 'Stream', amount: inr(3000) }])
    await home.post(`/subscriptions/${pack.id}/renew`)
    const [, next] = await chargesOf(pack)
    expect(next).toMatchObject({ paid: inr(3000), outstanding: inr(27_000) })
    expect((await read()).credits).toEqual([])
    expect(await balances()).toEqual({ Asha: 22_000, Meera: -11_000, Ravi: -11_000 })
    const { payments } = (await home.asha.get(`${home.asha.home}/charges/${next.id}`)).body
    expect(payments).toMatchObject([{ entry: 'credit', paidBy: null, payers: [], amount: inr(3000) }])
    await pay(next)
    expect(await balances()).toEqual({ Asha: 40_000, Meera: -20_000, Ravi: -20_000 })
    const { lifetimeSpend } = (await home.asha.get(`${home.asha.home}/subscriptions/${pack.id}`)).body
    expect(lifetimeSpend).toEqual([inr(60_000)])
  })

  it('goes back with the payment it came from, also where it paid something else meanwhile', async () => {
    const { subscribe, chargesOf, pay, balances } = home
    const subscription = await subscribe()
    const [charge] = await chargesOf(subscription)
    const { body } = await pay(charge, { amount: inr(40_000), overpayment: true })
    expect((await chargesOf(subscription))[1]).toMatchObject({ paid: inr(10_000) })
    expect((await reverse(body.payment)).status).toBe(201)
    const [first, second] = await chargesOf(subscription)
    expect([first.paid, second.paid]).toEqual([inr(0), inr(0)])
    expect(await balances()).toEqual({})
    expect((await read()).credits).toEqual([])
  })

  it('is not for the eyes of others where the subscription is private', async () => {
    const { asha, subscribe, chargesOf, pay, balances } = home
    const secret = await subscribe({
      name: 'Secret',
      visibility: 'private',
      split: { kind: 'payer' },
      renewal: 'manual',
    })
    await pay((await chargesOf(secret))[0], { amount: inr(31_000), overpayment: true })
    expect(await balances()).toEqual({})
    expect((await read()).credits).toMatchObject([{ subscriptionName: 'Secret' }])
    expect((await asha.get(`${asha.home}/history`)).body.items).toHaveLength(1)
  })

  it('comes back as a refund: first what was paid too much, then the charge becomes less', async () => {
    const { ravi, subscribe, chargesOf, pay, balances } = home
    const pack = await subscribe({ renewal: 'manual' })
    const [charge] = await chargesOf(pack)
    await pay(charge, { amount: inr(31_000), overpayment: true })
    const first = await refund(charge, { amount: inr(1000), note: 'Sent back' })
    expect(first.status).toBe(201)
    expect(first.body.charge).toMatchObject({ amount: inr(30_000), paid: inr(30_000), state: 'paid' })
    const second = await refund(charge, { amount: inr(15_000), receivedBy: ravi })
    expect(second.body.charge).toMatchObject({ amount: inr(15_000), paid: inr(15_000), state: 'paid' })
    // Asha paid 300, Ravi holds 150, everybody bears 50.
    expect(await balances()).toEqual({ Asha: 25_000, Meera: -5000, Ravi: -20_000 })
    const much = await refund(charge, { amount: inr(15_001) })
    expect([much.status, much.body.code]).toEqual([422, 'amount-out-of-range'])
    const { payments, corrections } = (await home.asha.get(`${home.asha.home}/charges/${charge.id}`)).body
    expect(payments.map(({ entry }: { entry: string }) => entry)).toEqual(['payment', 'refund', 'refund'])
    expect(corrections).toMatchObject([{ kind: 'refund', before: inr(30_000), after: inr(15_000) }])
    await reverse(second.body.payment)
    expect(await balances()).toEqual({ Asha: 20_000, Meera: -10_000, Ravi: -10_000 })
    expect((await chargesOf(pack))[0]).toMatchObject({ amount: inr(30_000), paid: inr(30_000) })
  })

  it('a refund stands in the way of taking back the payment it came from', async () => {
    const { subscribe, chargesOf, pay } = home
    const [charge] = await chargesOf(await subscribe({ renewal: 'manual' }))
    const { body } = await pay(charge)
    await refund(charge, { amount: inr(10_000) })
    const late = await reverse(body.payment)
    expect([late.status, late.body.code]).toEqual([422, 'amount-out-of-range'])
  })
})
