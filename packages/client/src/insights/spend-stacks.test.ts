import { describe, expect, it } from 'vitest'
import { REST, spendChart } from './spend-stacks.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })
const group = (key: string | null, ...amounts: number[]) => ({
  key,
  name: key,
  totals: [inr(amounts.reduce((sum, amount) => sum + amount, 0))],
  months: amounts.map((amount, at) => ({ month: `2026-0${at + 1}`, totals: [inr(amount)] })),
})
const months = [
  { month: '2026-01', totals: [] },
  { month: '2026-02', totals: [] },
]
const look = {
  currency: 'INR',
  nameOf: ({ name }: { name: string | null }) => name ?? 'none',
  rest: 'Others',
}

describe('the bars of what was spent', () => {
  it('give the largest a colour each, and the others one together', () => {
    const groups = [group('a', 5, 4), group('b', 3, 3), group('c', 1, 2), group(null, 1, 1)]
    const { series, stacks } = spendChart({ groups, months }, { ...look, colours: 2 })
    expect(series).toEqual([
      { key: 'a', name: 'a', total: 9 },
      { key: 'b', name: 'b', total: 6 },
      { key: REST, name: 'Others', total: 5 },
    ])
    expect(stacks[1]).toEqual({
      month: '2026-02',
      parts: [
        { key: 'a', amount: 4 },
        { key: 'b', amount: 3 },
        { key: REST, amount: 3 },
      ],
    })
  })

  it('never call a single one "others"', () => {
    const groups = [group('a', 5), group('b', 3), group('c', 1)]
    expect(spendChart({ groups, months }, { ...look, colours: 2 }).series.map(({ name }) => name)).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('leave out what came to nothing, or is in another currency', () => {
    const groups = [group('a', 0), { ...group('b', 3), totals: [{ amount: 3, currency: 'USD' }] }]
    expect(spendChart({ groups, months }, { ...look, colours: 2 }).series).toEqual([])
  })
})
