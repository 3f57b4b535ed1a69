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
