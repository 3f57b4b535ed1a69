import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const days = (count: number) => ({ count, unit: 'day' })
const pack = {
  name: 'Jio',
  kind: 'mobile',
  startsOn: '2026-11-10',
  interval: days(28),
  renewal: 'manual',
  price: inr(30_000),
}
const stream = {
  name: 'Stream',
  kind: 'ott',
  startsOn: '2026-11-05',
  interval: { count: 1, unit: 'month' },
  price: inr(30_000),
}

const money = async (home: HouseholdInTime, id: string) => ({
  rows: (await home.inForce(id)).map(({ startsOn, amount, paid }) => [startsOn, amount.amount, paid.amount]),
  credits: (await home.get('/balances')).credits
    .filter(({ subscriptionId }: { subscriptionId: string }) => subscriptionId === id)
    .map(({ amount }: { amount: { amount: number } }) => amount.amount),
  spend: (await home.read(id)).lifetimeSpend
    .map(({ amount }: { amount: number }) => amount)
    .filter((amount: number) => amount !== 0),
})

const added = async (home: HouseholdInTime, draft: object, paid?: number): Promise<string> => {
  const { id } = await home.add(draft)
  const [first] = await home.inForce(id)
  await home.pay(first.id, paid === undefined ? {} : { amount: inr(paid), overpayment: paid > 30_000 })
  return id
}

const raviOf = async (home: HouseholdInTime): Promise<string> =>
  (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id

/** Acts of a kind that stand, the latest first. */
const actsOf = async (home: HouseholdInTime, id: string, of: string): Promise<string[]> =>
  (await home.read(id)).acts
    .filter(({ kind, stands }: { kind: string; stands: boolean }) => stands && kind === of)
    .map((act: { id: string }) => act.id)

const paidBy = async (home: HouseholdInTime, id: string, memberId: string): Promise<number> =>
  (await Promise.all((await home.allCharges(id)).map((charge) => home.get(`/charges/${charge.id}`))))
    .flatMap(({ payments }) => payments)
    .flatMap(({ payers }: { payers: { memberId: string; amount: { amount: number } }[] }) => payers)
    .filter((part: { memberId: string }) => part.memberId === memberId)
    .reduce((sum: number, part: { amount: { amount: number } }) => sum + part.amount.amount, 0)

describe('the payment of a recharge that is taken back', () => {
  it('goes with it, also where another recharge takes its period', () =>
    inTime('2026-11-30', async (home, api) => {
      const id = await added(home, pack)
      await home.act(id, 'renew', { payment: {} })
      await home.act(id, 'renew', { payment: {} })
      const both = await money(home, id)
      const [, first] = await actsOf(home, id, 'recharged')
      const undo = { kind: 'undo', of: first }
      expect(await home.outlook(id, undo)).toMatchObject({ freed: [], takenBack: [inr(30_000)] })
      await home.does(id, undo)
      const one = {
        rows: [
          ['2026-11-10', 30_000, 30_000],
          ['2026-12-08', 30_000, 30_000],
        ],
        credits: [],
        spend: [60_000],
      }
      expect(await money(home, id)).toEqual(one)
      const [taken] = await actsOf(home, id, 'undone')
      await home.does(id, { kind: 'undo', of: taken })
      expect(await money(home, id)).toEqual(both)
      await home.does(id, undo)
      expect(await money(home, id)).toEqual(one)
      await home.does(id, { kind: 'undo' })
      expect(await money(home, id)).toEqual({
        rows: [['2026-11-10', 30_000, 30_000]],
        credits: [],
        spend: [30_000],
      })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('leaves what the other one was paid with to that one, whatever else is open', () =>
    inTime('2026-11-30', async (home, api) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew', { price: inr(50_000), interval: days(84), payment: {} })
      await home.act(id, 'renew', { price: inr(30_000), interval: days(28), payment: {} })
      const [, first] = await actsOf(home, id, 'recharged')
      await home.does(id, { kind: 'undo', of: first })
      expect(await money(home, id)).toEqual({
        rows: [
          ['2026-11-10', 30_000, 0],
          ['2026-12-08', 30_000, 30_000],
        ],
        credits: [],
        spend: [30_000],
      })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('goes with it where its period was put right meanwhile', () =>
    inTime('2026-11-30', async (home, api) => {
      const id = await added(home, pack)
      await home.act(id, 'renew', { payment: {} })
      await home.does(id, { kind: 'correct', startsOn: '2026-11-09' })
      const corrected = await money(home, id)
      const [recharge] = await actsOf(home, id, 'recharged')
      await home.does(id, { kind: 'undo', of: recharge })
      expect(await money(home, id)).toMatchObject({ credits: [], spend: [30_000] })
      await home.does(id, { kind: 'undo', of: (await actsOf(home, id, 'undone'))[0] })
      expect(await money(home, id)).toEqual(corrected)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})

describe('a payment that is said along with an act', () => {
  it('is there whole where the recharge is remembered before another', () =>
    inTime('2026-11-30', async (home, api) => {
      for (const amount of [undefined, inr(30_000)]) {
        const id = await added(home, pack)
        const ravi = await raviOf(home)
        await home.act(id, 'renew', { renewedOn: '2026-11-25', payment: {} })
        const before = await money(home, id)
        await home.act(id, 'renew', { renewedOn: '2026-11-20', payment: { paidBy: ravi, amount } })
        expect(await money(home, id)).toEqual({
          rows: [
            ['2026-11-10', 30_000, 30_000],
            ['2026-12-08', 30_000, 30_000],
            ['2027-01-05', 30_000, 30_000],
          ],
          credits: [],
          spend: [90_000],
        })
        expect(await paidBy(home, id, ravi)).toBe(30_000)
        const { balances } = await home.get('/balances')
        expect(balances).toContainEqual(expect.objectContaining({ memberId: ravi, amount: inr(30_000) }))
        await home.does(id, { kind: 'undo' })
        expect(await money(home, id)).toEqual(before)
        await home.does(id, { kind: 'withdraw' })
        expect(await ledgerFaults(api.postgres.pool)).toEqual([])
      }
    }))

  it('pays its own period and no other, also where an earlier one is open', () =>
    inTime('2026-11-30', async (home) => {
      const { id } = await home.add(pack)
      await home.act(id, 'renew', { renewedOn: '2026-11-25', payment: {} })
      await home.act(id, 'renew', { renewedOn: '2026-11-20', payment: {} })
      expect((await money(home, id)).rows).toEqual([
        ['2026-11-10', 30_000, 0],
        ['2026-12-08', 30_000, 30_000],
        ['2027-01-05', 30_000, 30_000],
      ])
    }))

  it('is not cut by what was credit before: that waits for the next one', () =>
    inTime('2026-11-30', async (home, api) => {
      for (const amount of [undefined, inr(30_000)]) {
        const id = await added(home, pack, 50_000)
        const ravi = await raviOf(home)
        await home.act(id, 'renew', { payment: { amount, paidBy: ravi } })
        expect(await money(home, id)).toMatchObject({ credits: [20_000], spend: [80_000] })
        expect(await paidBy(home, id, ravi)).toBe(30_000)
        await home.does(id, { kind: 'withdraw' })
        expect(await ledgerFaults(api.postgres.pool)).toEqual([])
      }
    }))

  it('pays what is charged beside the periods before credit does', () =>
    inTime('2026-11-30', async (home, api) => {
      const { id } = await home.add(stream)
      const ravi = await raviOf(home)
      for (const charge of await home.inForce(id)) await home.pay(charge.id)
      await home.act(id, 'cancel')
      expect(await money(home, id)).toMatchObject({ credits: [30_000] })
      const fee = { kind: 'charge', purpose: 'fee', amount: inr(1900), payment: { paidBy: ravi } }
      await home.does(id, fee)
      expect(await money(home, id)).toMatchObject({ credits: [30_000], spend: [61_900] })
      expect(await paidBy(home, id, ravi)).toBe(1900)
      const [cancelled] = await actsOf(home, id, 'cancelled')
      await home.does(id, { kind: 'undo', of: cancelled })
      expect((await money(home, id)).rows).toContainEqual(['2026-11-30', 1900, 1900])
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('goes again with its act, and leaves what other recharges were paid with', () =>
    inTime('2026-11-30', async (home, api) => {
      const id = await added(home, pack)
      await home.act(id, 'renew')
      await home.act(id, 'renew', { price: inr(50_000), interval: days(84), payment: {} })
      const before = await money(home, id)
      expect(before).toMatchObject({ spend: [80_000] })
      await home.act(id, 'renew', { renewedOn: '2026-11-20', payment: {} })
      expect(await money(home, id)).toEqual({
        rows: [
          ['2026-11-10', 30_000, 30_000],
          ['2026-12-08', 30_000, 30_000],
          ['2027-01-05', 30_000, 0],
          ['2027-02-02', 50_000, 50_000],
        ],
        credits: [],
        spend: [110_000],
      })
      expect(await home.outlook(id, { kind: 'undo' })).toMatchObject({
        goes: 1,
        changes: 1,
        becomesCredit: [],
        takenBack: [inr(30_000)],
      })
      await home.does(id, { kind: 'undo' })
      expect(await money(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('is there too where its period was waived, and comes back to it', () =>
    inTime('2026-11-30', async (home, api) => {
      const id = await added(home, pack)
      await home.act(id, 'renew', { renewedOn: '2026-11-25', payment: {} })
      const [, second] = await home.inForce(id)
      await home.person.post(`${home.person.home}/charges/${second.id}/waive`)
      const before = await money(home, id)
      await home.act(id, 'renew', { renewedOn: '2026-11-20', payment: {} })
      expect(await money(home, id)).toMatchObject({ credits: [], spend: [90_000] })
      await home.does(id, { kind: 'undo' })
      expect(await money(home, id)).toEqual(before)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('stays credit where its pack was given up, also once another pack has its place', () =>
    inTime('2026-11-30', async (home, api) => {
      const id = await added(home, pack)
      await home.act(id, 'renew', { payment: {} })
      await home.act(id, 'cancel', { when: 'now' })
      expect(await money(home, id)).toMatchObject({ credits: [30_000], spend: [60_000] })
      await home.moveTo('2026-12-20')
      await home.act(id, 'renew', { payment: {} })
      expect(await money(home, id)).toEqual({
        rows: [
          ['2026-11-10', 30_000, 30_000],
          ['2026-12-20', 30_000, 30_000],
        ],
        credits: [30_000],
        spend: [90_000],
      })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})
