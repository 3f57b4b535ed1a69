import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, monthOf } from '../time/calendar.ts'
import { inr, on } from '../test-drafts.ts'
import { budgetOutlook, type DueAmount } from './budget.ts'

const today = on('2026-11-23')
const due = (day: string, rupees: number): DueAmount => ({ on: on(day), ...inr(rupees * 100) })

describe('a budget of a month', () => {
  it('says how much of it is gone, what the month comes to, and that it holds', () => {
    const items = [due('2026-11-05', 600), due('2026-11-28', 300), due('2026-12-05', 600)]
    expect(budgetOutlook(inr(100_000), items, today)).toEqual({
      spent: inr(60_000),
      month: inr(90_000),
      overrun: null,
    })
  })

  it('names the day on which the month comes to more, and by how much the whole of it does', () => {
    const items = [due('2026-11-05', 600), due('2026-11-28', 500), due('2026-11-30', 50)]
    expect(budgetOutlook(inr(100_000), items, today).overrun).toEqual({
      on: '2026-11-28',
      month: '2026-11',
      over: inr(15_000),
    })
  })

  it('names a day that lies behind, too', () => {
    expect(budgetOutlook(inr(50_000), [due('2026-11-05', 600)], today).overrun).toMatchObject({
      on: '2026-11-05',
      over: inr(10_000),
    })
  })

  it('finds the yearly plan of a later month, which is debited at once', () => {
    const items = [due('2026-11-05', 600), due('2027-03-12', 1499), due('2027-04-01', 5000)]
    expect(budgetOutlook(inr(100_000), items, today).overrun).toEqual({
      on: '2027-03-12',
      month: '2027-03',
      over: inr(49_900),
    })
  })

  it('looks at twelve calendar months and no further', () => {
    const [last, beyond] = ['2027-10-31', '2027-11-01'].map((day) =>
      budgetOutlook(inr(100), [due(day, 2)], today),
    )
    expect([last?.overrun?.on, beyond?.overrun]).toEqual(['2027-10-31', null])
  })

  it('is held by what came back within the month, and asks nothing of other currencies', () => {
    const back = [due('2026-11-05', 600), { ...due('2026-11-06', -200) }]
    expect(budgetOutlook(inr(50_000), back, today).overrun).toBeNull()
    const dollars: DueAmount = { on: on('2026-11-05'), amount: 999_999, currency: 'USD' }
    expect(budgetOutlook(inr(100), [dollars], today)).toEqual({ spent: inr(0), month: inr(0), overrun: null })
  })

  it('is over exactly where the days up to then sum to more, and not a day before', () => {
    const item = fc.record({
      days: fc.integer({ min: -22, max: 340 }),
      amount: fc.integer({ min: 0, max: 900 }),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 0, max: 2000 }), (all, amount) => {
        const items = all.map((one) => ({ on: addDays(today, one.days), ...inr(one.amount) }))
        const { overrun } = budgetOutlook(inr(amount), items, today)
        const until = (day: string, isWithin: (on: string) => boolean) =>
          items
            .filter((one) => monthOf(one.on) === monthOf(on(day)) && isWithin(one.on))
            .reduce((sum, one) => sum + one.amount, 0)
        if (overrun === null) {
          for (const { on: day } of items) expect(until(day, () => true)).toBeLessThanOrEqual(amount)
          return
        }
        expect(until(overrun.on, (day) => day <= overrun.on)).toBeGreaterThan(amount)
        expect(until(overrun.on, (day) => day < overrun.on)).toBeLessThanOrEqual(amount)
        expect(until(overrun.on, () => true) - amount).toBe(overrun.over.amount)
      }),
    )
  })
})
