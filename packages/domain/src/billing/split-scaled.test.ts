import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import { anyHistory, anySplit, aprilDay } from './split-drafts.ts'
import { ALWAYS, alwaysSplit, membersOfSplit, splitOn, type Split } from './split-history.ts'
import { historyScaled, splitScaled } from './split-scaled.ts'
import { sharesOf } from './split.ts'

const exact = (...amounts: readonly number[]): Split => ({
  kind: 'exact',
  parts: amounts.map((amount, at) => ({ memberId: ['asha', 'ravi', 'tara'][at] ?? '', amount })),
})

describe('a split at another price', () => {
  it('keeps the proportions of exact amounts, to the paisa', () => {
    expect(splitScaled(exact(20_000, 10_000), 35_000)).toEqual(exact(23_333, 11_667))
    expect(splitScaled(exact(20_000, 10_000), 30_000)).toEqual(exact(20_000, 10_000))
    expect(splitScaled(exact(1, 1, 1), 100)).toEqual(exact(34, 33, 33))
  })

  it('of nothing remembers the proportions, and of nothing before is equal', () => {
    expect(splitScaled(exact(200, 100), 0)).toEqual({
      kind: 'shares',
      weights: [
        { memberId: 'asha', weight: 200 },
        { memberId: 'ravi', weight: 100 },
      ],
    })
    expect(splitScaled(exact(0, 0), 100)).toEqual({ kind: 'equal', memberIds: ['asha', 'ravi'] })
  })

  it('always sums to the price, with the same people', () => {
    fc.assert(
      fc.property(anySplit, fc.nat({ max: 10_000_000 }), (split, amount) => {
        const scaled = splitScaled(split, amount)
        expect(membersOfSplit(scaled).toSorted()).toEqual(membersOfSplit(split).toSorted())
        if (scaled.kind === 'payer') return
        expect(sharesOf(amount, scaled, 0).reduce((sum, share) => sum + share.amount, 0)).toBe(amount)
      }),
    )
  })
})

describe('the history at another price', () => {
  it('is scaled from its day on, also where it was planned', () => {
    const history = [
      { fromOn: ALWAYS, split: exact(200, 100) },
      { fromOn: on('2026-06-01'), split: exact(100, 200) },
    ] as const
    expect(historyScaled([...history], on('2026-05-01'), 600)).toEqual([
      history[0],
      { fromOn: '2026-05-01', split: exact(400, 200), scaledFrom: exact(200, 100) },
      { fromOn: '2026-06-01', split: exact(200, 400), scaledFrom: exact(100, 200) },
    ])
    expect(historyScaled(alwaysSplit({ kind: 'payer' }), on('2026-05-01'), 600)).toEqual(
      alwaysSplit({ kind: 'payer' }),
    )
  })

  it('comes back with the price, whatever it was in between', () => {
    const history = alwaysSplit(exact(3333, 6667))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 5 }), (prices) => {
        const walked = prices.reduce((then, price) => historyScaled(then, aprilDay(1), price), history)
        expect(historyScaled(walked, aprilDay(1), 10_000)).toEqual(history)
      }),
    )
  })

  it('touches no day before', () => {
    const day = fc.integer({ min: -25, max: 50 }).map(aprilDay)
    fc.assert(
      fc.property(anyHistory, day, day, fc.integer({ min: 1, max: 900_000 }), (history, from, at, amount) => {
        const before = splitOn(history, at)
        const after = splitOn(historyScaled(history, from, amount), at)
        expect(after).toEqual(at < from ? before : splitScaled(before, amount))
      }),
    )
  })
})
