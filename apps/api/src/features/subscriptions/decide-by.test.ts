import { describe, expect, it } from 'vitest'
import { inTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const stream = { name: 'Stream', kind: 'ott', interval: { count: 1, unit: 'month' }, price: inr(30_000) }

describe('until when to decide', () => {
  it('is about the debit after one that is paid ahead, in the row, the list and on Home', () =>
    inTime('2026-11-29', async (home) => {
      const { person } = home
      const { id } = await home.add({ ...stream, startsOn: '2026-11-05', noticeDays: 2 })
      const needs = async () =>
        (await person.get(`${person.home}/overview`)).body.needs.map(({ need }: { need: string }) => need)
      expect(await home.read(id)).toMatchObject({ nextDebit: { on: '2026-12-05' }, decideBy: '2026-12-02' })
      expect(await needs()).toContain('decideBy')
      for (const charge of await home.charges(id))
        await person.post(`${person.home}/charges/${charge.id}/payments`)
      expect(await home.read(id)).toMatchObject({ nextDebit: { on: '2027-01-05' }, decideBy: '2027-01-02' })
      const listed = (await person.get(`${person.home}/subscriptions`)).body.items[0]
      expect(listed).toMatchObject({ nextDebit: { on: '2027-01-05' }, decideBy: '2027-01-02' })
      expect(await needs()).toEqual([])
    }))

  it('of a trial whose first price is paid ahead asks nothing', () =>
    inTime('2026-11-29', async (home) => {
      const { person } = home
      await home.add({ ...stream, startsOn: '2026-11-25', trial: { count: 7, unit: 'day' } })
      const { items } = (await person.get(`${person.home}/charges`)).body
      await person.post(`${person.home}/charges/${items.at(-1).id}/payments`)
      expect((await person.get(`${person.home}/overview`)).body.needs).toEqual([])
    }))

  it('of a postpaid bill is about the first one whose days have not begun', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2026-10-10', billDay: 10, dueDays: 15 })
      expect(await home.read(id)).toMatchObject({ nextDebit: { on: '2026-11-25' }, decideBy: '2026-12-09' })
    }))
})
