import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, allocateEqual, allocateExact, allocatePercent } from './allocate.ts'
import type { Allotment } from './allocate.ts'

const amounts = (parts: readonly Allotment[]): number[] => parts.map(({ amount }) => amount)
const total = (parts: readonly Allotment[]): number => amounts(parts).reduce((sum, amount) => sum + amount, 0)
const invalidSplit: unknown = expect.objectContaining({ code: 'invalid-split' })
const anyOccurrence = fc.integer({ min: 0, max: 500 })
const anyWeights = fc
  .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 1_000_000 })), {
    minLength: 1,
    maxLength: 12,
    selector: ([id]) => id,
  })
  .map((pairs) => pairs.map(([id, weight]) => ({ id, weight })))
  .filter((weights) => weights.some(({ weight }) => weight > 0))

describe('allocateEqual', () => {
  it('sends the odd paisa round', () => {
    const ids = ['meera', 'asha', 'ravi']
    expect(allocateEqual(100, ids, 0)).toEqual([
      { id: 'asha', amount: 34 },
      { id: 'meera', amount: 33 },
      { id: 'ravi', amount: 33 },
    ])
    expect(amounts(allocateEqual(100, ids, 1))).toEqual([33, 34, 33])
    expect(amounts(allocateEqual(100, ids, 2))).toEqual([33, 33, 34])
    expect(amounts(allocateEqual(100, ids, 3))).toEqual([34, 33, 33])
    expect(amounts(allocateEqual(101, ids, 2))).toEqual([34, 33, 34])
    expect(amounts(allocateEqual(100, ids, -1))).toEqual([33, 33, 34])
  })

  it('is fair over as many charges as there are members', () => {
    const sums = new Map<string, number>()
    for (let occurrence = 0; occurrence < 7; occurrence++)
      for (const { id, amount } of allocateEqual(1003, ['a', 'b', 'c', 'd', 'e', 'f', 'g'], occurrence))
        sums.set(id, (sums.get(id) ?? 0) + amount)
    expect(new Set(sums.values())).toEqual(new Set([1003]))
  })
})

describe('allocate', () => {
  it('gives left-over units to the largest fractions', () => {
    const weights = [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 2 },
      { id: 'c', weight: 4 },
    ]
    expect(amounts(allocate(10, weights, 0))).toEqual([1, 3, 6])
    expect(amounts(allocate(11, weights, 0))).toEqual([2, 3, 6])
    expect(amounts(allocate(-11, weights, 0))).toEqual([-2, -3, -6])
  })

  it('gives nothing to a zero weight and rotates among the others', () => {
    const weights = [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 0 },
      { id: 'c', weight: 1 },
    ]
    expect(amounts(allocate(3, weights, 0))).toEqual([2, 0, 1])
    expect(amounts(allocate(3, weights, 1))).toEqual([1, 0, 2])
    expect(amounts(allocate(3, weights, 2))).toEqual([2, 0, 1])
  })

  it('always sums to the amount and stays within one unit of the exact part', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), anyWeights, anyOccurrence, (amount, weights, occurrence) => {
        const parts = allocate(amount, weights, occurrence)
        const whole = weights.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
        expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(amount))
        for (const { id, weight } of weights) {
          const part = parts.find((p) => p.id === id)?.amount ?? Number.NaN
          const error = BigInt(part) * whole - BigInt(amount) * BigInt(weight)
          expect((error < 0n ? -error : error) < whole).toBe(true)
          if (weight === 0) expect(part).toBe(0)
        }
      }),
    )
  })

  it('is the negated split of the negated amount', () => {
    fc.assert(
      fc.property(fc.nat(), anyWeights, anyOccurrence, (amount, weights, occurrence) => {
        const negated = allocate(-amount, weights, occurrence).map((part) => ({
          ...part,
          amount: 0 - part.amount,
        }))
        expect(negated).toEqual(allocate(amount, weights, occurrence))
      }),
    )
  })

  it('does not depend on the order in which members are named, nor on a factor of the weights', () => {
    fc.assert(
      fc.property(fc.nat(), anyWeights, anyOccurrence, (amount, weights, occurrence) => {
        const tripled = weights.toReversed().map(({ id, weight }) => ({ id, weight: weight * 3 }))
        expect(allocate(amount, tripled, occurrence)).toEqual(allocate(amount, weights, occurrence))
      }),
    )
  })

  it('refuses no weights, all zero, fractions, negatives and doubles', () => {
    const one = { id: 'a', weight: 1 }
    expect(() => allocate(1, [], 0)).toThrow(invalidSplit)
    expect(() => allocate(1, [{ id: 'a', weight: 0 }], 0)).toThrow(invalidSplit)
    expect(() => allocate(1, [{ id: 'a', weight: 0.5 }], 0)).toThrow(invalidSplit)
    expect(() => allocate(1, [one, { id: 'b', weight: -1 }], 0)).toThrow(invalidSplit)
    expect(() => allocate(1, [one, one], 0)).toThrow(invalidSplit)
    expect(() => allocate(1, [one], 0.5)).toThrow(invalidSplit)
    expect(() => allocate(0.5, [one], 0)).toThrow(/not a whole number/)
  })
})

describe('allocatePercent', () => {
  it('splits by hundredths of a percent', () => {
    const parts = [
      { id: 'a', basisPoints: 3333 },
      { id: 'b', basisPoints: 6667 },
    ]
    expect(amounts(allocatePercent(100, parts, 0))).toEqual([33, 67])
    expect(total(allocatePercent(12_345, parts, 1))).toBe(12_345)
  })

  it('refuses percentages that do not sum to 100', () => {
    expect(() => allocatePercent(100, [{ id: 'a', basisPoints: 9999 }], 0)).toThrow(/do not sum to 100/)
    expect(() => allocatePercent(100, [], 0)).toThrow(invalidSplit)
    const off = [
      { id: 'a', basisPoints: 10_001 },
      { id: 'b', basisPoints: -1 },
    ]
    expect(() => allocatePercent(100, off, 0)).toThrow(invalidSplit)
  })
})

describe('allocateExact', () => {
  it('keeps the amounts, in order of the id', () => {
    const parts = [
      { id: 'b', amount: 70 },
      { id: 'a', amount: 30 },
    ]
    expect(amounts(allocateExact(100, parts))).toEqual([30, 70])
    expect(
      amounts(
        allocateExact(
          -100,
          parts.map((p) => ({ ...p, amount: -p.amount })),
        ),
      ),
    ).toEqual([-30, -70])
    expect(amounts(allocateExact(0, [{ id: 'a', amount: 0 }]))).toEqual([0])
  })

  it('refuses amounts that do not sum up, have the other sign, or are named twice', () => {
    expect(() => allocateExact(100, [{ id: 'a', amount: 99 }])).toThrow(/sum to 99/)
    const mixed = [
      { id: 'a', amount: 101 },
      { id: 'b', amount: -1 },
    ]
    expect(() => allocateExact(100, mixed)).toThrow(/wrong sign/)
    expect(() => allocateExact(-100, [{ id: 'a', amount: 100 }])).toThrow(/wrong sign/)
    const halves = [
      { id: 'a', amount: 0.5 },
      { id: 'b', amount: 0.5 },
    ]
    expect(() => allocateExact(1, halves)).toThrow(/not a whole number/)
    expect(() => allocateExact(0.5, [{ id: 'a', amount: 0.5 }])).toThrow(/not a whole number/)
    expect(() => allocateExact(0, [])).toThrow(invalidSplit)
    const doubled = [
      { id: 'a', amount: 50 },
      { id: 'a', amount: 50 },
    ]
    expect(() => allocateExact(100, doubled)).toThrow(/named twice/)
  })
})
