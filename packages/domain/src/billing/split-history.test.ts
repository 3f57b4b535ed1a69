import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import { daysBetween } from '../time/calendar.ts'
import type { CalendarDate } from '../time/calendar.ts'
import { anyHistory, anySplit, april, aprilDay, people } from './split-drafts.ts'
import {
  ALWAYS,
  alwaysSplit,
  historyWithout,
  membersOfSplit,
  rulesWithin,
  sharesOfCharge,
  splitFrom,
  splitOn,
  splitWithout,
} from './split-history.ts'
import { rulesOfCharge } from './charge-rules.ts'
import type { Split, SplitHistory } from './split-history.ts'
import type { SplitRule } from './split.ts'

const equal = (...memberIds: string[]) => ({ kind: 'equal', memberIds }) as const
const payer = { kind: 'payer' } as const
const anyDay = fc.integer({ min: -25, max: 50 }).map(aprilDay)
const anyMember = fc.constantFrom(...people)
const total = (parts: readonly { amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0)

/** What each person has of one day, as fractions that sum to 1. */
function partsOf(split: Split | SplitRule, payerId = 'asha'): Map<string, number> {
  const weights =
    split.kind === 'payer'
      ? [[payerId, 1] as const]
      : split.kind === 'equal'
        ? split.memberIds.map((id) => [id, 1] as const)
        : split.kind === 'shares'
          ? split.weights.map(({ memberId, weight }) => [memberId, weight] as const)
          : split.kind === 'percent'
            ? split.parts.map(({ memberId, basisPoints }) => [memberId, basisPoints] as const)
            : split.parts.map(({ memberId, amount }) => [memberId, amount] as const)
  const sum = weights.reduce((before, [, weight]) => before + weight, 0)
  return new Map(weights.map(([id, weight]) => [id, sum === 0 ? 1 / weights.length : weight / sum]))
}

const charge = (amount: number, history: SplitHistory, index = 0, payerId = 'asha') => ({
  ...april,
  amount,
  index,
  splits: rulesWithin(history, april, payerId),
})

describe('the history of a split', () => {
  it('has one split for every day', () => {
    const history = splitFrom(alwaysSplit(payer), on('2026-04-11'), equal('ravi'))
    expect(history).toEqual([
      { fromOn: ALWAYS, split: payer },
      { fromOn: '2026-04-11', split: equal('ravi') },
    ])
    expect(splitOn(history, ALWAYS)).toEqual(payer)
    expect(splitOn(history, on('2026-04-10'))).toEqual(payer)
    expect(splitOn(history, on('2026-04-11'))).toEqual(equal('ravi'))
    expect(splitOn(history, on('2099-01-01'))).toEqual(equal('ravi'))
  })

  it('forgets what was planned for later when a split begins, and keeps what was before', () => {
    fc.assert(
      fc.property(anyHistory, anyDay, anySplit, anyDay, (history, fromOn, split, day) => {
        const changed = splitFrom(history, fromOn, split)
        expect(splitOn(changed, day)).toEqual(day < fromOn ? splitOn(history, day) : split)
        expect(changed.at(-1)).toEqual({ fromOn, split })
        expect(splitFrom(changed, fromOn, split)).toEqual(changed)
      }),
    )
  })

  it('from its very first day on is all new', () => {
    const history = splitFrom(alwaysSplit(payer), on('2026-04-11'), equal('ravi'))
    expect(splitFrom(history, ALWAYS, equal('tara'))).toEqual(alwaysSplit(equal('tara')))
  })
})

describe('the people of a split', () => {
  it('are all whom it names, nobody for the payer', () => {
    expect(membersOfSplit(payer)).toEqual([])
    expect(membersOfSplit(equal('ravi', 'asha'))).toEqual(['ravi', 'asha'])
    expect(membersOfSplit({ kind: 'shares', weights: [{ memberId: 'ravi', weight: 0 }] })).toEqual(['ravi'])
    expect(membersOfSplit({ kind: 'exact', parts: [{ memberId: 'tara', amount: 5 }] })).toEqual(['tara'])
    expect(membersOfSplit({ kind: 'percent', parts: [{ memberId: 'meera', basisPoints: 10_000 }] })).toEqual([
      'meera',
    ])
  })

  it('keep their proportions when one of them is gone', () => {
    expect(splitWithout(equal('asha', 'ravi', 'tara'), 'ravi', 'asha')).toEqual(equal('asha', 'tara'))
    const weights = [
      { memberId: 'asha', weight: 2 },
      { memberId: 'ravi', weight: 1 },
      { memberId: 'tara', weight: 0 },
    ]
    expect(splitWithout({ kind: 'shares', weights }, 'ravi', 'asha')).toEqual({
      kind: 'shares',
      weights: [weights[0], weights[2]],
    })
    const percents = [
      { memberId: 'asha', basisPoints: 2500 },
      { memberId: 'ravi', basisPoints: 5000 },
      { memberId: 'tara', basisPoints: 2500 },
    ]
    expect(splitWithout({ kind: 'percent', parts: percents }, 'ravi', 'asha')).toEqual({
      kind: 'shares',
      weights: [
        { memberId: 'asha', weight: 2500 },
        { memberId: 'tara', weight: 2500 },
      ],
    })
    const parts = [
      { memberId: 'asha', amount: 100 },
      { memberId: 'ravi', amount: 50 },
    ]
    expect(splitWithout({ kind: 'exact', parts }, 'ravi', 'tara')).toEqual({
      kind: 'shares',
      weights: [{ memberId: 'asha', weight: 100 }],
    })
  })

  it('are the heir alone when nobody with a part is left', () => {
    expect(splitWithout(equal('ravi'), 'ravi', 'asha')).toEqual(equal('asha'))
    const weights = [
      { memberId: 'ravi', weight: 1 },
      { memberId: 'tara', weight: 0 },
    ]
    expect(splitWithout({ kind: 'shares', weights }, 'ravi', 'asha')).toEqual(equal('asha'))
  })

  it('stay as they are when somebody goes whom it does not name', () => {
    const percent: Split = { kind: 'percent', parts: [{ memberId: 'asha', basisPoints: 10_000 }] }
    expect(splitWithout(percent, 'ravi', 'tara')).toBe(percent)
    expect(splitWithout(payer, 'ravi', 'tara')).toBe(payer)
  })

  it('never include who is gone, whatever the kind, and always bear the whole', () => {
    fc.assert(
      fc.property(anySplit, anyMember, (split, leaver) => {
        const left = splitWithout(split, leaver, 'heir')
        expect(membersOfSplit(left)).not.toContain(leaver)
        const before = partsOf(split)
        const gone = before.get(leaver) ?? 0
        if (split.kind === 'payer' || !membersOfSplit(split).includes(leaver) || gone === 1) return
        for (const [id, part] of partsOf(left))
          expect(part).toBeCloseTo((before.get(id) ?? 0) / (1 - gone), 9)
      }),
    )
  })
})

describe('the history after somebody left', () => {
  const leave = { on: on('2026-04-11'), heirId: 'asha' }

  it('is without them from that day on, also where it was planned', () => {
    const history: SplitHistory = [
      { fromOn: ALWAYS, split: equal('asha', 'ravi') },
      { fromOn: on('2026-06-01'), split: equal('ravi', 'tara') },
    ]
    expect(historyWithout(history, 'ravi', leave)).toEqual([
      { fromOn: ALWAYS, split: equal('asha', 'ravi') },
      { fromOn: '2026-04-11', split: equal('asha') },
      { fromOn: '2026-06-01', split: equal('tara') },
    ])
  })

  it('replaces a split that was to begin on that very day', () => {
    const history: SplitHistory = [
      { fromOn: ALWAYS, split: payer },
      { fromOn: leave.on, split: equal('asha', 'ravi') },
    ]
    expect(historyWithout(history, 'ravi', leave)).toEqual([
      { fromOn: ALWAYS, split: payer },
      { fromOn: leave.on, split: equal('asha') },
    ])
  })

  it('still says payer where it did: whose days those were is told per charge', () => {
    expect(historyWithout(alwaysSplit(payer), 'ravi', leave)).toEqual([
      { fromOn: ALWAYS, split: payer },
      { fromOn: '2026-04-11', split: payer },
    ])
  })

  it('of somebody who left before everything begins with the day of leaving', () => {
    expect(historyWithout(alwaysSplit(equal('ravi')), 'ravi', { ...leave, on: ALWAYS })).toEqual([
      { fromOn: ALWAYS, split: equal('asha') },
    ])
  })

  it('changes no day before, and names them on no day after', () => {
    const cases = fc.tuple(anyHistory, anyMember, anyDay, anyDay)
    fc.assert(
      fc.property(cases, ([history, leaver, leftOn, day]) => {
        const after = historyWithout(history, leaver, { on: leftOn, heirId: 'heir' })
        expect(after[0].fromOn).toBe(ALWAYS)
        expect(after.map(({ fromOn }) => fromOn)).toEqual([...new Set(after.map((s) => s.fromOn))].toSorted())
        const before = splitOn(history, day)
        const now = splitOn(after, day)
        if (day < leftOn) expect(partsOf(now)).toEqual(partsOf(before))
        else expect(membersOfSplit(now)).not.toContain(leaver)
      }),
    )
  })
})

describe('the rules within a period', () => {
  it('begin with its first day and end before its last', () => {
    const history: SplitHistory = [
      { fromOn: ALWAYS, split: equal('asha') },
      { fromOn: on('2026-03-20'), split: payer },
      { fromOn: on('2026-04-15'), split: equal('ravi') },
      { fromOn: april.endsOn, split: equal('tara') },
    ]
    expect(rulesWithin(history, april, 'meera')).toEqual([
      { fromOn: april.startsOn, rule: { kind: 'payer', memberId: 'meera' } },
      { fromOn: '2026-04-15', rule: equal('ravi') },
    ])
    const ofTheDay: SplitHistory = [
      { fromOn: ALWAYS, split: payer },
      { fromOn: april.startsOn, split: equal('ravi') },
    ]
    expect(rulesWithin(ofTheDay, april, 'meera')).toEqual([{ fromOn: april.startsOn, rule: equal('ravi') }])
  })

  it('are the split in force on each of its days, by name', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 29 }).map(aprilDay), anyMember, (history, day, payerId) => {
        const rules = rulesWithin(history, april, payerId)
        expect(rules[0]?.fromOn).toBe(april.startsOn)
        const days = rules.map(({ fromOn }) => fromOn)
        expect(days).toEqual([...new Set(days)].toSorted())
        expect(days.every((fromOn) => fromOn < april.endsOn)).toBe(true)
        const split = splitOn(history, day)
        const rule = rules.findLast(({ fromOn }) => fromOn <= day)?.rule
        expect(rule).toEqual(split.kind === 'payer' ? { kind: 'payer', memberId: payerId } : split)
      }),
    )
  })

  it('of a history that begins later are those it begins with', () => {
    const late: SplitHistory = [{ fromOn: on('2026-04-10'), split: equal('ravi') }]
    expect(rulesWithin(late, april, 'asha')).toEqual([{ fromOn: '2026-04-10', rule: equal('ravi') }])
    expect(splitOn(late, april.startsOn)).toEqual(equal('ravi'))
  })
})

const exact = (...amounts: number[]): SplitHistory =>
  alwaysSplit({
    kind: 'exact',
    parts: amounts.map((amount, at) => ({ memberId: people[at] ?? '', amount })),
  })
const amounts = (shares: readonly { amount: number }[]) => shares.map(({ amount }) => amount)

/** Each day an equal part, split by the rule of the day: added up in floating point, to within the one rounding. */
const byDay = (amount: number, history: SplitHistory, payerId: string): Map<string, number> => {
  const sums = new Map<string, number>()
  for (let day = 0; day < 30; day++) {
    for (const [id, part] of partsOf(splitOn(history, aprilDay(day)), payerId))
      sums.set(id, (sums.get(id) ?? 0) + (amount / 30) * part)
  }
  return sums
}

describe('the shares of a charge', () => {
  it('are exact amounts where they sum to it, and their proportions where it is another amount', () => {
    expect(amounts(sharesOfCharge(charge(300, exact(100, 200))))).toEqual([100, 200])
    expect(amounts(sharesOfCharge(charge(150, exact(100, 200))))).toEqual([50, 100])
    expect(amounts(sharesOfCharge(charge(100, exact(100, 200), 0)))).toEqual([33, 67])
    expect(amounts(sharesOfCharge(charge(0, exact(100, 200))))).toEqual([0, 0])
  })

  it('are equal parts where all exact amounts are nothing', () => {
    expect(amounts(sharesOfCharge(charge(101, exact(0, 0)))).toSorted((a, b) => a - b)).toEqual([50, 51])
    expect(amounts(sharesOfCharge(charge(0, exact(0, 0))))).toEqual([0, 0])
  })

  it('of a credit note with exact amounts are in proportion to them', () => {
    expect(amounts(sharesOfCharge(charge(-150, exact(-100, -200))))).toEqual([-50, -100])
    expect(amounts(sharesOfCharge(charge(-300, exact(-100, -200))))).toEqual([-100, -200])
  })

  it('count the days of who left: 10 of 30', () => {
    const history = historyWithout(alwaysSplit(equal('asha', 'ravi')), 'ravi', {
      on: on('2026-04-11'),
      heirId: 'asha',
    })
    expect(sharesOfCharge(charge(3000, history))).toEqual([
      { memberId: 'asha', amount: 2500, days: 30, ofDays: 30 },
      { memberId: 'ravi', amount: 500, days: 10, ofDays: 30 },
    ])
  })

  it('sum to it for every kind of rule, and are what the days add up to, rounded once', () => {
    const cases = fc.tuple(fc.nat({ max: 5_000_000 }), anyHistory, fc.nat({ max: 99 }), anyMember)
    fc.assert(
      fc.property(cases, ([amount, history, index, payerId]) => {
        const shares = sharesOfCharge(charge(amount, history, index, payerId))
        expect(total(shares)).toBe(amount)
        const expected = byDay(amount, history, payerId)
        for (const { memberId, amount: share } of shares)
          expect(Math.abs(share - (expected.get(memberId) ?? 0))).toBeLessThan(1)
      }),
    )
  })

  it('end for who leaves with the day before, for every kind of rule, and still sum to it', () => {
    const cases = fc.tuple(
      fc.nat({ max: 5_000_000 }),
      anyHistory,
      anyMember,
      fc.integer({ min: 0, max: 30 }),
      fc.boolean(),
      fc.boolean(),
      fc.nat({ max: 99 }),
    )
    fc.assert(
      fc.property(cases, ([amount, history, leaver, day, paidByLeaver, isPaid, index]) => {
        const leftOn: CalendarDate = aprilDay(day)
        const payerId = paidByLeaver ? leaver : 'heir'
        const after = historyWithout(history, leaver, { on: leftOn, heirId: 'heir' })
        const borne = {
          ...april,
          index,
          isPaid,
          payerId: isPaid ? payerId : 'heir',
          splits: rulesWithin(history, april, payerId),
        }
        const departure = { memberId: leaver, on: leftOn, heirId: 'heir', paid: paidByLeaver, raised: 100 }
        const splits = rulesOfCharge(after, borne, [departure])
        expect(rulesOfCharge(after, { ...borne, splits }, [departure])).toEqual(splits)
        const shares = sharesOfCharge({ ...april, amount, index, splits })
        expect(total(shares)).toBe(amount)
        const own = shares.find(({ memberId }) => memberId === leaver)
        expect(own?.days ?? 0).toBeLessThanOrEqual(daysBetween(april.startsOn, leftOn))
        const stayed = byDay(amount, history, payerId).get(leaver) ?? 0
        expect(own?.amount ?? 0).toBeLessThan(stayed + 1)
      }),
    )
  })
})
