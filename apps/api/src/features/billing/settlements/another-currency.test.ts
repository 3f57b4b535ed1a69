import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { joins, type Person } from '../../../../test/a-person.ts'
import { aSharedHome, inr, type SharedHome } from '../../../../test/a-shared-home.ts'
import { aVerifiedPerson } from '../../../../test/an-invitation.ts'
import { startApi, type Api } from '../../../../test/harness.ts'
import { ledgerFaults } from '../../../../test/ledger-checks.ts'

const usd = (amount: number) => ({ amount, currency: 'USD' })

describe('a debt that is settled in another currency', () => {
  let api: Api
  let home: SharedHome
  let tara: Person
  beforeAll(async () => void (api = await startApi({ now: '2026-11-23T06:00:00Z' })))
  afterAll(async () => {
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    await api.close()
  })
  /** Tara owes Asha $7.50. */
  beforeEach(async () => {
    home = await aSharedHome(api)
    tara = await joins(api, await aVerifiedPerson(api), home.asha.householdId, 'member')
    const split = { kind: 'equal', memberIds: [home.asha.memberId, tara.memberId] }
    const [charge] = await home.chargesOf(await home.subscribe({ price: usd(1500), split }))
    await home.pay(charge)
  })

  const settle = (body: object, by: Person = tara) =>
    by.post(`${home.asha.home}/settlements`, { from: tara.memberId, to: home.asha.memberId, ...body })
  const rate = (text: string, on = '2026-11-20') =>
    home.asha.send(`${home.asha.home}/rates`, {
      method: 'PUT',
      body: { from: 'USD', to: 'INR', on, rate: text, source: 'Bank' },
    })
  const owed = async () => (await home.asha.get(`${home.asha.home}/balances`)).body.transfers

  it('is less by what the transfer comes to at the rate of its day, which stays beside it', async () => {
    const without = await settle({ amount: inr(63_375), settlesCurrency: 'USD' })
    expect([without.status, without.body.code]).toEqual([422, 'missing-rate'])
    await rate('84.5')
    const part = await settle({ amount: inr(20_000), settlesCurrency: 'USD' })
    expect([part.status, part.body.amount]).toEqual([201, usd(237)])
    expect(await owed()).toMatchObject([{ amount: usd(513) }])
    const rest = await settle({ amount: inr(43_349), settlesCurrency: 'USD' })
    expect(rest.body).toMatchObject({
      amount: usd(513),
      converted: { amount: inr(43_349), rate: '84.5', inverse: true, told: false, on: '2026-11-20' },
    })
    expect(await owed()).toEqual([])
    await tara.post(`${home.asha.home}/settlements/${rest.body.id}/undo`)
    expect(await owed()).toMatchObject([{ amount: usd(513) }])
  })

  it('is settled by both sums where they are told, at most what is owed', async () => {
    const much = await settle({ amount: inr(64_000), settles: usd(751) })
    expect([much.status, much.body.errors[0].pointer]).toEqual([422, '/settles/amount'])
    const { status, body } = await settle({ amount: inr(64_000), settles: usd(750) })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      amount: usd(750),
      converted: { amount: inr(64_000), rate: '85.333333', inverse: true, told: true },
    })
    expect(await owed()).toEqual([])
  })

  it('asks about a rate of more than thirty days, and refuses what is more than the debt', async () => {
    await rate('84.5', '2026-10-01')
    const old = await settle({ amount: inr(63_375), settlesCurrency: 'USD' })
    expect([old.status, old.body.code]).toEqual([409, 'old-rate'])
    const much = await settle({ amount: inr(64_000), settlesCurrency: 'USD', oldRate: true })
    expect([much.status, much.body.code]).toEqual([422, 'amount-out-of-range'])
    expect((await settle({ amount: inr(63_375), settlesCurrency: 'USD', oldRate: true })).status).toBe(201)
  })

  it('refuses two currencies that are one, or differ', async () => {
    for (const wrong of [
      { amount: usd(750), settles: usd(750) },
      { amount: inr(64_000), settles: usd(750), settlesCurrency: 'EUR' },
    ]) {
      const { status, body } = await settle(wrong)
      expect([status, body.code]).toEqual([422, 'currency-mismatch'])
    }
  })

  it('is one transfer where both sides tell it, one of them in both sums', async () => {
    await rate('84.5')
    const first = await settle({ amount: inr(63_375), settlesCurrency: 'USD', reference: 'UPI 1' })
    const again = await settle({ amount: inr(63_375), settles: usd(740), reference: 'upi1' }, home.asha)
    expect(again.body).toMatchObject({ id: first.body.id, state: 'confirmed', amount: usd(750) })
  })

  it('says where rupees can be sent, to who owes them only', async () => {
    const upiId = 'asha@okaxis'
    const named = await home.asha.patch(`${home.asha.home}/members/${home.asha.memberId}`, { upiId })
    expect(named.status).toBe(200)
    const seenBy = async (person: Person) =>
      (await person.get(`${home.asha.home}/balances`)).body.transfers[0]
    expect(await seenBy(tara)).toMatchObject({ upiId, upi: null })
    expect(await seenBy(home.asha)).toMatchObject({ upiId: null })
  })
})
