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
  price: inr(29_900),
  renewal: 'manual',
}
const booster = { kind: 'charge', purpose: 'booster', title: '6 GB', amount: inr(6_900), validity: days(2) }

const extras = async (home: HouseholdInTime, id: string) =>
  (await home.allCharges(id)).filter(({ extra }) => extra !== null)

describe('a charge beside the periods', () => {
  it('is a booster with days of its own, and leaves the base pack alone', () =>
    inTime('2026-11-20', async (home, api) => {
      const { id } = await home.add(pack)
      const after = await home.does(id, { ...booster, payment: { method: 'UPI' } })
      expect(after).toMatchObject({
        usableUntil: '2026-12-07',
        extras: [
          {
            purpose: 'booster',
            title: '6 GB',
            startsOn: '2026-11-20',
            usableUntil: '2026-11-21',
            state: 'paid',
            paid: inr(6_900),
          },
        ],
        lifetimeSpend: [inr(6_900)],
      })
      expect(await extras(home, id)).toMatchObject([
        { extra: { purpose: 'booster', title: '6 GB' }, amount: inr(6_900), state: 'paid' },
      ])
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('is due on its day, counts in the month, and is shared as the subscription is', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...pack, pastPeriods: 'unpaid' })
      const fee = { kind: 'charge', purpose: 'lateFee', amount: inr(10_000), dueOn: '2026-11-25' }
      await home.does(id, fee)
      const [charge] = await extras(home, id)
      expect(charge).toMatchObject({ state: 'due', dueOn: '2026-11-25', shares: [{ amount: inr(10_000) }] })
      await home.moveTo('2026-11-26')
      const { needs } = await home.get('/overview')
      expect(
        needs.filter(({ amount }: { amount: { amount: number } }) => amount.amount === 10_000),
      ).toHaveLength(1)
    }))

  it('is shared as was said of it, whatever is said of the subscription', () =>
    inTime('2026-11-20', async (home, api) => {
      const member = async (name: string) =>
        (await home.person.post(`${home.person.home}/members`, { name })).body.id
      const [ravi, mina] = [await member('Ravi'), await member('Mina')]
      const { memberId } = home.person
      const { id } = await home.add({ ...pack, split: { kind: 'equal', memberIds: [memberId, mina] } })
      const fee = { kind: 'charge', purpose: 'installation', amount: inr(90_000) }
      const split = {
        kind: 'shares',
        weights: [memberId, ravi].map((of, at) => ({ memberId: of, weight: at + 1 })),
      }
      const { extras: shown } = await home.does(id, { ...fee, split, payment: {} })
      expect(shown).toMatchObject([{ split }])
      const shares = async () =>
        (await extras(home, id))
          .filter(({ state }) => state !== 'void')
          .map((charge) =>
            charge.shares.map(
              ({ memberId: of, amount }: { memberId: string; amount: { amount: number } }) => [
                of,
                amount.amount,
              ],
            ),
          )
      const said = [
        [
          [memberId, 30_000],
          [ravi, 60_000],
        ],
      ]
      expect(await shares()).toEqual(said)
      await home.change(id, { split: { kind: 'payer' } })
      expect(await shares()).toEqual(said)
      // Undone and done again, and with one who leaves.
      const { acts } = await home.does(id, { kind: 'undo' })
      expect(await shares()).toEqual([])
      await home.does(id, { kind: 'undo', of: acts[0].id })
      expect(await shares()).toEqual(said)
      // Two entries for one person, and then one who leaves.
      await home.person.post(`${home.person.home}/members/${ravi}/merge`, { into: mina })
      const merged = async () => (await home.read(id)).extras[0].split
      expect(await merged()).toMatchObject({ weights: [{ memberId }, { memberId: mina }] })
      const shared = { kind: 'equal', memberIds: [memberId, mina] }
      await home.does(id, { ...booster, validity: days(20), amount: inr(8000), split: shared })
      await home.moveTo('2026-11-25')
      const left = await home.person.post(`${home.person.home}/members/${mina}/remove`, {
        acceptOpenBalance: true,
      })
      expect(left.status).toBe(200)
      await home.moveTo('2026-11-26')
      const [last] = (await home.read(id)).extras
      expect(last.split).toEqual({ kind: 'equal', memberIds: [memberId] })
      // Five of the twenty days were halved.
      expect((await shares()).flat()).toContainEqual([mina, 1000])
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('refuses a split that does not come to it, names a stranger, or somebody else where it is private', () =>
    inTime('2026-11-20', async (home) => {
      const { memberId } = home.person
      const ravi = (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id
      const shared = await home.add(pack)
      const mine = await home.add({ ...pack, visibility: 'private' })
      const refused = async (id: string, split: object) => {
        const act = { kind: 'charge', purpose: 'fee', amount: inr(500), split }
        const { status, body } = await home.person.post(`${home.person.home}/subscriptions/${id}/acts`, {
          act,
        })
        return [status, body.code, body.errors?.[0]?.pointer]
      }
      const exact = { kind: 'exact', parts: [{ memberId, amount: 400 }] }
      expect(await refused(shared.id, exact)).toEqual([422, 'invalid-split', '/act/split/parts'])
      const stranger = '00000000-0000-4000-8000-000000000000'
      const equal = { kind: 'equal', memberIds: [memberId, stranger] }
      expect(await refused(shared.id, equal)).toEqual([422, 'unknown-member', '/act/split/memberIds/1'])
      const others = { kind: 'equal', memberIds: [ravi] }
      expect(await refused(mine.id, others)).toEqual([422, 'invalid-split', '/act/split/memberIds/0'])
      await home.does(shared.id, { kind: 'charge', purpose: 'fee', amount: inr(500), split: others })
      const closed = await home.person.patch(`${home.person.home}/subscriptions/${shared.id}`, {
        visibility: 'private',
      })
      expect([closed.status, closed.body.errors?.[0]?.pointer]).toEqual([422, '/visibility'])
    }))

  it('stays whatever becomes of the periods, and goes with what is withdrawn', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(pack)
      await home.does(id, { kind: 'charge', purpose: 'installation', amount: inr(50_000) })
      await home.does(id, { kind: 'correct', startsOn: '2026-11-12' })
      await home.act(id, 'cancel', { when: 'now' })
      expect(await extras(home, id)).toMatchObject([{ state: 'due', amount: inr(50_000) }])
      await home.does(id, { kind: 'withdraw' })
      expect(await extras(home, id)).toMatchObject([{ state: 'void' }])
      await home.does(id, { kind: 'undo' })
      expect(await extras(home, id)).toMatchObject([{ state: 'due' }])
    }))

  it('lies in no day before the beginning, also where that is put right later', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(pack)
      const fee = { kind: 'charge', purpose: 'fee', amount: inr(500), startsOn: '2026-11-12' }
      await home.does(id, fee)
      const path = `${home.person.home}/subscriptions/${id}/acts`
      const correct = (startsOn: string) => home.person.post(path, { act: { kind: 'correct', startsOn } })
      const { status, body } = await correct('2026-11-15')
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'date-out-of-range', '/act/startsOn'])
      expect((await correct('2026-11-12')).status).toBe(200)
    }))

  it('is taken back by itself, with the payment that came with it', () =>
    inTime('2026-11-20', async (home, api) => {
      const { id } = await home.add(pack)
      await home.does(id, { kind: 'charge', purpose: 'fee', amount: inr(2_000) })
      const { acts } = await home.does(id, { ...booster, payment: {} })
      await home.does(id, { kind: 'undo', of: acts[1].id })
      const left = await home.read(id)
      expect(left.extras).toMatchObject([{ purpose: 'booster', state: 'paid' }])
      const none = await home.does(id, { kind: 'undo', of: acts[0].id })
      expect(none).toMatchObject({ extras: [], lifetimeSpend: [inr(0)] })
      expect(await home.get('/balances')).toMatchObject({ balances: [], credits: [] })
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('is a deposit that comes back', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(pack)
      const {
        extras: [deposit],
      } = await home.does(id, {
        kind: 'charge',
        purpose: 'deposit',
        amount: inr(100_000),
        payment: {},
      })
      const refund = await home.person.post(`${home.person.home}/charges/${deposit.chargeId}/refunds`, {
        amount: inr(100_000),
      })
      expect(refund.status, JSON.stringify(refund.body)).toBe(201)
      expect((await home.read(id)).lifetimeSpend).toEqual([inr(0)])
    }))

  it('may cost nothing', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(pack)
      const after = await home.does(id, { ...booster, amount: inr(0) })
      expect(after.extras).toMatchObject([{ amount: inr(0), state: 'paid' }])
    }))

  it('is refused without a base, in another currency, before it begins and too far ahead', () =>
    inTime('2026-12-20', async (home) => {
      const { id } = await home.add(pack)
      const codes: string[] = []
      for (const act of [
        booster,
        { ...booster, amount: { amount: 100, currency: 'USD' }, startsOn: '2026-11-20' },
        { ...booster, startsOn: '2026-11-20', dueOn: '2026-11-19' },
        { ...booster, startsOn: '2026-11-01' },
        { ...booster, startsOn: '2028-11-01' },
        { ...booster, validity: days(0) },
        { ...booster, amount: inr(-1) },
      ])
        codes.push((await home.refused(id, 'acts', { act })).code)
      expect(codes).toEqual([
        'invalid-terms',
        'currency-mismatch',
        'invalid-terms',
        'date-out-of-range',
        'date-out-of-range',
        'invalid-input',
        'invalid-input',
      ])
      expect(await extras(home, id)).toEqual([])
    }))
})
