import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joins } from '../../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { aVerifiedPerson } from '../../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

describe('a charge that somebody knows better', () => {
  let api: Api
  let home: SharedHome
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterEach(() => api.close())

  const act = (charge: { id: string }, action: string, body: object = {}) =>
    home.post(`/charges/${charge.id}/${action}`, body)

  it('takes the amount of the real bill with a reason, its tax in proportion, and splits that', async () => {
    const { subscribe, chargesOf, sharesOf } = home
    const subscription = await subscribe({ price: inr(82_000), taxIncluded: false })
    const [charge] = await chargesOf(subscription)
    expect(charge).toMatchObject({ amount: inr(96_760), net: inr(82_000), tax: inr(14_760) })
    const { status, body } = await act(charge, 'correct', {
      amount: inr(100_000),
      reason: 'Two calls abroad',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ amount: inr(100_000), net: inr(84_746), tax: inr(15_254), state: 'overdue' })
    expect(Object.values(sharesOf(body)).reduce((sum, part) => sum + part, 0)).toBe(100_000)
    expect(body.corrections).toMatchObject([
      { kind: 'correction', before: inr(96_760), after: inr(100_000), reason: 'Two calls abroad' },
    ])
  })

  it('keeps a corrected amount when the price changes, which touches only what is not billed yet', async () => {
    const { asha, subscribe, chargesOf } = home
    const subscription = await subscribe()
    const [running, ahead] = await chargesOf(subscription)
    await act(ahead, 'correct', { amount: inr(20_000), reason: 'Half price in December' })
    await asha.patch(`${asha.home}/subscriptions/${subscription.id}`, { price: inr(40_000) })
    const after = await chargesOf(subscription)
    expect(after.map(({ amount }) => amount)).toEqual([inr(30_000), inr(20_000)])
    expect(after[0].id).toBe(running.id)
    await api.clock.moveTo('2026-12-20T06:00:00Z')
    const billed = (await asha.post('/v1/auth/sign-in')).status
    expect(billed).toBeGreaterThanOrEqual(200)
    const { rows } = await api.postgres.pool.query(
      'select amount from charges where subscription_id = $1 order by index',
      [subscription.id],
    )
    expect(rows.map(({ amount }) => Number(amount))).toEqual([30_000, 20_000, 40_000])
  })

  it('that is paid already: less makes a credit, more is owed again, and everybody’s part follows', async () => {
    const { subscribe, chargesOf, pay, balances } = home
    const subscription = await subscribe()
    const [charge] = await chargesOf(subscription)
    await pay(charge)
    expect(await balances()).toEqual({ Asha: 20_000, Meera: -10_000, Ravi: -10_000 })
    const more = await act(charge, 'correct', { amount: inr(36_000), reason: 'Late fee' })
    expect(more.body).toMatchObject({ state: 'overdue', outstanding: inr(6000) })
    expect(await balances()).toEqual({ Asha: 20_000, Meera: -10_000, Ravi: -10_000 })
    const less = await act(charge, 'correct', { amount: inr(27_000), reason: 'Late fee forgiven, and more' })
    // The next charge takes the credit at once.
    expect(less.body).toMatchObject({ state: 'paid', paid: inr(30_000), credit: inr(0) })
    const [, ahead] = await chargesOf(subscription)
    expect(ahead).toMatchObject({ paid: inr(3000), state: 'partlyPaid' })
    expect(await balances()).toEqual({ Asha: 20_000, Meera: -10_000, Ravi: -10_000 })
  })

  it('can be waived and owed again; a waived one takes no payment', async () => {
    const { subscribe, chargesOf, pay } = home
    const [charge] = await chargesOf(await subscribe())
    await pay(charge, { amount: inr(10_000) })
    const waived = await act(charge, 'waive', { reason: 'They gave the month for free' })
    expect(waived.body).toMatchObject({ state: 'waived', outstanding: inr(0), paid: inr(10_000) })
    expect((await pay(charge)).body.code).toBe('charge-closed')
    expect((await act(charge, 'waive')).body.code).toBe('charge-closed')
    expect((await act(charge, 'correct', { amount: inr(1), reason: 'x' })).body.code).toBe('charge-closed')
    const owed = await act(charge, 'unwaive')
    expect(owed.body).toMatchObject({ state: 'overdue', outstanding: inr(20_000) })
    expect((await act(charge, 'unwaive')).body.code).toBe('illegal-transition')
    expect(owed.body.corrections.map(({ kind }: { kind: string }) => kind)).toEqual(['waived', 'unwaived'])
  })

  it('is changed by managers, and by members where the subscription is theirs', async () => {
    const { asha, subscribe, chargesOf } = home
    const [charge] = await chargesOf(await subscribe())
    const member = await joins(api, await aVerifiedPerson(api), asha.householdId, 'member')
    const path = `${asha.home}/charges/${charge.id}`
    const amount = { amount: inr(100), reason: 'Mine now' }
    expect((await member.post(`${path}/correct`, amount)).status).toBe(403)
    expect((await member.get(path)).body.mayChange).toBe(false)
    const own = await member.post(`${asha.home}/subscriptions`, {
      name: 'Own',
      kind: 'ott',
      startsOn: '2026-11-20',
      interval: { count: 1, unit: 'month' },
      price: inr(9900),
    })
    const ownPath = `${asha.home}/charges/${own.body.timeline[0].chargeId}`
    expect((await member.get(ownPath)).body.mayChange).toBe(true)
    expect((await member.post(`${ownPath}/correct`, amount)).status).toBe(200)
  })

  it('refuses another currency, less than nothing and no reason', async () => {
    const { subscribe, chargesOf } = home
    const [charge] = await chargesOf(await subscribe())
    const usd = await act(charge, 'correct', { amount: { amount: 1, currency: 'USD' }, reason: 'x' })
    expect([usd.status, usd.body.code]).toEqual([422, 'currency-mismatch'])
    for (const body of [
      { amount: inr(-1), reason: 'x' },
      { amount: inr(1), reason: ' ' },
      { amount: inr(1) },
    ])
      expect((await act(charge, 'correct', body)).status).toBe(400)
  })
})
