import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import { dateOfEpochDay } from '../time/calendar.ts'
import { sharesByDay, sharesOf } from './split.ts'
import type { Share, SplitRule } from './split.ts'

const total = (shares: readonly Share[]): number => shares.reduce((sum, { amount }) => sum + amount, 0)
const invalidSplit: unknown = expect.objectContaining({ code: 'invalid-split' })
const members = ['asha', 'meera', 'ravi', 'tara']
const equal = (...memberIds: string[]): SplitRule => ({ kind: 'equal', memberIds })
const someMembers = fc.subarray(members, { minLength: 1 })
const anyRule = (amount: number): fc.Arbitrary<SplitRule> =>
  fc.oneof(
    fc.constantFrom(...members).map((memberId): SplitRule => ({ kind: 'payer', memberId })),
    someMembers.map((memberIds): SplitRule => ({ kind: 'equal', memberIds })),
    fc
      .tuple(someMembers, fc.array(fc.nat({ max: 50 }), { minLength: 4, maxLength: 4 }))
      .map(([ids, weights]): SplitRule => ({
        kind: 'shares',
        weights: ids.map((memberId, at) => ({ memberId, weight: (weights[at] ?? 0) + (at === 0 ? 1 : 0) })),
      })),
    fc.integer({ min: 0, max: 10_000 }).map((basisPoints): SplitRule => ({
      kind: 'percent',
      parts: [
        { memberId: 'asha', basisPoints },
        { memberId: 'ravi', basisPoints: 10_000 - basisPoints },
      ],
    })),
    fc.integer({ min: Math.min(0, amount), max: Math.max(0, amount) }).map((part): SplitRule => ({
      kind: 'exact',
      parts: [
        { memberId: 'meera', amount: part + 0 },
        { memberId: 'tara', amount: amount - part },
      ],
    })),
  )

describe('sharesOf', () => {
  it('knows five ways to split', () => {
    expect(sharesOf(100, { kind: 'payer', memberId: 'ravi' }, 0)).toEqual([{ memberId: 'ravi', amount: 100 }])
    expect(sharesOf(100, equal('ravi', 'asha', 'meera'), 1).map(({ amount }) => amount)).toEqual([33, 34, 33])
    const weights = [
      { memberId: 'ravi', weight: 2 },
      { memberId: 'asha', weight: 1 },
    ]
    expect(sharesOf(100, { kind: 'shares', weights }, 0)).toEqual([
      { memberId: 'asha', amount: 33 },
      { memberId: 'ravi', amount: 67 },
    ])
    const percents = [
      { memberId: 'ravi', basisPoints: 2500 },
      { memberId: 'asha', basisPoints: 7500 },
    ]
    expect(sharesOf(1000, { kind: 'percent', parts: percents }, 0).map(({ amount }) => amount)).toEqual([
      750, 250,
    ])
    const parts = [
      { memberId: 'ravi', amount: 40 },
      { memberId: 'asha', amount: 60 },
    ]
    expect(sharesOf(100, { kind: 'exact', parts }, 0).map(({ amount }) => amount)).toEqual([60, 40])
  })

  it('always sums to the charge', () => {
    const anyCharge = fc.integer({ min: -1_000_000, max: 1_000_000 })
    const cases = anyCharge.chain((amount) =>
      fc.tuple(fc.constant(amount), anyRule(amount), fc.nat({ max: 99 })),
    )
    fc.assert(
      fc.property(cases, ([amount, rule, occurrence]) => {
        expect(total(sharesOf(amount, rule, occurrence))).toBe(amount)
      }),
    )
  })

  it('refuses a rule that does not add up', () => {
    expect(() => sharesOf(100, equal(), 0)).toThrow(invalidSplit)
    expect(() =>
      sharesOf(100, { kind: 'percent', parts: [{ memberId: 'a', basisPoints: 9000 }] }, 0),
    ).toThrow(invalidSplit)
    expect(() => sharesOf(100, { kind: 'exact', parts: [{ memberId: 'a', amount: 90 }] }, 0)).toThrow(
      invalidSplit,
    )
  })
})

describe('sharesByDay', () => {
  const april = { startsOn: on('2026-04-01'), endsOn: on('2026-05-01') }

  it('lets a member who joins in the middle owe by the day', () => {
    const rules = [
      { fromOn: on('2026-01-01'), rule: equal('asha') },
      { fromOn: on('2026-04-20'), rule: equal('asha', 'ravi') },
    ]
    expect(sharesByDay(30_000, april, rules, 0)).toEqual([
      { memberId: 'asha', amount: 24_500, days: 30, ofDays: 30 },
      { memberId: 'ravi', amount: 5500, days: 11, ofDays: 30 },
    ])
  })

  it('lets a member who leaves owe until the day before', () => {
    const rules = [
      { fromOn: on('2026-04-11'), rule: equal('asha') },
      { fromOn: on('2026-03-01'), rule: equal('asha', 'ravi') },
      { fromOn: on('2026-05-01'), rule: equal('tara') },
    ]
    expect(sharesByDay(3000, april, rules, 0)).toEqual([
      { memberId: 'asha', amount: 2500, days: 30, ofDays: 30 },
      { memberId: 'ravi', amount: 500, days: 10, ofDays: 30 },
    ])
  })

  it('scales exact amounts by days, and charges of nothing', () => {
    const parts = [
      { memberId: 'asha', amount: 1000 },
      { memberId: 'ravi', amount: 2000 },
    ]
    const rules = [
      { fromOn: on('2026-04-01'), rule: { kind: 'exact', parts } as const },
      { fromOn: on('2026-04-16'), rule: equal('tara') },
    ]
    expect(sharesByDay(3000, april, rules, 0).map(({ amount }) => amount)).toEqual([500, 1000, 1500])
    const nothing = [
      {
        fromOn: on('2026-04-01'),
        rule: { kind: 'exact', parts: parts.map((p) => ({ ...p, amount: 0 })) } as const,
      },
    ]
    expect(sharesByDay(0, april, nothing, 0).map(({ amount, days }) => [amount, days])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('rounds once, and sums to the charge whatever the rules', () => {
    const cases = fc
      .integer({ min: -1_000_000, max: 1_000_000 })
      .chain((amount) =>
        fc.tuple(
          fc.constant(amount),
          fc.array(fc.tuple(fc.nat({ max: 40 }), anyRule(amount)), { maxLength: 4 }),
          anyRule(amount),
          fc.nat({ max: 99 }),
        ),
      )
    fc.assert(
      fc.property(cases, ([amount, later, first, occurrence]) => {
        const rules = [
          { fromOn: on('2026-03-01'), rule: first },
          ...later.map(([day, rule]) => ({ fromOn: dateOfEpochDay(20_544 + day), rule })),
        ]
        expect(total(sharesByDay(amount, april, rules, occurrence))).toBe(amount)
      }),
    )
  })

  it('with one rule equals the plain split', () => {
    const cases = fc
      .integer({ min: -9999, max: 9999 })
      .chain((amount) => fc.tuple(fc.constant(amount), anyRule(amount), fc.nat({ max: 9 })))
    fc.assert(
      fc.property(cases, ([amount, rule, occurrence]) => {
        const byDay = sharesByDay(amount, april, [{ fromOn: on('2026-04-01'), rule }], occurrence)
        expect(byDay.map(({ memberId, amount: part }) => ({ memberId, amount: part }))).toEqual(
          sharesOf(amount, rule, occurrence),
        )
      }),
    )
  })

  it('refuses a first day without a rule, and an empty period', () => {
    expect(() => sharesByDay(100, april, [{ fromOn: on('2026-04-02'), rule: equal('a') }], 0)).toThrow(
      invalidSplit,
    )
    expect(() => sharesByDay(100, april, [], 0)).toThrow(invalidSplit)
    const empty = { startsOn: on('2026-04-01'), endsOn: on('2026-04-01') }
    expect(() => sharesByDay(100, empty, [{ fromOn: on('2026-04-01'), rule: equal('a') }], 0)).toThrow(
      /at least one day/,
    )
    const bad = {
      fromOn: on('2026-04-01'),
      rule: { kind: 'exact', parts: [{ memberId: 'a', amount: 1 }] } as const,
    }
    expect(() => sharesByDay(100, april, [bad], 0)).toThrow(invalidSplit)
  })
})
