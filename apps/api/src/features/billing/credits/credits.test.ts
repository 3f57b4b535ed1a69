import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'

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
  const entriesOf = async (charge: { id: string }) => {
    const { payments } = (await home.asha.get(`${home.asha.home}/charges/${charge.id}`)).body
    return payments.map(({ entry, amount }: { entry: string; amount: { amount: number } }) => [
      entry,
      amount.amount,
    ])
  }
  const refund = (charge: { id: string }, body: object) => home.post(`/charges/${charge.id}/refunds`, body)

  /** ₹400 for a charge of ₹300: ₹100 of the next is paid by the credit, the rest by Ravi, who gets ₹250 back. */
  const refundedAhead = async () => {
    const { ravi, subscribe, chargesOf, pay } = home
    const subscription = await subscribe()
    const [charge, next] = await chargesOf(subscription)
    const { body } = await pay(charge, { amount: inr(40_000), overpayment: true })
    await pay(next, { amount: inr(20_000), paidBy: ravi })
    const refunded = await refund(next, { amount: inr(25_000), receivedBy: ravi, note: 'Sent back' })
    expect(refunded.body.charge).toMatchObject({ amount: inr(5000), paid: inr(5000) })
    return { subscription, charge, next, payment: body.payment }
  }

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
    expect(meant.body.charge).toMatchObject({ paid: inr(30_100), credit: inr(0), state: 'paid' })
    // It paid for the next charge at once.
    expect((await chargesOf({ id: charge.subscriptionId }))[1]).toMatchObject({ paid: inr(100) })
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
    expect((await chargesOf(pack))[0]).toMatchObject({ credit: inr(3000) })
    await home.post(`/subscriptions/${pack.id}/renew`)
    const [used, next] = await chargesOf(pack)
    expect(used).toMatchObject({ paid: inr(33_000), credit: inr(0) })
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

  describe('that paid a charge of which something came back since', () => {
    it('goes back with its payment: the refund stays as far as what people paid there', async () => {
      const { subscription, next, payment } = await refundedAhead()
      expect((await reverse(payment)).status).toBe(201)
      const [first, second] = await home.chargesOf(subscription)
      expect(first).toMatchObject({ paid: inr(0), outstanding: inr(30_000) })
      // The provider had ₹200 of Ravi for it and gave ₹200 of them back.
      expect(second).toMatchObject({ amount: inr(10_000), paid: inr(0), outstanding: inr(10_000) })
      expect(await entriesOf(next)).toEqual([
        ['credit', 10_000],
        ['payment', 20_000],
        ['refund', -25_000],
        ['reversal', 25_000],
        ['reversal', -10_000],
        ['refund', -20_000],
      ])
      expect((await read()).credits).toEqual([])
      expect(await home.balances()).toEqual({})
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    })

    it('goes back where the bill it came from was higher, and what is left of the refund can be told there', async () => {
      const { subscription, charge } = await refundedAhead()
      const corrected = await home.post(`/charges/${charge.id}/correct`, {
        amount: inr(40_000),
        reason: 'The bill says so',
      })
      expect([corrected.status, corrected.body.paid, corrected.body.state]).toEqual([
        200,
        inr(40_000),
        'paid',
      ])
      expect((await home.chargesOf(subscription))[1]).toMatchObject({ outstanding: inr(10_000) })
      expect((await read()).credits).toEqual([])
      const told = await refund(charge, { amount: inr(5000), receivedBy: home.ravi })
      expect(told.status).toBe(201)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    })

    it('says in the history that the refund was taken back by itself', async () => {
      const { payment } = await refundedAhead()
      await reverse(payment)
      const { items } = (await home.asha.get(`${home.asha.home}/history`)).body
      const kinds = items.map(({ kind, recordedBy }: { kind: string; recordedBy: string | null }) =>
        recordedBy === null ? `${kind} by itself` : kind,
      )
      expect(kinds.slice(0, 4).toSorted()).toEqual([
        'refund by itself',
        'reversal',
        'reversal by itself',
        'reversal by itself',
      ])
    })
  })

  it('that paid a charge whose period went is credit again, and pays it once more where it comes back', async () => {
    const { subscribe, chargesOf, pay, post } = home
    const subscription = await subscribe()
    const [charge] = await chargesOf(subscription)
    await pay(charge, { amount: inr(40_000), overpayment: true })
    await post(`/subscriptions/${subscription.id}/cancel`)
    expect((await chargesOf(subscription))[1]).toMatchObject({ state: 'void', paid: inr(0) })
    expect((await read()).credits).toMatchObject([{ amount: inr(10_000) }])
    await post(`/subscriptions/${subscription.id}/reactivate`)
    expect((await chargesOf(subscription))[1]).toMatchObject({ paid: inr(10_000), outstanding: inr(20_000) })
    expect((await read()).credits).toEqual([])
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })

  it('that paid a charge whose period went is credit again, less what had come back of it', async () => {
    const { asha, subscribe, chargesOf, pay, post } = home
    const subscription = await subscribe()
    const [charge, next] = await chargesOf(subscription)
    const { body } = await pay(charge, { amount: inr(40_000), overpayment: true })
    await pay(next, { amount: inr(20_000) })
    await refund(next, { amount: inr(25_000), receivedBy: asha.memberId })
    expect((await post(`/subscriptions/${subscription.id}/cancel`)).status).toBe(200)
    expect((await chargesOf(subscription))[1]).toMatchObject({ state: 'void', paid: inr(5000) })
    expect((await read()).credits).toMatchObject([{ amount: inr(5000) }])
    expect((await reverse(body.payment)).status).toBe(201)
    expect((await read()).credits).toEqual([])
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })
})
