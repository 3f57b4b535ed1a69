import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../test/a-shared-home.ts'
import { aVerifiedPerson } from '../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'
import { stored } from '../../../test/stored.ts'

describe('two entries that are one person', () => {
  let api: Api
  let home: SharedHome
  let joined: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(async () => {
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    await api.close()
  })
  /** Ravi was there without an account, and joined by a link that was not for him by name. */
  beforeEach(async () => {
    home = await aSharedHome(api)
    joined = await joins(api, await aVerifiedPerson(api, { name: 'Ravi K' }), home.asha.householdId, 'member')
  })

  const merge = (id = home.ravi, into = joined.memberId) => home.post(`/members/${id}/merge`, { into })
  const read = async (path: string) => (await home.asha.get(`${home.asha.home}${path}`)).body
  const owes = async (): Promise<Record<string, number>> => {
    const names: Record<string, string> = {
      [home.asha.memberId]: 'Asha',
      [home.meera]: 'Meera',
      [home.ravi]: 'Ravi',
      [joined.memberId]: 'Ravi K',
    }
    return Object.fromEntries(
      (await read('/balances')).balances.map(
        ({ memberId, amount }: { memberId: string; amount: { amount: number } }) => [
          names[memberId] ?? memberId,
          amount.amount,
        ],
      ),
    )
  }

  it('have one balance, which says in the history where it came from', async () => {
    const [charge] = await home.chargesOf(await home.subscribe())
    await home.pay(charge)
    expect(await owes()).toEqual({ Asha: 20_000, Meera: -10_000, Ravi: -10_000 })
    const { status, body } = await merge()
    expect([status, body.id]).toEqual([200, joined.memberId])
    expect(await owes()).toEqual({ Asha: 20_000, Meera: -10_000, 'Ravi K': -10_000 })
    const { items } = await read('/history')
    expect(items[0]).toMatchObject({ kind: 'merged', amount: null, subscription: null })
    const present = (await read('/members')).items.map(({ id }: { id: string }) => id)
    expect(present).not.toContain(home.ravi)
    const settled = await joined.post(`${joined.home}/settlements`, {
      from: joined.memberId,
      to: home.asha.memberId,
      amount: inr(10_000),
    })
    expect(settled.status).toBe(201)
  })

  it('bear together what each bore, of what is paid, open and to come', async () => {
    const { asha, ravi, subscribe, chargesOf, pay } = home
    const ids = [asha.memberId, ravi, joined.memberId]
    const subscription = await subscribe({
      startsOn: '2026-10-20',
      paidBy: ravi,
      managedBy: ravi,
      usedBy: [ravi, joined.memberId],
      split: { kind: 'equal', memberIds: ids },
    })
    const [first] = await chargesOf(subscription)
    await pay(first, { paidBy: ravi })
    await merge()
    const { paidBy, managedBy, usedBy, split } = await read(`/subscriptions/${subscription.id}`)
    expect([paidBy, managedBy, usedBy]).toEqual([joined.memberId, joined.memberId, [joined.memberId]])
    expect(split).toEqual({
      kind: 'shares',
      weights: [
        { memberId: asha.memberId, weight: 1 },
        { memberId: joined.memberId, weight: 2 },
      ],
    })
    const charges = await chargesOf(subscription)
    expect(charges.map(({ paidBy: payer }: { paidBy: string }) => payer)).toEqual(
      charges.map(() => joined.memberId),
    )
    for (const { shares } of charges)
      expect(Object.fromEntries(shares.map(nameless))).toEqual({
        [asha.memberId]: 10_000,
        [joined.memberId]: 20_000,
      })
    expect(await owes()).toEqual({ 'Ravi K': 10_000, Asha: -10_000 })
    // What was paid before is taken back from the one person, and paid again by them.
    const { payments } = await read(`/charges/${first.id}`)
    expect((await home.post(`/payments/${payments[0].id}/reverse`)).status).toBe(201)
    expect(await owes()).toEqual({})
    await pay(first)
    expect(await owes()).toEqual({ 'Ravi K': 10_000, Asha: -10_000 })
  })

  it('owe what the shares say, to the paisa, and again once they are two', async () => {
    const { asha, ravi, subscribe, chargesOf, pay, post } = home
    const ids = [asha.memberId, ravi, joined.memberId]
    const subscription = await subscribe({
      price: inr(9_001),
      startsOn: '2026-10-20',
      split: { kind: 'equal', memberIds: ids },
    })
    for (const charge of await chargesOf(subscription)) await pay(charge)
    const [first] = await chargesOf(subscription)
    await post(`/charges/${first.id}/payments`, { amount: inr(100), overpayment: true })
    const apart = await owes()
    const asShares = async () => {
      const charges = await chargesOf(subscription)
      return charges
        .flatMap(({ shares }: { shares: { memberId: string; amount: { amount: number } }[] }) => shares)
        .filter(({ memberId }: { memberId: string }) => memberId === joined.memberId)
        .reduce((sum: number, { amount }: { amount: { amount: number } }) => sum - amount.amount, 0)
    }
    await merge()
    const together = await owes()
    expect(together['Ravi K']).toBe(await asShares())
    await post(`/charges/${first.id}/correct`, { amount: inr(9_001) })
    expect(await owes()).toEqual(together)
    expect((await home.post(`/members/${ravi}/unmerge`)).status).toBe(200)
    expect(await owes()).toEqual(apart)
  })

  it('keep the credit of what either overpaid', async () => {
    const { ravi, subscribe, chargesOf, pay } = home
    const pack = await subscribe({ renewal: 'manual' })
    const [charge] = await chargesOf(pack)
    await pay(charge, { amount: inr(33_000), overpayment: true, paidBy: ravi })
    await merge()
    expect(await owes()).toEqual({ Asha: -10_000, Meera: -10_000, 'Ravi K': 20_000 })
  })

  it('can become a third, with all that was theirs', async () => {
    const [charge] = await home.chargesOf(await home.subscribe())
    await home.pay(charge)
    expect((await merge(home.ravi, home.meera)).status).toBe(200)
    expect((await merge(home.meera)).status).toBe(200)
    expect(await owes()).toEqual({ Asha: 20_000, 'Ravi K': -20_000 })
    const { payments } = await read(`/charges/${charge.id}`)
    await home.post(`/payments/${payments[0].id}/reverse`)
    expect(await owes()).toEqual({})
  })

  /** Shared by three, a pack that was overpaid, a fee of their own, a number of Ravi’s, a transfer. */
  const aMonth = async () => {
    const { asha, ravi, meera, subscribe, chargesOf, pay, post } = home
    const shared = await subscribe({
      startsOn: '2026-10-20',
      paidBy: ravi,
      managedBy: ravi,
      usedBy: [ravi, joined.memberId],
      split: { kind: 'equal', memberIds: [asha.memberId, ravi, joined.memberId] },
    })
    const [first] = await chargesOf(shared)
    await pay(first, { paidBy: ravi })
    const pack = await subscribe({ renewal: 'manual' })
    const [charge] = await chargesOf(pack)
    await pay(charge, { amount: inr(33_000), overpayment: true, paidBy: ravi })
    await post(`/subscriptions/${pack.id}/acts`, {
      act: {
        kind: 'charge',
        purpose: 'fee',
        amount: inr(9_000),
        split: {
          kind: 'exact',
          parts: [
            { memberId: ravi, amount: 4_000 },
            { memberId: meera, amount: 5_000 },
          ],
        },
        payment: {},
      },
    })
    await post('/lines', { kind: 'mobile', number: '98765 43210', memberId: ravi })
    await post('/settlements', { from: meera, to: ravi, amount: inr(2_000) })
    return { shared, first, pack }
  }

  const unmerge = (id = home.ravi) => home.post(`/members/${id}/unmerge`)
  const others = ['balances', 'members', 'lines', 'mergings', 'settlements']
  /** All that shows who owes, pays, bears and uses. */
  const everything = async () => {
    const subscriptions = (await read('/subscriptions')).items.map(({ id }: { id: string }) => id)
    const details = await Promise.all(subscriptions.map((id: string) => read(`/subscriptions/${id}`)))
    const charges = (await read('/charges?limit=100')).items
    const seen = await Promise.all(others.map((path) => read(`/${path}`)))
    return JSON.parse(
      JSON.stringify({ details, charges, seen }, (key, value) =>
        key === 'revision' || key === 'updatedAt' ? undefined : value,
      ),
    )
  }

  describe('and are two after all', () => {
    it('have exactly what each had, and can be one again', async () => {
      await aMonth()
      const before = await everything()
      expect((await merge()).status).toBe(200)
      const after = await everything()
      expect(after).not.toEqual(before)
      expect((await read('/mergings')).mergings).toEqual([
        { memberId: home.ravi, intoId: joined.memberId, on: '2026-11-23' },
      ])
      for (const expected of [before, after, before]) {
        const turned = expected === after ? await merge() : await unmerge()
        expect([turned.status, turned.body.code]).toEqual([200, undefined])
        expect(await everything()).toEqual(expected)
      }
      const { items } = await read('/history')
      expect(items[0]).toMatchObject({ kind: 'unmerged', amount: null, subscription: null })
    })

    it('have what was raised since too, each their part', async () => {
      const { shared } = await aMonth()
      await merge()
      const act = { kind: 'changePrice', price: inr(60_000) }
      await home.post(`/subscriptions/${shared.id}/acts`, { act })
      expect((await unmerge()).status).toBe(200)
      const charges = await home.chargesOf(shared)
      for (const { shares } of charges)
        expect(shares.map(({ memberId }: { memberId: string }) => memberId).toSorted()).toEqual(
          [home.asha.memberId, home.ravi, joined.memberId].toSorted(),
        )
    })

    it('wait until what rests on it is taken back: money, and who pays', async () => {
      const { shared, first } = await aMonth()
      await merge()
      const refused = async () => {
        const { status, body } = await unmerge()
        expect([status, body.code]).toEqual([409, 'rests-on-it'])
      }
      const [, second] = await home.chargesOf(shared)
      const { body } = await home.pay(second)
      await refused()
      await home.post(`/payments/${body.payment.id}/reverse`)
      const transfer = { from: home.asha.memberId, to: joined.memberId, amount: inr(1_000) }
      const settled = await home.post('/settlements', transfer)
      expect(settled.status).toBe(201)
      await refused()
      expect((await home.post(`/settlements/${settled.body.id}/undo`)).status).toBeLessThan(300)
      const change = (paidBy: string) =>
        home.asha.patch(`${home.asha.home}/subscriptions/${shared.id}`, { paidBy })
      await change(home.asha.memberId)
      await refused()
      await change(joined.memberId)
      expect((await unmerge()).status).toBe(200)
      expect((await read(`/charges/${first.id}`)).paidBy).toBe(home.ravi)
    })

    it('are refused where nothing was merged, or by who may not', async () => {
      await merge()
      const answers = [
        [await unmerge(home.meera), 409, 'illegal-transition'],
        [await unmerge(crypto.randomUUID()), 404, 'not-found'],
        [await joined.post(`${joined.home}/members/${home.ravi}/unmerge`), 403, 'forbidden'],
      ] as const
      for (const [answer, status, code] of answers)
        expect([answer.status, answer.body.code]).toEqual([status, code])
      expect((await unmerge()).status).toBe(200)
      expect((await unmerge()).body.code).toBe('illegal-transition')
    })
  })

  it('are refused where the one that goes has an account, is gone or is the same; nothing is touched', async () => {
    // That it was refused is written down.
    const but = ['idempotent_answers', 'audit_entries']
    const before = await stored(api, but)
    const refusals = [
      [await merge(joined.memberId, home.ravi), 409, 'illegal-transition'],
      [await merge(home.ravi, home.ravi), 422, 'unknown-member'],
      [await merge(home.ravi, crypto.randomUUID()), 422, 'unknown-member'],
      [await merge(crypto.randomUUID()), 404, 'not-found'],
      [
        await joined.post(`${joined.home}/members/${home.ravi}/merge`, { into: joined.memberId }),
        403,
        'forbidden',
      ],
    ] as const
    for (const [answer, status, code] of refusals)
      expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await stored(api, but)).toEqual(before)
    expect((await merge()).status).toBe(200)
    expect((await merge()).status).toBe(404)
  })
})

const nameless = ({ memberId, amount }: { memberId: string; amount: { amount: number } }) => [
  memberId,
  amount.amount,
]
