import { expect, test } from 'vitest'
import { groupShares, spendTotal } from './spend-figures.ts'

const of = (currency: string, amount: number) => ({ currency, amount })
const month = (name: string, ...totals: ReturnType<typeof of>[]) => ({ month: name, totals })
const group = (key: string, amount: number) => ({ key, name: key, totals: [of('INR', amount)], months: [] })

test('a year is the sum of its months, its average one of them, and other currencies stand for themselves', () => {
  const months = [
    month('2026-10', of('INR', 100), of('USD', 5)),
    month('2026-11', of('INR', 51), of('USD', 7), of('EUR', 1)),
  ]
  expect(spendTotal({ months, currency: 'INR' })).toEqual({
    own: of('INR', 151),
    average: of('INR', 76),
    others: [of('USD', 12), of('EUR', 1)],
  })
})

test('months in which nothing fell due came to nothing', () => {
  expect(spendTotal({ months: [], currency: 'INR' })).toEqual({
    own: of('INR', 0),
    average: of('INR', 0),
    others: [],
  })
})

test('the longest bar is the largest group; shares are of all that was spent, and what came back is no bar', () => {
  const shares = groupShares({
    groups: [group('a', 300), group('b', 100), group('c', -20)],
    months: [month('2026-11', of('INR', 400))],
    currency: 'INR',
  })
  expect(shares.map(({ length, share }) => [length, share])).toEqual([
    [1, 0.75],
    [1 / 3, 0.25],
    [0, 0],
  ])
})

test('of nothing there is no share', () => {
  const [one] = groupShares({ groups: [group('a', 0)], months: [], currency: 'INR' })
  expect(one?.share).toBeNull()
})
