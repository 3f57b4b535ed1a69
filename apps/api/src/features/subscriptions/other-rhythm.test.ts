import { describe, expect, it } from 'vitest'
import { inTime, type HouseholdInTime } from '../../../test/a-household-in-time.ts'
import { ledgerFaults } from '../../../test/ledger-checks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const months = (count: number) => ({ count, unit: 'month' })
const byMonth = { interval: months(1), price: inr(30_000) }
const byQuarter = { interval: months(3), price: inr(90_000) }
const stream = { name: 'Stream', kind: 'ott', startsOn: '2026-07-05', recordsItself: false }

const rows = async (home: HouseholdInTime, id: string) =>
  (await home.inForce(id)).map(({ startsOn, amount, paid }) => `${startsOn} ${amount.amount} ${paid.amount}`)

/** Everything that has come due was paid by hand. */
const paid = async (home: HouseholdInTime, terms: object) => {
  const { id } = await home.add({ ...stream, ...terms })
  for (const { id: charge, dueOn } of await home.inForce(id))
    if (dueOn <= '2026-11-29') await home.pay(charge)
  return id
}

interface Told {
  rows: string[]
  freed: { amount: number; currency: string }[]
}

/** Does it, and takes it back, which leaves everything as it was. */
const putRight = (terms: object, act: object, told: Told) =>
  inTime('2026-11-29', async (home, api) => {
    const id = await paid(home, terms)
    const before = await rows(home, id)
    expect((await home.outlook(id, act)).freed).toEqual(told.freed)
    await home.does(id, act)
    expect(await rows(home, id)).toEqual(told.rows)
    await home.does(id, { kind: 'undo' })
    expect(await rows(home, id)).toEqual(before)
    expect(await ledgerFaults(api.postgres.pool)).toEqual([])
  })

const correct = (terms: object) => ({ kind: 'correct', startsOn: '2026-07-05', ...terms })

describe('money on periods of another length', () => {
  it('is on the quarter that its months lie in, not on one to come', () =>
    putRight(byMonth, correct(byQuarter), {
      rows: ['2026-07-05 90000 90000', '2026-10-05 90000 60000', '2027-01-05 90000 0'],
      freed: [],
    }))

  it('is all on the first year, where five months were paid', () =>
    putRight(byMonth, correct({ interval: months(12), price: inr(299_900) }), {
      rows: ['2026-07-05 299900 150000', '2027-07-05 299900 0'],
      freed: [],
    }))

  it('is on the year that holds its days, also where the year begins on another day', () =>
    putRight(
      byMonth,
      { ...correct({ interval: months(12) }), startsOn: '2025-12-05', price: inr(299_900) },
      {
        rows: ['2025-12-05 299900 150000', '2026-12-05 299900 0'],
        freed: [],
      },
    ))

  it('is on the stretch of another plan, from the day on which that began', () =>
    putRight(
      byMonth,
      { kind: 'changePlan', fromOn: '2026-09-05', ...byQuarter, price: inr(80_000) },
      {
        rows: [
          '2026-07-05 30000 30000',
          '2026-08-05 30000 30000',
          '2026-09-05 80000 80000',
          '2026-12-05 80000 10000',
        ],
        freed: [],
      },
    ))

  it('is needed by the months of a quarter, and none of it is free', () =>
    putRight(byQuarter, correct(byMonth), {
      rows: ['07', '08', '09', '10', '11', '12'].map(
        (month) => `2026-${month}-05 30000 ${month === '07' ? 90_000 : 30_000}`,
      ),
      freed: [],
    }))

  it('is free beyond the months of a year that came due', () =>
    putRight({ interval: months(12), price: inr(300_000) }, correct(byMonth), {
      rows: ['07', '08', '09', '10', '11', '12'].map(
        (month) => `2026-${month}-05 30000 ${month === '07' ? 300_000 : 30_000}`,
      ),
      freed: [inr(120_000)],
    }))

  it('came back only as far as no month of it needs it', () =>
    inTime('2026-11-29', async (home, api) => {
      const id = await paid(home, { interval: months(12), price: inr(300_000) })
      await home.does(id, { ...correct(byMonth), money: { to: 'refund' } })
      const read = await home.read(id)
      expect(read).toMatchObject({ credits: [], lifetimeSpend: [inr(180_000)] })
      expect((await home.inForce(id)).every(({ outstanding }) => outstanding.amount === 0)).toBe(true)
      expect(await ledgerFaults(api.postgres.pool)).toEqual([])
    }))
})
