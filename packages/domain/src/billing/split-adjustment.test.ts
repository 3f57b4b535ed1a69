import { describe, expect, it } from 'vitest'
import { parseCalendarDate as on } from '../time/calendar.ts'
import { splitAdjustment } from './split-adjustment.ts'

const equal = (...memberIds: string[]) => ({ kind: 'equal', memberIds }) as const
const november = {
  startsOn: on('2026-11-01'),
  endsOn: on('2026-12-01'),
  amount: 60_000,
  index: 0,
  splits: [{ fromOn: on('2026-11-01'), rule: equal('asha') }],
}

describe('splitAdjustment', () => {
  it('says what a member who joins a paid period owes by the day', () => {
    const splits = [...november.splits, { fromOn: on('2026-11-16'), rule: equal('asha', 'ravi') }]
    expect(splitAdjustment({ ...november, paid: 60_000 }, splits)).toEqual([
      { memberId: 'asha', amount: 15_000 },
      { memberId: 'ravi', amount: -15_000 },
    ])
  })

  it('adjusts only the part that is paid', () => {
    const splits = [{ fromOn: november.startsOn, rule: equal('asha', 'ravi') }]
    expect(splitAdjustment({ ...november, paid: 20_000 }, splits)).toEqual([
      { memberId: 'asha', amount: 10_000 },
      { memberId: 'ravi', amount: -10_000 },
    ])
    expect(splitAdjustment({ ...november, paid: 0 }, splits)).toEqual([])
  })

  it('leaves what is paid beyond the charge to the provider’s credit', () => {
    const splits = [{ fromOn: november.startsOn, rule: equal('ravi') }]
    expect(splitAdjustment({ ...november, paid: 63_000 }, splits)).toEqual([
      { memberId: 'asha', amount: 60_000 },
      { memberId: 'ravi', amount: -60_000 },
    ])
  })
})
