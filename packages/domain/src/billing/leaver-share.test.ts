import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, parseCalendarDate } from '../time/calendar.ts'
import { rulesOfCharge } from './charge-rules.ts'
import { adjustmentByLeaving, unpaidShareOfLeaver } from './leaver-share.ts'
import {
  historyWithout,
  rulesWithin,
  sharesOfCharge,
  type Split,
  type SplitHistory,
} from './split-history.ts'

const day = parseCalendarDate
const both: SplitHistory = [
  { fromOn: day('1900-01-01'), split: { kind: 'equal', memberIds: ['asha', 'ravi'] } },
]
const charge = (startsOn: string, endsOn: string, paid = 0, history = both, payer = 'asha') => ({
  startsOn: day(startsOn),
  endsOn: day(endsOn),
  amount: 30_000,
  paid,
  index: 0,
  splits: rulesWithin(history, { startsOn: day(startsOn), endsOn: day(endsOn) }, payer),
})
const ravi = { memberId: 'ravi', on: day('2026-11-29'), heirId: 'asha' }

describe('what somebody who leaves will owe once a charge is paid', () => {
  it('is the whole share of a period that is over, and by the day of the one that runs', () => {
    expect(unpaidShareOfLeaver(charge('2026-10-20', '2026-11-20'), ravi)).toBe(15_000)
    expect(unpaidShareOfLeaver(charge('2026-11-20', '2026-12-20'), ravi)).toBe(4500)
  })

  it('is nothing of what begins when they are gone, or what they have no part in', () => {
    expect(unpaidShareOfLeaver(charge('2026-11-29', '2026-12-29'), ravi)).toBe(0)
    expect(unpaidShareOfLeaver(charge('2026-10-20', '2026-11-20'), { ...ravi, memberId: 'meera' })).toBe(0)
  })

  it('is what is left of it where a part was paid', () => {
    expect(unpaidShareOfLeaver(charge('2026-10-20', '2026-11-20', 10_000), ravi)).toBe(10_000)
    expect(unpaidShareOfLeaver(charge('2026-10-20', '2026-11-20', 30_000), ravi)).toBe(0)
  })

  it('is all of the days on which they bore a charge alone', () => {
    const alone: SplitHistory = [{ fromOn: day('1900-01-01'), split: { kind: 'payer' } }]
    expect(unpaidShareOfLeaver(charge('2026-11-20', '2026-12-20', 0, alone, 'ravi'), ravi)).toBe(9000)
    expect(unpaidShareOfLeaver(charge('2026-11-20', '2026-12-20', 0, alone, 'asha'), ravi)).toBe(0)
  })

  it('is their share by the history without them, however it is split and whenever it changed', () => {
    const people = ['asha', 'meera', 'ravi']
    const split = fc.oneof(
      fc.constant<Split>({ kind: 'payer' }),
      fc.subarray(people, { minLength: 1 }).map((memberIds): Split => ({ kind: 'equal', memberIds })),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }).map((weights): Split => ({
        kind: 'shares',
        weights: weights.map((weight, at) => ({ memberId: people[at] ?? '', weight })),
      })),
    )
    const change = fc.record({ after: fc.integer({ min: 1, max: 40 }), split })
    fc.assert(
      fc.property(
        split,
        fc.array(change, { maxLength: 3 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('asha', 'ravi'),
        fc.integer({ min: 1, max: 99_999 }),
        (first, changes, leavesAfter, payer, amount) => {
          const startsOn = day('2026-11-01')
          const byDay = [...new Map(changes.map((one) => [one.after, one.split]))].toSorted(
            ([a], [b]) => a - b,
          )
          const history: SplitHistory = [
            { fromOn: day('1900-01-01'), split: first },
            ...byDay.map(([after, then]) => ({ fromOn: addDays(startsOn, after), split: then })),
          ]
          const period = { startsOn, endsOn: day('2026-12-01') }
          const on = addDays(startsOn, leavesAfter)
          const open = { ...period, amount, paid: 0, index: 3, splits: rulesWithin(history, period, payer) }
          const without = historyWithout(history, 'ravi', { on, heirId: 'asha' })
          const left = { memberId: 'ravi', on, heirId: 'asha', paid: payer === 'ravi', raised: 4 }
          // Of a period that was over nobody else is to pay.
          const borne = { ...open, payerId: on < period.endsOn ? 'asha' : payer, isPaid: false }
          const expected = sharesOfCharge({ ...open, splits: rulesOfCharge(without, borne, [left]) })
          const share = expected.find(({ memberId }) => memberId === 'ravi')?.amount ?? 0
          expect(unpaidShareOfLeaver(open, { memberId: 'ravi', on, heirId: 'asha' })).toBe(share)
        },
      ),
    )
  })
})

describe('what leaving itself changes', () => {
  const alone: SplitHistory = [{ fromOn: day('1900-01-01'), split: { kind: 'payer' } }]

  it('is their part of the days that were paid and are not theirs any more', () => {
    expect(adjustmentByLeaving(charge('2026-11-20', '2026-12-20', 30_000), ravi)).toEqual([
      { memberId: 'asha', amount: -10_500 },
      { memberId: 'ravi', amount: 10_500 },
    ])
    expect(adjustmentByLeaving(charge('2026-11-20', '2026-12-20', 10_000), ravi)).toEqual([
      { memberId: 'asha', amount: -3500 },
      { memberId: 'ravi', amount: 3500 },
    ])
  })

  it('is what they paid alone for those days', () => {
    expect(adjustmentByLeaving(charge('2026-11-20', '2026-12-20', 30_000, alone, 'ravi'), ravi)).toEqual([
      { memberId: 'asha', amount: -21_000 },
      { memberId: 'ravi', amount: 21_000 },
    ])
  })

  it('is nothing of what is over, is not paid, or is not theirs', () => {
    expect(adjustmentByLeaving(charge('2026-10-20', '2026-11-20', 30_000), ravi)).toEqual([])
    expect(adjustmentByLeaving(charge('2026-11-20', '2026-12-20'), ravi)).toEqual([])
    expect(adjustmentByLeaving(charge('2026-11-20', '2026-12-20', 30_000, alone), ravi)).toEqual([])
  })
})
