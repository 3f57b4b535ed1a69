import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const dth = {
  name: 'DTH',
  kind: 'tv',
  startsOn: '2026-11-30',
  price: inr(30_000),
  dayRate: inr(1050),
}

describe('a balance that burns by the day', () => {
  it('says how long it lasts, in the preview and on the page, and what is left over', () =>
    inTime('2026-11-30', async (home) => {
      const { name: _, kind: __, ...terms } = dth
      const preview = await home.person.post(`${home.person.home}/subscriptions/preview`, terms)
      expect(preview.body.periods[0]).toMatchObject({ endsOn: '2026-12-28', charge: inr(30_000) })
      const { id } = await home.add(dth)
      expect(await home.read(id)).toMatchObject({
        renewal: 'manual',
        usableUntil: '2026-12-27',
        dayRate: { rate: inr(1050), leftOver: inr(600), next: null },
        monthlyCost: inr(31_959),
        beginning: { dayRate: inr(1050) },
      })
    }))

  it('gives what is left to the next recharge, and takes it back with it', () =>
    inTime('2026-12-10', async (home) => {
      const { id } = await home.add(dth)
      const before = await home.charges(id)
      const recharged = await home.act(id, 'renew', { payment: {} })
      expect(recharged).toMatchObject({ usableUntil: '2027-01-25', dayRate: { leftOver: inr(150) } })
      await home.does(id, { kind: 'undo' })
      expect((await home.charges(id)).filter(({ state }) => state !== 'void')).toEqual(before)
    }))

  it('ends on another day from the day of another rate on; the charge stays as it was paid', () =>
    inTime('2026-12-05', async (home) => {
      const { id, timeline } = await home.add(dth)
      await home.pay(timeline[0].chargeId)
      const dearer = { kind: 'changeDayRate', rate: inr(1500), fromOn: '2026-12-10' }
      expect(await home.outlook(id, dearer)).toMatchObject({ goes: 0, comes: 0, becomesCredit: [] })
      const changed = await home.does(id, dearer)
      expect(changed).toMatchObject({
        usableUntil: '2026-12-22',
        dayRate: { rate: inr(1050), leftOver: inr(0), next: { fromOn: '2026-12-10', rate: inr(1500) } },
        acts: [{ kind: 'dayRateChanged', on: '2026-12-10', price: inr(1500) }, {}],
      })
      expect(await home.charges(id)).toMatchObject([{ endsOn: '2026-12-23', state: 'paid' }])
      expect((await home.does(id, { kind: 'undo' })).usableUntil).toBe('2026-12-27')
    }))

  it('keeps its recharges where its beginning is put right', () =>
    inTime('2026-12-10', async (home) => {
      const { id } = await home.add(dth)
      await home.act(id, 'renew', {})
      const corrected = await home.does(id, {
        kind: 'correct',
        startsOn: '2026-11-30',
        dayRate: inr(1000),
        price: inr(30_000),
      })
      expect(corrected).toMatchObject({ usableUntil: '2027-01-28', dayRate: { leftOver: inr(0) } })
    }))

  it('refuses a day that costs nothing, a recharge for no day, and terms that it cannot have', () =>
    inTime('2026-11-30', async (home) => {
      const post = (draft: object) => home.person.post(`${home.person.home}/subscriptions`, draft)
      const answers = await Promise.all([
        post({ ...dth, dayRate: inr(0) }),
        post({ ...dth, price: inr(1000) }),
        post({ ...dth, renewal: 'automatic' }),
        post({ ...dth, dayRate: { amount: 1050, currency: 'USD' } }),
      ])
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
        [400, 'invalid-input'],
        [422, 'invalid-terms'],
        [422, 'invalid-terms'],
        [422, 'currency-mismatch'],
      ])
      const { id } = await home.add(dth)
      const renewed = await home.refused(id, 'renew', { interval: { count: 28, unit: 'day' } })
      expect([renewed.code, renewed.errors[0].pointer]).toEqual(['invalid-terms', '/interval'])
      const plan = await home.refused(id, 'acts', { act: { kind: 'changePlan', price: inr(100) } })
      expect(plan.code).toBe('invalid-terms')
      const other = await home.add({ ...dth, dayRate: undefined, interval: { count: 28, unit: 'day' } })
      const rate = await home.refused(other.id, 'acts', { act: { kind: 'changeDayRate', rate: inr(100) } })
      expect([rate.code, rate.errors[0].pointer]).toEqual(['invalid-terms', '/act/rate'])
    }))
})
