import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const stream = {
  name: 'Stream',
  kind: 'ott',
  startsOn: '2026-11-05',
  interval: { count: 1, unit: 'month' },
  price: inr(30_000),
}
const dearer = { kind: 'changePrice', price: inr(35_000), fromOn: '2026-12-05' }

/** What the next bills cost, raised or not, from the first on. */
const prices = async (home: HouseholdInTime, id: string) =>
  (await home.read(id)).timeline
    .toSorted((a: { startsOn: string }, b: { startsOn: string }) => (a.startsOn < b.startsOn ? -1 : 1))
    .map(
      ({ startsOn, amount }: { startsOn: string; amount: { amount: number } }) =>
        `${startsOn} ${amount.amount}`,
    )
    .slice(0, 4)

const added = async (home: HouseholdInTime, paid: number): Promise<string> => {
  const { id } = await home.add(stream)
  for (const charge of (await home.inForce(id)).slice(0, paid)) await home.pay(charge.id)
  return id
}

const actOf = async (home: HouseholdInTime, id: string, of: string) =>
  (await home.read(id)).acts.find(
    ({ kind, stands }: { kind: string; stands: boolean }) => kind === of && stands,
  )

describe('another price, once what was said before it is taken back,', () => {
  it('holds from the bill from which it would have held: a plan that changed', () =>
    inTime('2026-11-30', async (home) => {
      const id = await added(home, 1)
      const plan = { kind: 'changePlan', price: inr(60_000), fromOn: '2026-12-04' }
      await home.does(id, plan)
      await home.does(id, dearer)
      const both = await prices(home, id)
      expect(both.slice(0, 3)).toEqual(['2026-11-05 29000', '2026-12-04 60000', '2027-01-04 35000'])
      const { id: of } = await actOf(home, id, 'planChanged')
      const undo = { kind: 'undo', of }
      const outlook = await home.outlook(id, undo)
      await home.does(id, undo)
      const afresh = await added(home, 1)
      await home.does(afresh, dearer)
      expect(await prices(home, id)).toEqual(await prices(home, afresh))
      expect(await prices(home, id)).toContain('2026-12-05 35000')
      expect((await home.inForce(id)).map(({ amount }) => amount)).toEqual([inr(30_000), inr(35_000)])
      expect(outlook.lines).toContainEqual(
        expect.objectContaining({ startsOn: '2026-12-05', amount: inr(35_000) }),
      )
      await home.does(id, { kind: 'undo', of: (await actOf(home, id, 'undone')).id })
      expect(await prices(home, id)).toEqual(both)
    }))

  it('holds from the bill from which it would have held: a start that was corrected', () =>
    inTime('2026-11-30', async (home) => {
      for (const startsOn of ['2026-11-10', '2026-11-01']) {
        const id = await added(home, 2)
        await home.does(id, { kind: 'correct', startsOn })
        await home.does(id, dearer)
        await home.does(id, { kind: 'undo', of: (await actOf(home, id, 'corrected')).id })
        const afresh = await added(home, 2)
        await home.does(afresh, dearer)
        expect(await prices(home, id)).toEqual(await prices(home, afresh))
        expect(await prices(home, id)).toContain('2027-01-05 35000')
        expect((await home.get('/balances')).credits).toEqual([])
      }
    }))

  it('holds from the bill from which it would have held: a start that is corrected after it', () =>
    inTime('2026-11-30', async (home) => {
      const id = await added(home, 2)
      await home.does(id, dearer)
      await home.does(id, { kind: 'correct', startsOn: '2026-11-01' })
      expect(await prices(home, id)).toEqual([
        '2026-11-01 30000',
        '2026-12-01 30000',
        '2027-01-01 35000',
        '2027-02-01 35000',
      ])
    }))

  it('still holds for no bill that was paid before it was said, but for those paid since', () =>
    inTime('2026-11-30', async (home) => {
      const id = await added(home, 1)
      await home.does(id, { kind: 'changePlan', price: inr(60_000), fromOn: '2026-12-05' })
      await home.does(id, dearer)
      const [, second] = await home.inForce(id)
      await home.pay(second.id)
      await home.does(id, { kind: 'undo', of: (await actOf(home, id, 'planChanged')).id })
      expect((await home.inForce(id)).map(({ amount, paid }) => [amount, paid])).toEqual([
        [inr(30_000), inr(30_000)],
        [inr(35_000), inr(35_000)],
      ])
    }))
})
