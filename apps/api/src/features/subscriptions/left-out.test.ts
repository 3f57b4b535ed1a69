import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const weekly = {
  name: 'Milk',
  kind: 'other',
  startsOn: '2001-01-01',
  interval: { count: 1, unit: 'week' },
  price: inr(7000),
}

describe('a long history', () => {
  it('of more than a thousand periods is entered with the older ones as one sum, which is nobody’s due', () =>
    inTime('2026-11-29', async (home) => {
      const ravi = (await home.person.post(`${home.person.home}/members`, { name: 'Ravi' })).body.id
      const split = { kind: 'equal', memberIds: [home.person.memberId, ravi] }
      const all = await home.person.post(`${home.person.home}/subscriptions`, { ...weekly, split })
      expect([all.status, all.body.code]).toEqual([422, 'too-many-periods'])
      const added = await home.add({
        ...weekly,
        split,
        pastPeriods: 'leftOut',
        paidBefore: inr(3_630_000),
      })
      expect(added).toMatchObject({
        startsOn: '2001-01-01',
        lifetimeSpend: [inr(3_630_000)],
        beginning: { chargedFrom: '2026-11-23' },
        extras: [{ purpose: 'before', amount: inr(3_630_000), state: 'paid' }],
      })
      expect(added.timeline[0].startsOn).toBe('2026-11-23')
      expect((await home.get('/balances')).balances).toEqual([])
      const open = (await home.charges(added.id)).filter(({ extra }) => extra === null)
      expect(open.map(({ startsOn }) => startsOn)).toEqual(['2026-11-23', '2026-11-30'])
    }))

  it('may be left out, and stays so when something else is put right', () =>
    inTime('2026-11-29', async (home) => {
      const { id } = await home.add({ ...weekly, startsOn: '2026-01-05', pastPeriods: 'leftOut' })
      expect(await home.charges(id)).toHaveLength(2)
      await home.moveTo('2026-12-10')
      const raised = (await home.charges(id)).length
      const { name: _, kind: __, ...terms } = { ...weekly, startsOn: '2026-01-05' }
      await home.does(id, { kind: 'correct', ...terms, price: inr(8000), pastPeriods: 'leftOut' })
      expect((await home.charges(id)).filter(({ state }) => state !== 'void')).toHaveLength(raised)
      const unpaid = { kind: 'correct', ...terms, pastPeriods: 'unpaid' }
      expect(await home.outlook(id, unpaid)).toMatchObject({ comes: 46 })
      await home.does(id, unpaid)
      await home.does(id, { kind: 'undo' })
      expect((await home.charges(id)).filter(({ state }) => state !== 'void')).toHaveLength(raised)
    }))

  it('is previewed from the period that runs, with how many lie before; a preview that is cut says why', () =>
    inTime('2026-11-29', async (home) => {
      const preview = async (terms: object) =>
        (await home.person.post(`${home.person.home}/subscriptions/preview`, terms)).body
      const { name: _, kind: __, ...terms } = weekly
      expect(await preview({ ...terms, since: '2026-11-29', count: 3 })).toMatchObject({
        before: 1351,
        ends: null,
        periods: [{ startsOn: '2026-11-23' }, {}, {}],
      })
      expect(await preview({ ...terms, startsOn: '2200-12-01', count: 12 })).toMatchObject({
        before: 0,
        ends: 'calendar',
      })
    }))

  it('refuses a sum without periods that it is for, and in another currency', () =>
    inTime('2026-11-29', async (home) => {
      const post = async (draft: object) => {
        const { status, body } = await home.person.post(`${home.person.home}/subscriptions`, {
          ...weekly,
          startsOn: '2026-11-25',
          ...draft,
        })
        return [status, body.code, body.errors?.[0].pointer]
      }
      expect(await post({ paidBefore: inr(1) })).toEqual([422, 'invalid-terms', '/paidBefore'])
      expect(await post({ pastPeriods: 'leftOut', paidBefore: inr(1) })).toEqual([
        422,
        'invalid-terms',
        '/paidBefore',
      ])
      const paidBefore = { amount: 1, currency: 'USD' }
      expect(await post({ startsOn: '2026-01-05', pastPeriods: 'leftOut', paidBefore })).toEqual([
        422,
        'currency-mismatch',
        '/paidBefore/currency',
      ])
    }))
})
