import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import type { Api } from '../../../test/harness.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

/** Answers of the API, as a test reads them. */
// eslint-disable-next-line typescript/no-explicit-any
type Json = any

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }
const films = { name: 'Films', kind: 'ott', startsOn: '2026-11-05', interval: month, price: inr(30_000) }
const line = { name: 'Line', kind: 'mobile', startsOn: '2026-11-20', interval: month, price: inr(20_000) }

const moneyOf = async (home: HouseholdInTime, id: string) => ({
  rows: (await home.inForce(id)).map(
    ({ startsOn, amount, paid, state, credit }: Json) =>
      `${startsOn} ${amount.amount} ${paid.amount} ${state} ${credit.amount}`,
  ),
  credits: (await home.read(id)).credits.map(({ amount }: Json) => amount.amount),
  spent: (await home.read(id)).lifetimeSpend.flatMap(({ amount }: Json) => (amount === 0 ? [] : [amount])),
  balances: (await home.get('/balances')).balances,
})

/** Takes the newest line of the history back, whatever it is. */
const back = async (home: HouseholdInTime, id: string) =>
  home.does(id, { kind: 'undo', of: (await home.read(id)).acts[0].id })

/** Films by two, the running period and the next one paid: the second by both, 10,000 and 20,000. */
const paidAhead = async (home: HouseholdInTime) => {
  const ravi = (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id as string
  const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
  const { id } = await home.add({ ...films, split })
  const [running, next] = await home.inForce(id)
  await home.pay(running.id)
  const payers = [
    { memberId: home.person.memberId, amount: 10_000 },
    { memberId: ravi, amount: 20_000 },
  ]
  await home.pay(next.id, { payers, amount: inr(30_000) })
  return { id, ravi, next }
}

const addsUp = async (api: Api) => {
  const faults = await ledgerFaults(api.postgres.pool)
  expect(faults.filter((fault) => !fault.includes('exactly one event'))).toEqual([])
}

describe('money on a charge that goes', () => {
  it('stays as credit where nothing is said', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await paidAhead(home)
      expect((await home.act(id, 'cancel', { money: { to: 'credit' } })).credits).toMatchObject([
        { amount: inr(30_000) },
      ])
    }))

  it.each([
    ['cancel', { kind: 'cancel' }],
    ['cancel now', { kind: 'cancel', when: 'now' }],
    ['withdraw', { kind: 'withdraw' }],
  ])('came back to each who had paid it: %s, undone, and back', (_, act) =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await paidAhead(home)
      const before = await moneyOf(home, id)
      const said = { ...act, money: { to: 'refund', method: 'card' } }
      const { freed } = await home.outlook(id, said)
      expect(freed).toEqual([inr(act.kind === 'withdraw' ? 60_000 : 30_000)])
      await home.does(id, said)
      const after = await moneyOf(home, id)
      expect(after).toMatchObject({ credits: [], spent: act.kind === 'withdraw' ? [] : [30_000] })
      for (const expected of [before, after, before, after, before]) {
        await back(home, id)
        expect(await moneyOf(home, id)).toEqual(expected)
      }
      await addsUp(api)
    }),
  )

  it('came back to one of them for both', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id, ravi } = await paidAhead(home)
      const running = (await home.get('/balances')).balances
      await home.act(id, 'cancel', { money: { to: 'refund', receivedBy: ravi } })
      expect((await home.read(id)).credits).toEqual([])
      // Ravi holds what the other one had paid, beside half of the period that runs.
      const { balances } = await home.get('/balances')
      const his = balances.find(({ memberId }: Json) => memberId === ravi)
      expect(his.amount.amount).toBe(-15_000 - 10_000)
      expect(running).not.toEqual(balances)
      await addsUp(api)
    }))

  it('pays a charge of another subscription, of everybody his own; what that does not need stays', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id, ravi } = await paidAhead(home)
      const { id: other } = await home.add(line)
      const [due] = await home.inForce(other)
      const states = async () => [await moneyOf(home, id), await moneyOf(home, other)]
      const before = await states()
      await home.act(id, 'cancel', { money: { to: 'charge', chargeId: due.id } })
      const after = await states()
      expect(after[0]?.credits).toEqual([10_000])
      expect((await home.get(`/charges/${due.id}`)).payments.at(-1)).toMatchObject({
        amount: inr(20_000),
        payers: expect.arrayContaining([{ memberId: ravi, amount: inr(13_333) }]),
      })
      for (const expected of [before, after, before]) {
        await back(home, id)
        expect(await states()).toEqual(expected)
      }
      await addsUp(api)
    }))

  it('is what a correction frees beyond what the right charges need', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await paidAhead(home)
      const before = await moneyOf(home, id)
      const said = { kind: 'correct', startsOn: '2026-11-07', price: inr(20_000), money: { to: 'refund' } }
      expect((await home.outlook(id, said)).freed).toEqual([inr(20_000)])
      await home.does(id, said)
      const after = await moneyOf(home, id)
      expect(after).toMatchObject({
        rows: ['2026-11-07 20000 20000 paid 0', '2026-12-07 20000 20000 paid 0'],
        credits: [],
        spent: [40_000],
      })
      for (const expected of [before, after, before]) {
        await back(home, id)
        expect(await moneyOf(home, id)).toEqual(expected)
      }
      await addsUp(api)
    }))

  it('is not taken back once the charge that it paid gave it away: that refund goes first', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await paidAhead(home)
      const { id: other } = await home.add(line)
      const [due] = await home.inForce(other)
      await home.act(id, 'cancel', { money: { to: 'charge', chargeId: due.id } })
      const refund = await home.person.post(`${home.person.home}/charges/${due.id}/refunds`, {
        amount: inr(15_000),
      })
      const act = { kind: 'undo' }
      expect(await home.refused(id, 'acts', { act })).toMatchObject({ code: 'rests-on-it' })
      await home.person.post(`${home.person.home}/payments/${refund.body.payment.id}/reverse`)
      await home.does(id, act)
      expect((await home.read(id)).credits).toEqual([])
      await addsUp(api)
    }))

  it('is refused, and nothing written, where it cannot go', () =>
    inTime('2026-11-29', async (home) => {
      const { id, next } = await paidAhead(home)
      const { id: other } = await home.add(line)
      const [due] = await home.inForce(other)
      await home.pay(due.id)
      const before = await home.read(id)
      const nobody = crypto.randomUUID()
      const refusals = [
        [{ to: 'charge', chargeId: due.id }, 'charge-closed', '/money/chargeId'],
        [{ to: 'charge', chargeId: next.id }, 'charge-closed', '/money/chargeId'],
        [{ to: 'charge', chargeId: nobody }, 'charge-closed', '/money/chargeId'],
        [{ to: 'refund', receivedBy: nobody }, 'unknown-member', '/money/receivedBy'],
      ] as const
      for (const [money, code, pointer] of refusals) {
        expect(await home.refused(id, 'cancel', { money })).toMatchObject({ code, errors: [{ pointer }] })
        const act = { kind: 'cancel', money }
        expect(await home.refused(id, 'acts', { act })).toMatchObject({ code })
      }
      expect(await home.read(id)).toEqual(before)
    }))
})
