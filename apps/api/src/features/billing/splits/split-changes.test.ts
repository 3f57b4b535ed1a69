import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { joins } from '../../../../test/a-person.ts'
import { aVerifiedPerson } from '../../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../../test/harness.ts'

describe('a split', () => {
  let api: Api
  let home: SharedHome
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterEach(() => api.close())

  const change = (id: string, body: object, headers: Record<string, string> = {}) =>
    home.asha.patch(`${home.asha.home}/subscriptions/${id}`, body, headers)

  /** Exact amounts of a full period, in paise. */
  const exact = (asha: number, ravi: number) => ({
    kind: 'exact',
    parts: [
      { memberId: home.asha.memberId, amount: asha },
      { memberId: home.ravi, amount: ravi },
    ],
  })

  const sharesOfEach = async (subscription: { id: string }) =>
    (await home.chargesOf(subscription)).map((charge) => home.sharesOf(charge))

  it('is by equal parts, shares, percents or exact amounts, and always sums to the charge', async () => {
    const { asha, ravi, meera, subscribe, chargesOf, sharesOf } = home
    const kinds = [
      [{ kind: 'payer' }, { Asha: 30_000 }],
      [
        { kind: 'equal', memberIds: [asha.memberId, ravi] },
        { Asha: 15_000, Ravi: 15_000 },
      ],
      [
        {
          kind: 'shares',
          weights: [
            { memberId: asha.memberId, weight: 2 },
            { memberId: meera, weight: 1 },
            { memberId: ravi, weight: 0 },
          ],
        },
        { Asha: 20_000, Meera: 10_000, Ravi: 0 },
      ],
      [
        {
          kind: 'percent',
          parts: [
            { memberId: asha.memberId, basisPoints: 3333 },
            { memberId: ravi, basisPoints: 6667 },
          ],
        },
        { Asha: 9999, Ravi: 20_001 },
      ],
      [
        {
          kind: 'exact',
          parts: [
            { memberId: asha.memberId, amount: 10_001 },
            { memberId: meera, amount: 19_999 },
          ],
        },
        { Asha: 10_001, Meera: 19_999 },
      ],
    ] as const
    for (const [split, shares] of kinds) {
      const subscription = await subscribe({ split })
      const [charge] = await chargesOf(subscription)
      expect(sharesOf(charge)).toEqual(shares)
      expect(subscription.splits).toEqual([{ fromOn: null, split }])
    }
  })

  describe('of exact amounts at another price', () => {
    it('is scaled to it from its first period on, and what runs stays as it is', async () => {
      const subscription = await home.subscribe({ split: exact(20_000, 10_000) })
      const { status, body } = await change(subscription.id, { price: inr(35_000) })
      expect(status).toBe(200)
      expect(body.splits).toEqual([
        { fromOn: null, split: exact(20_000, 10_000) },
        { fromOn: '2026-12-20', split: exact(23_333, 11_667) },
      ])
      expect(await sharesOfEach(subscription)).toEqual([
        { Asha: 20_000, Ravi: 10_000 },
        { Asha: 23_333, Ravi: 11_667 },
      ])
      // The price that was brings the amounts that were, and nothing is left to be said of the day.
      expect((await change(subscription.id, { price: inr(30_000) })).body.splits).toEqual([
        { fromOn: null, split: exact(20_000, 10_000) },
      ])
    })

    it('changes with it in one step, from the first period of that price on', async () => {
      const subscription = await home.subscribe({ split: exact(20_000, 10_000) })
      const { status, body } = await change(subscription.id, {
        price: inr(35_000),
        split: exact(30_000, 5000),
      })
      expect([status, body.split]).toEqual([200, exact(20_000, 10_000)])
      expect(await sharesOfEach(subscription)).toEqual([
        { Asha: 20_000, Ravi: 10_000 },
        { Asha: 30_000, Ravi: 5000 },
      ])
    })

    it('reaches back where the day is said, and is refused where it fits the old price only', async () => {
      const subscription = await home.subscribe({ split: exact(20_000, 10_000) })
      const wrong = await change(subscription.id, { price: inr(35_000), split: exact(20_000, 10_000) })
      expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid-split'])
      const both = { price: inr(36_000), split: exact(18_000, 18_000), splitFrom: '2026-11-20' }
      expect((await change(subscription.id, both)).status).toBe(200)
      expect(await sharesOfEach(subscription)).toEqual([
        { Asha: 15_000, Ravi: 15_000 },
        { Asha: 18_000, Ravi: 18_000 },
      ])
    })

    it('counts the tax that comes on top', async () => {
      const subscription = await home.subscribe({ taxIncluded: false, split: exact(17_700, 17_700) })
      const { status, body } = await change(subscription.id, { price: inr(40_000) })
      expect([status, body.splits.at(-1).split]).toEqual([200, exact(23_600, 23_600)])
    })

    it('of a pack follows its next recharge', async () => {
      const subscription = await home.subscribe({ renewal: 'manual', split: exact(20_000, 10_000) })
      expect((await change(subscription.id, { price: inr(36_000) })).status).toBe(200)
      expect((await home.post(`/subscriptions/${subscription.id}/renew`)).status).toBe(200)
      expect(await sharesOfEach(subscription)).toEqual([
        { Asha: 20_000, Ravi: 10_000 },
        { Asha: 24_000, Ravi: 12_000 },
      ])
    })
  })

  it('that does not add up is refused with its place, and nothing is written', async () => {
    const { asha, ravi, subscribe } = home
    const { id } = await subscribe()
    const both = [asha.memberId, ravi]
    const percents = (first: number, second: number) => ({
      kind: 'percent',
      parts: [
        { memberId: asha.memberId, basisPoints: first },
        { memberId: ravi, basisPoints: second },
      ],
    })
    const refusals = [
      [percents(5000, 4999), 422, 'invalid-split', '/split/parts'],
      [percents(10_000, 1), 422, 'invalid-split', '/split/parts'],
      [percents(10_001, 0), 400, 'invalid-input', '/split/parts/0/basisPoints'],
      [exact(10_000, 10_000), 422, 'invalid-split', '/split/parts'],
      [exact(-1, 30_001), 400, 'invalid-input', '/split/parts/0/amount'],
      [{ kind: 'equal', memberIds: [...both, ravi] }, 422, 'invalid-split', '/split/memberIds'],
      [{ kind: 'shares', weights: [{ memberId: ravi, weight: 0 }] }, 422, 'invalid-split', '/split/weights'],
      [
        { kind: 'shares', weights: [{ memberId: crypto.randomUUID(), weight: 1 }] },
        422,
        'unknown-member',
        '/split/weights/0/memberId',
      ],
    ] as const
    for (const [split, status, code, pointer] of refusals) {
      const answer = await change(id, { split })
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([
        status,
        code,
        pointer,
      ])
    }
    for (const splitFrom of ['2026-11-19', '2028-01-01']) {
      const answer = await change(id, { split: { kind: 'payer' }, splitFrom })
      expect([answer.body.code, answer.body.errors[0].pointer]).toEqual(['date-out-of-range', '/splitFrom'])
    }
    expect((await asha.get(`${asha.home}/subscriptions/${id}`)).body).toMatchObject({ revision: 1 })
  })

  it('changes from a day on: each day of a period is borne by the rule of that day', async () => {
    const { asha, ravi, subscribe, chargesOf, sharesOf } = home
    const subscription = await subscribe({ split: { kind: 'equal', memberIds: [asha.memberId] } })
    const split = { kind: 'equal', memberIds: [asha.memberId, ravi] }
    const { body } = await change(subscription.id, { split, splitFrom: '2026-12-05' })
    expect(body.splits).toEqual([
      { fromOn: null, split: { kind: 'equal', memberIds: [asha.memberId] } },
      { fromOn: '2026-12-05', split },
    ])
    expect(body.split).toEqual({ kind: 'equal', memberIds: [asha.memberId] })
    const [running, next] = await chargesOf(subscription)
    // 20 November to 19 December: 15 days of Asha alone, 15 of both.
    expect(sharesOf(running)).toEqual({ Asha: 22_500, Ravi: 7500 })
    expect(
      running.shares.map(({ days, ofDays }: { days: number; ofDays: number }) => [days, ofDays]),
    ).toEqual(
      expect.arrayContaining([
        [30, 30],
        [15, 30],
      ]),
    )
    expect(sharesOf(next)).toEqual({ Asha: 15_000, Ravi: 15_000 })
  })

  it('that reaches back into what is paid adjusts what people owe, as an entry of its own', async () => {
    const { asha, ravi, subscribe, chargesOf, pay, balances } = home
    const subscription = await subscribe({ split: { kind: 'equal', memberIds: [asha.memberId] } })
    const [running] = await chargesOf(subscription)
    await pay(running)
    expect(await balances()).toEqual({})
    const both = { kind: 'equal', memberIds: [asha.memberId, ravi] }
    await change(subscription.id, { split: both, splitFrom: '2026-11-20' })
    expect(await balances()).toEqual({ Asha: 15_000, Ravi: -15_000 })
    await change(subscription.id, { split: { kind: 'payer' }, splitFrom: '2026-12-05' })
    expect(await balances()).toEqual({ Asha: 7500, Ravi: -7500 })
    const { body } = await asha.get(`${asha.home}/history?kind=split`)
    expect(body.items.map(({ changes }: { changes: object[] }) => changes.length)).toEqual([2, 2])
    await change(subscription.id, { split: both, splitFrom: '2026-11-20' })
    await home.post(`/payments/${(await asha.get(`${asha.home}/payments`)).body.items[0].id}/reverse`)
    expect(await balances()).toEqual({})
  })

  it('edited by two managers at once is kept once: the second is told what is there now', async () => {
    const { asha, ravi, subscribe } = home
    const manager = await joins(api, await aVerifiedPerson(api), asha.householdId, 'manager')
    const { id, revision } = await subscribe()
    const ifMatch = { 'If-Match': `"${revision}"` }
    const first = { split: { kind: 'equal', memberIds: [asha.memberId, ravi] } }
    expect((await change(id, first, ifMatch)).status).toBe(200)
    const late = await manager.patch(
      `${asha.home}/subscriptions/${id}`,
      { split: { kind: 'payer' } },
      ifMatch,
    )
    expect([late.status, late.body.code]).toEqual([412, 'stale-revision'])
    expect(late.body.current.split).toEqual(first.split)
  })
})

describe('who leaves', () => {
  let api: Api
  let home: SharedHome
  beforeEach(async () => {
    api = await startApi({ now: '2026-11-23T06:00:00Z' })
    home = await aSharedHome(api)
  })
  afterEach(() => api.close())

  it('owes by the day: their share ends with the day before, paid or not', async () => {
    const { ravi, subscribe, chargesOf, pay, balances, post, sharesOf } = home
    const paid = await subscribe({ name: 'Paid' })
    await pay((await chargesOf(paid))[0])
    const open = await subscribe({ name: 'Open', split: { kind: 'percent', parts: thirds() } })
    const refused = await post(`/members/${ravi}/remove`)
    expect([refused.status, refused.body.code]).toEqual([409, 'open-balance'])
    expect((await post(`/members/${ravi}/remove`, { acceptOpenBalance: true })).status).toBe(200)
    // Ravi bears 33.34 % of 3 of 30 days.
    const [running, next] = await chargesOf(open)
    expect(sharesOf(running)).toEqual({ Asha: 14_500, Meera: 14_500, Ravi: 1000 })
    expect(Object.keys(sharesOf(next)).toSorted()).toEqual(['Asha', 'Meera'])
    expect(await balances()).toEqual({ Asha: 15_500, Meera: -14_500, Ravi: -1000 })
  })

  const thirds = () => [
    { memberId: home.asha.memberId, basisPoints: 3333 },
    { memberId: home.meera, basisPoints: 3333 },
    { memberId: home.ravi, basisPoints: 3334 },
  ]

  it('hands over what they paid, and pays no more', async () => {
    const { asha, ravi, subscribe, chargesOf, pay, post, balances } = home
    const alone = await subscribe({ paidBy: ravi, managedBy: ravi, split: { kind: 'payer' } })
    const [running] = await chargesOf(alone)
    await pay(running, { paidBy: ravi })
    await post(`/members/${ravi}/remove`, { acceptOpenBalance: true })
    const { body } = await asha.get(`${asha.home}/subscriptions/${alone.id}`)
    expect(body).toMatchObject({ paidBy: asha.memberId, managedBy: asha.memberId })
    // He paid for the whole month and used three days of it.
    expect(await balances()).toEqual({ Asha: -27_000, Ravi: 27_000 })
    const [, next] = await chargesOf(alone)
    const late = await pay(next, { paidBy: ravi })
    expect([late.status, late.body.code]).toEqual([422, 'unknown-member'])
    const { body: read } = await asha.get(`${asha.home}/balances`)
    expect(read.balances.find(({ memberId }: { memberId: string }) => memberId === ravi)).toMatchObject({
      memberName: 'Ravi',
      hasLeft: true,
    })
    const settled = await post('/settlements', { from: asha.memberId, to: ravi, amount: inr(27_000) })
    expect(settled.status).toBe(201)
    expect(await balances()).toEqual({})
  })

  it('bears no day of what another paid and bore alone, although the next was theirs to pay', async () => {
    const { asha, ravi, meera, subscribe, chargesOf, pay, post, balances, sharesOf } = home
    const alone = await subscribe({ paidBy: meera, split: { kind: 'payer' } })
    const [running] = await chargesOf(alone)
    await pay(running, { paidBy: meera })
    await asha.patch(`${asha.home}/subscriptions/${alone.id}`, { paidBy: ravi })
    expect((await post(`/members/${ravi}/remove`)).status).toBe(200)
    const [after, next] = await chargesOf(alone)
    expect([sharesOf(after), sharesOf(next)]).toEqual([{ Meera: 30_000 }, { Asha: 30_000 }])
    expect(await balances()).toEqual({})
  })

  it('bears what they paid alone until that day only, although another pays the next', async () => {
    const { asha, ravi, meera, subscribe, chargesOf, pay, post, balances, sharesOf } = home
    const alone = await subscribe({ paidBy: ravi, split: { kind: 'payer' } })
    const [running] = await chargesOf(alone)
    await pay(running, { paidBy: ravi })
    await asha.patch(`${asha.home}/subscriptions/${alone.id}`, { paidBy: meera })
    await post(`/members/${ravi}/remove`, { acceptOpenBalance: true })
    const [after, next] = await chargesOf(alone)
    expect([sharesOf(after), sharesOf(next)]).toEqual([{ Asha: 27_000, Ravi: 3000 }, { Meera: 30_000 }])
    expect(await balances()).toEqual({ Asha: -27_000, Ravi: 27_000 })
    await asha.patch(`${asha.home}/subscriptions/${alone.id}`, { paidBy: asha.memberId })
    expect(sharesOf((await chargesOf(alone))[0])).toEqual({ Asha: 27_000, Ravi: 3000 })
  })
})
