import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const monthly = { count: 1, unit: 'month' }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-11-05', interval: monthly, price: inr(30_000) }

interface Charge {
  id: string
  startsOn: string
  endsOn: string
  amount: { amount: number }
  paid: { amount: number }
  state: string
}

const inForce = async (home: HouseholdInTime, id: string) =>
  ((await home.allCharges(id)) as Charge[])
    .filter(({ state }) => state !== 'void')
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
const rows = async (home: HouseholdInTime, id: string) =>
  (await inForce(home, id)).map(
    ({ startsOn, endsOn, amount, paid }) => `${startsOn}/${endsOn} ${amount.amount} ${paid.amount}`,
  )

describe('another plan', () => {
  it('from the middle of a paid month costs the days used; the rest pays the new one', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      const [first] = await home.charges(id)
      await home.pay(first.id)
      const change = { kind: 'changePlan', price: inr(60_000) }
      expect(await home.outlook(id, change)).toMatchObject({ changes: 1, becomesCredit: [inr(15_000)] })
      const changed = await home.does(id, change)
      expect(changed).toMatchObject({ price: inr(60_000), renewsOn: '2026-12-20' })
      expect(await rows(home, id)).toEqual([
        '2026-11-05/2026-11-20 15000 30000',
        '2026-11-20/2026-12-20 60000 15000',
        '2026-12-20/2027-01-20 60000 0',
      ])
    }))

  it('on the last day of the month costs all but that day', () =>
    inTime('2026-12-04', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'changePlan', price: inr(60_000) })
      expect((await rows(home, id))[0]).toBe('2026-11-05/2026-12-04 29000 0')
    }))

  it('at the end of the period leaves what runs alone', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'changePlan', price: inr(60_000), fromOn: '2026-12-05' })
      expect(await rows(home, id)).toEqual(['2026-11-05/2026-12-05 30000 0', '2026-12-05/2027-01-05 60000 0'])
      await home.does(id, { kind: 'undo' })
      expect((await rows(home, id))[1]).toBe('2026-12-05/2027-01-05 30000 0')
    }))

  it('of the catalogue is said by the row, and the past keeps the one that was', () =>
    inTime('2026-11-20', async (home) => {
      const { id, plan } = await home.add({ planId: 'netflix-in-premium', startsOn: '2026-11-05' })
      const changed = await home.does(id, { kind: 'changePlan', planId: 'netflix-in-basic' })
      expect(changed.plan.id).toBe('netflix-in-basic')
      const undone = await home.does(id, { kind: 'undo' })
      expect(undone.plan).toEqual(plan)
    }))

  it('to a year instead of months counts from the day of the change', () =>
    inTime('2026-12-05', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'changePlan', price: inr(300_000), interval: { count: 1, unit: 'year' } })
      expect(await rows(home, id)).toEqual([
        '2026-11-05/2026-12-05 30000 0',
        '2026-12-05/2027-12-05 300000 0',
        '2027-12-05/2028-12-05 300000 0',
      ])
    }))
})

describe('a price announced for a day', () => {
  it('is the price of the first period that begins on it or later', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'changePrice', price: inr(40_000), fromOn: '2027-01-01' })
      await home.moveTo('2027-01-05')
      expect(await rows(home, id)).toEqual([
        '2026-11-05/2026-12-05 30000 0',
        '2026-12-05/2027-01-05 30000 0',
        '2027-01-05/2027-02-05 40000 0',
        '2027-02-05/2027-03-05 40000 0',
      ])
    }))
})

describe('a pause', () => {
  it('over the end of a month: no charge in between, and on the day of return it is counted from there', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'pause', fromOn: '2026-12-05', untilOn: '2027-01-20' })
      expect(await home.read(id)).toMatchObject({ status: 'active' })
      await home.moveTo('2026-12-10')
      expect(await home.read(id)).toMatchObject({ status: 'paused' })
      await home.moveTo('2027-01-20')
      expect(await home.read(id)).toMatchObject({ status: 'active', renewsOn: '2027-02-20' })
      expect(await rows(home, id)).toEqual([
        '2026-11-05/2026-12-05 30000 0',
        '2027-01-20/2027-02-20 30000 0',
        '2027-02-20/2027-03-20 30000 0',
      ])
    }))

  it('without an end asks for nothing until somebody resumes it', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      await home.does(id, { kind: 'pause' })
      await home.moveTo('2027-03-20')
      expect(await rows(home, id)).toEqual(['2026-11-05/2026-12-05 30000 0'])
      const resumed = await home.does(id, { kind: 'resume' })
      expect(resumed).toMatchObject({ status: 'active', renewsOn: '2027-04-20' })
      expect((await rows(home, id)).slice(1)).toEqual([
        '2027-03-20/2027-04-20 30000 0',
        '2027-04-20/2027-05-20 30000 0',
      ])
    }))
})

describe('cancel and restart', () => {
  it('with the next charge paid in full: the money is credit, and pays the first charge of the restart', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      const [first, ahead] = await home.charges(id)
      await home.pay(first.id)
      await home.pay(ahead.id)
      await home.act(id, 'cancel')
      expect((await home.get('/balances')).credits).toMatchObject([{ amount: inr(30_000) }])
      await home.moveTo('2027-02-01')
      await home.act(id, 'renew', { price: inr(45_000) })
      expect(await rows(home, id)).toEqual([
        '2026-11-05/2026-12-05 30000 30000',
        '2027-02-01/2027-03-01 45000 30000',
        '2027-03-01/2027-04-01 45000 0',
      ])
    }))

  it('after a charge was waived or corrected makes charges of its own', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add(stream)
      const [first, ahead] = await home.charges(id)
      await home.person.post(`${home.person.home}/charges/${first.id}/waive`)
      await home.person.post(`${home.person.home}/charges/${ahead.id}/correct`, { amount: inr(10_000) })
      await home.act(id, 'cancel', { when: 'now' })
      await home.moveTo('2026-12-05')
      await home.act(id, 'renew')
      const charges = await inForce(home, id)
      expect(charges.map(({ startsOn, amount, state }) => `${startsOn} ${amount.amount} ${state}`)).toEqual([
        '2026-11-05 30000 waived',
        '2026-12-05 30000 due',
        '2027-01-05 30000 upcoming',
      ])
    }))
})

describe('what has not begun', () => {
  it('is scheduled: not running, not in the monthly cost, and nothing is due before', () =>
    inTime('2026-11-20', async (home) => {
      const { id } = await home.add({ ...stream, startsOn: '2027-03-01' })
      expect(await home.read(id)).toMatchObject({ status: 'scheduled', renewsOn: '2027-03-01' })
      const overview = await home.get('/overview')
      expect(overview).toMatchObject({ running: { count: 0, monthlyCost: [] } })
      expect((await home.get('/subscriptions?status=scheduled')).items).toMatchObject([{ id }])
      expect((await home.get('/subscriptions?status=running')).items).toEqual([])
      await home.moveTo('2027-03-01')
      expect(await home.read(id)).toMatchObject({ status: 'active' })
    }))
})
