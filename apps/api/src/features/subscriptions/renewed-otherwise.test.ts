import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const month = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-10-05', interval: month, price: inr(30_000) }
const pack = {
  name: 'Line',
  kind: 'mobile',
  startsOn: '2026-11-10',
  interval: { count: 28, unit: 'day' },
  price: inr(29_900),
  renewal: 'manual',
  currentPaid: true,
}

const rows = async (home: HouseholdInTime, id: string) =>
  (await home.inForce(id)).map(
    ({ startsOn, endsOn, dueOn, amount, paid }) =>
      `${startsOn}/${endsOn} ${dueOn} ${amount.amount} ${paid.amount}`,
  )

describe('a subscription that renews otherwise from a day on', () => {
  it('is recharged by hand once autopay ends: what was debited stands, nothing more books itself, and undo brings it back', () =>
    inTime('2026-11-29', async (home, api) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      const before = await rows(home, id)
      const act = { kind: 'changePlan', renewal: 'manual', fromOn: '2026-12-05' }
      expect(await home.outlook(id, act)).toMatchObject({
        goes: 1,
        comes: 0,
        changes: 0,
        freed: [],
        takenBack: [],
      })
      const after = await home.does(id, act)
      expect(after).toMatchObject({
        renewal: 'manual',
        status: 'active',
        recordsItself: false,
        decideBy: null,
      })
      expect(after.acts[0]).toMatchObject({
        kind: 'planChanged',
        on: '2026-12-05',
        renewal: 'manual',
        price: null,
      })
      expect(await rows(home, id)).toEqual(before.slice(0, 2))

      await home.moveTo('2026-12-07')
      expect(await home.read(id)).toMatchObject({ status: 'expired' })
      expect((await home.get('/overview')).needs).toMatchObject([{ need: 'stopped', subscriptionId: id }])
      await home.act(id, 'renew', { payment: {} })
      expect((await rows(home, id)).at(-1)).toBe('2026-12-07/2027-01-07 2026-12-07 30000 30000')

      await home.does(id, { kind: 'undo' })
      await home.does(id, { kind: 'undo' })
      expect(await home.read(id)).toMatchObject({ renewal: 'automatic', status: 'active' })
      expect((await rows(home, id)).slice(0, 2)).toEqual(before.slice(0, 2))
      expect((await rows(home, id)).slice(2)).toEqual([
        '2026-12-05/2027-01-05 2026-12-05 30000 30000',
        '2027-01-05/2027-02-05 2027-01-05 30000 0',
      ])
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))

  it('gives what was paid ahead back as credit, which the next recharge gets', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-11-05', recordsItself: false })
      for (const { id: charge } of await home.inForce(id)) await home.pay(charge)
      await home.does(id, { kind: 'changePlan', renewal: 'manual', fromOn: '2026-12-05' })
      expect((await home.read(id)).credits).toMatchObject([{ amount: inr(30_000) }])
      await home.act(id, 'renew')
      expect((await rows(home, id)).at(-1)).toBe('2026-12-05/2027-01-05 2026-12-05 30000 30000')
    }))

  it('goes from packs to bills after the pack, the first for its days', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(pack)
      const bills = { renewal: 'automatic', interval: month, price: inr(31_000), billDay: 10, dueDays: 15 }
      const after = await home.does(id, { kind: 'changePlan', fromOn: '2026-12-08', ...bills })
      expect(after).toMatchObject({ renewal: 'automatic', billDay: 10, dueDays: 15, recordsItself: false })
      expect(after.acts[0]).toMatchObject({ renewal: 'automatic', billDay: 10 })
      await home.moveTo('2027-01-12')
      expect(await rows(home, id)).toEqual([
        '2026-11-10/2026-12-08 2026-11-10 29900 29900',
        '2026-12-08/2026-12-10 2026-12-25 2067 0',
        '2026-12-10/2027-01-10 2027-01-25 31000 0',
        '2027-01-10/2027-02-10 2027-02-25 31000 0',
      ])
    }))

  it('pays by itself after the pack, and somebody is asked whether that books itself', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add(pack)
      const after = await home.does(id, { kind: 'changePlan', fromOn: '2026-12-08', renewal: 'automatic' })
      expect(after).toMatchObject({ renewal: 'automatic', recordsItself: null, status: 'active' })
      expect((await home.get('/overview')).unasked).toMatchObject([{ subscriptionId: id }])
      expect((await rows(home, id)).at(-1)).toBe('2026-12-08/2027-01-05 2026-12-08 29900 0')
    }))

  it('refuses with the field what cannot be', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...stream, recordsItself: true })
      const before = await rows(home, id)
      const refused = async (act: object) =>
        (await home.refused(id, 'acts', { act: { kind: 'changePlan', fromOn: '2026-12-05', ...act } })).errors
      expect(await refused({ renewal: 'manual', fromOn: '2027-02-05' })).toMatchObject([
        { pointer: '/act/fromOn' },
      ])
      expect(await refused({ renewal: 'manual', billDay: 5 })).toMatchObject([{ pointer: '/act/billDay' }])
      expect(await refused({ dueDays: 5 })).toMatchObject([{ pointer: '/act/dueDays' }])
      expect(await rows(home, id)).toEqual(before)
    }))
})
