import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../time/calendar.ts'
import { alwaysSplit, sharesOfCharge, splitFrom, type Split } from './split-history.ts'
import { historyMerged, rulesMerged, splitMerged } from './split-merge.ts'

const merging = { memberId: 'ravi', intoId: 'ravi-k' }

describe('two entries that are one person', () => {
  it('bear together what each bore', () => {
    const splits: [Split, Split][] = [
      [{ kind: 'payer' }, { kind: 'payer' }],
      [
        { kind: 'equal', memberIds: ['asha', 'ravi'] },
        { kind: 'equal', memberIds: ['asha', 'ravi-k'] },
      ],
      [
        { kind: 'equal', memberIds: ['asha', 'ravi', 'ravi-k'] },
        {
          kind: 'shares',
          weights: [
            { memberId: 'asha', weight: 1 },
            { memberId: 'ravi-k', weight: 2 },
          ],
        },
      ],
      [
        {
          kind: 'percent',
          parts: [
            { memberId: 'ravi-k', basisPoints: 2500 },
            { memberId: 'ravi', basisPoints: 7500 },
          ],
        },
        { kind: 'percent', parts: [{ memberId: 'ravi-k', basisPoints: 10_000 }] },
      ],
      [
        { kind: 'exact', parts: [{ memberId: 'ravi', amount: 200 }] },
        { kind: 'exact', parts: [{ memberId: 'ravi-k', amount: 200 }] },
      ],
    ]
    for (const [before, after] of splits) expect(splitMerged(before, merging)).toEqual(after)
    const others = { memberId: 'meera', intoId: 'tara' }
    for (const [before] of splits) expect(splitMerged(before, others)).toEqual(before)
  })

  it('are one in what is over and in what is planned', () => {
    const before = splitFrom(alwaysSplit({ kind: 'equal', memberIds: ['ravi'] }), day('2026-12-01'), {
      kind: 'equal',
      memberIds: ['ravi', 'asha'],
    })
    const after = splitFrom(alwaysSplit({ kind: 'equal', memberIds: ['ravi-k'] }), day('2026-12-01'), {
      kind: 'equal',
      memberIds: ['ravi-k', 'asha'],
    })
    expect(historyMerged(before, merging)).toEqual(after)
  })

  it('owe of a charge what they owed as two, but for a unit that goes round, and others what they did', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(weights, fc.nat(99_999), fc.nat(12), (parts, amount, index) => {
        const rule = {
          kind: 'shares' as const,
          weights: parts.map((weight, at) => ({ memberId: ['asha', 'ravi', 'ravi-k'][at] ?? '', weight })),
        }
        const period = { startsOn: day('2026-11-01'), endsOn: day('2026-12-01') }
        const rules = [{ fromOn: period.startsOn, rule }]
        const of = (splits: typeof rules | ReturnType<typeof rulesMerged>, ids: string[]) =>
          sharesOfCharge({ ...period, amount, index, splits })
            .filter(({ memberId }) => ids.includes(memberId))
            .reduce((sum, share) => sum + share.amount, 0)
        const merged = rulesMerged(rules, merging)
        expect(of(merged, ['asha', 'ravi-k'])).toBe(amount)
        expect(Math.abs(of(merged, ['ravi-k']) - of(rules, ['ravi', 'ravi-k']))).toBeLessThanOrEqual(1)
      }),
    )
  })
})
