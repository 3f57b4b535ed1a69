import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, joins } from '../../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'

describe('credit with one provider pays a charge of another', () => {
  let api: Api
  let home: SharedHome
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterEach(() => api.close())

  const detailOf = async ({ id }: { id: string }) =>
    (await home.asha.get(`${home.asha.home}/subscriptions/${id}`)).body
  const creditOf = async (subscription: { id: string }): Promise<number> =>
    (await detailOf(subscription)).credits.reduce(
      (sum: number, { amount }: { amount: { amount: number } }) => sum + amount.amount,
      0,
    )
  const move = (charge: { id: string }, { id }: { id: string }, more: object = {}) =>
    home.post(`/charges/${charge.id}/from-credit`, { subscriptionId: id, ...more })
  const reverse = (payment: { id: string }) => home.post(`/payments/${payment.id}/reverse`)

  /** Ravi paid ₹300 for a period that does not come: credit that nothing of its own can use. */
  const cancelledWithCredit = async (more: object = {}) => {
    const old = await home.subscribe(more)
    const [first, next] = await home.chargesOf(old)
    await home.pay(first, { paidBy: home.ravi })
    await home.pay(next, { paidBy: home.ravi })
    await home.post(`/subscriptions/${old.id}/cancel`)
    return { old, next }
  }

  it('says on the subscription what its provider owes back, by the charge it was paid on', async () => {
    const { old, next } = await cancelledWithCredit()
    expect((await detailOf(old)).credits).toEqual([
      { chargeId: next.id, startsOn: next.startsOn, endsOn: next.endsOn, amount: inr(30_000) },
    ])
  })

  it('pays as much as is open, and shares, balances and what each cost stay exact', async () => {
    const { old } = await cancelledWithCredit()
    const other = await home.subscribe({ name: 'Line', price: inr(21_000) })
    const [due] = await home.chargesOf(other)
    const before = await home.balances()
    expect(before).toEqual({ Ravi: 20_000, Asha: -10_000, Meera: -10_000 })
    const { status, body } = await move(due, old)
    expect([status, body.charge.state, body.payment.amount]).toEqual([201, 'paid', inr(21_000)])
    expect(await creditOf(old)).toBe(9000)
    // Ravi’s ₹210 that waited with the provider paid for all three now.
    expect(await home.balances()).toEqual({ Ravi: 34_000, Asha: -17_000, Meera: -17_000 })
    expect((await detailOf(old)).lifetimeSpend).toEqual([inr(39_000)])
    expect((await detailOf(other)).lifetimeSpend).toEqual([inr(21_000)])
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })

  it('gives everything back when either side of it is taken back, once', async () => {
    const { old, next } = await cancelledWithCredit()
    const [due] = await home.chargesOf(await home.subscribe({ name: 'Line' }))
    const before = [await home.balances(), await creditOf(old), await detailOf(old)]
    const { body } = await move(due, old, { amount: inr(12_345) })
    expect((await reverse(body.payment)).status).toBe(201)
    expect((await home.asha.get(`${home.asha.home}/charges/${due.id}`)).body).toMatchObject({ paid: inr(0) })
    expect([await home.balances(), await creditOf(old), await detailOf(old)]).toEqual(before)
    expect((await reverse(body.payment)).body.code).toBe('already-reversed')

    await move(due, old)
    const { payments } = (await home.asha.get(`${home.asha.home}/charges/${next.id}`)).body
    const refund = payments.findLast(({ entry }: { entry: string }) => entry === 'refund')
    expect((await reverse(refund)).status).toBe(201)
    expect((await home.asha.get(`${home.asha.home}/charges/${due.id}`)).body).toMatchObject({ paid: inr(0) })
    expect([await home.balances(), await creditOf(old)]).toEqual(before.slice(0, 2))
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })

  it('leaves the charge due again where the cancelled period comes back', async () => {
    const { old } = await cancelledWithCredit()
    const [due] = await home.chargesOf(await home.subscribe({ name: 'Line' }))
    await move(due, old)
    await home.post(`/subscriptions/${old.id}/reactivate`)
    expect((await home.chargesOf(old))[1]).toMatchObject({ paid: inr(0), outstanding: inr(30_000) })
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })

  it('is refused beyond the credit, beyond what is open, in another currency, for a closed charge and its own', async () => {
    const { old } = await cancelledWithCredit()
    const [due] = await home.chargesOf(await home.subscribe({ name: 'Line', price: inr(90_000) }))
    const refusals = [
      await move(due, old, { amount: inr(30_001) }),
      await move(due, old, { amount: { amount: 100, currency: 'USD' } }),
      await move((await home.chargesOf(old))[0], old),
      await move({ id: due.id }, { id: due.subscriptionId }),
    ]
    expect(refusals.map(({ status, body }) => [status, body.code, body.errors?.[0]?.pointer])).toEqual([
      [422, 'amount-out-of-range', '/amount/amount'],
      [422, 'currency-mismatch', '/amount/currency'],
      [409, 'charge-closed', undefined],
      [409, 'charge-closed', undefined],
    ])
    const [small] = await home.chargesOf(await home.subscribe({ name: 'Small', price: inr(1000) }))
    expect((await move(small, old, { amount: inr(1001) })).body.code).toBe('amount-out-of-range')
    await home.pay(small)
    expect((await move(small, old)).body.code).toBe('charge-closed')
    const abroad = await home.subscribe({ name: 'Abroad', price: { amount: 1000, currency: 'USD' } })
    expect((await move((await home.chargesOf(abroad))[0], old)).body.code).toBe('amount-out-of-range')
    expect(await creditOf(old)).toBe(30_000)
  })

  it('is for who may change both, and never tells of what is private', async () => {
    const { old } = await cancelledWithCredit()
    const [due] = await home.chargesOf(await home.subscribe({ name: 'Line' }))
    const member = await joins(api, await aPerson(api), home.asha.householdId, 'member')
    const path = (id: string) => `${home.asha.home}/charges/${id}/from-credit`
    expect((await member.post(path(due.id), { subscriptionId: old.id })).status).toBe(403)

    const secret = await home.subscribe({ name: 'Secret', visibility: 'private', split: { kind: 'payer' } })
    const [hidden] = await home.chargesOf(secret)
    const manager = await joins(api, await aPerson(api), home.asha.householdId, 'manager')
    expect((await manager.post(path(hidden.id), { subscriptionId: old.id })).status).toBe(404)
    const { body } = await move(hidden, old)
    expect(body.charge).toMatchObject({ paid: inr(30_000) })
    const shown = JSON.stringify((await manager.get(`${home.asha.home}/history`)).body)
    expect(shown).not.toContain('Secret')
    const { items } = (await manager.get(`${home.asha.home}/payments?subscriptionId=${old.id}`)).body
    const refund = items.find(({ entry }: { entry: string }) => entry === 'refund')
    expect((await manager.post(`${home.asha.home}/payments/${refund.id}/reverse`)).status).toBe(403)
    expect((await reverse(refund)).status).toBe(201)
    expect(await creditOf(old)).toBe(30_000)
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })

  it('happens once however often the answer is lost', async () => {
    const { old } = await cancelledWithCredit()
    const [due] = await home.chargesOf(await home.subscribe({ name: 'Line' }))
    const send = () =>
      home.asha.send(`${home.asha.home}/charges/${due.id}/from-credit`, {
        method: 'POST',
        body: { subscriptionId: old.id, amount: inr(5000) },
        headers: { 'Idempotency-Key': 'one-move-of-credit-000001' },
      })
    expect((await send()).body).toEqual((await send()).body)
    expect(await creditOf(old)).toBe(25_000)
  })
})
