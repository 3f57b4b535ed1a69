import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../time/calendar.ts'
import { rulesOfCharge, type BorneCharge } from './charge-rules.ts'
import { alwaysSplit, splitFrom } from './split-history.ts'

const alone = alwaysSplit({ kind: 'payer' })
const by = (fromOn: string, memberId: string) => ({
  fromOn: day(fromOn),
  rule: { kind: 'payer' as const, memberId },
})
const charge = (payerId: string, more: Partial<BorneCharge> = {}): BorneCharge => ({
  index: 1,
  startsOn: day('2026-11-01'),
  endsOn: day('2026-12-01'),
  payerId,
  isPaid: true,
  splits: [by('2026-11-01', payerId)],
  ...more,
})
const left = (paid: boolean, on = '2026-11-11') => ({
  memberId: 'ravi',
  on: day(on),
  heirId: 'asha',
  paid,
  raised: 3,
})

describe('who bears a charge that its payer bears alone', () => {
  it('is who paid it, although somebody else who left was to pay the next', () => {
    expect(rulesOfCharge(alone, charge('meera'), [left(true)])).toEqual([by('2026-11-01', 'meera')])
  })

  it('is who left until that day, and their heir from then on, although another was to pay the next', () => {
    const days = [by('2026-11-01', 'ravi'), by('2026-11-11', 'asha')]
    expect(rulesOfCharge(alone, charge('ravi'), [left(false)])).toEqual(days)
    expect(rulesOfCharge(alone, charge('ravi', { splits: days }), [left(false)])).toEqual(days)
  })

  it('is the heir where it was paid ahead, and whoever pays what stood there later', () => {
    const ahead = { startsOn: day('2026-12-01'), endsOn: day('2027-01-01'), splits: [] }
    expect(rulesOfCharge(alone, charge('ravi', { ...ahead, index: 2 }), [left(true)])).toEqual([
      by('2026-12-01', 'asha'),
    ])
    expect(rulesOfCharge(alone, charge('ravi', { ...ahead, index: 3 }), [left(true)])).toEqual([
      by('2026-12-01', 'ravi'),
    ])
  })

  it('is, while nothing is paid, who was to pay it until they left, and then who is to pay it now', () => {
    const open = charge('tara', { isPaid: false })
    expect(rulesOfCharge(alone, open, [left(true)])).toEqual([
      by('2026-11-01', 'ravi'),
      by('2026-11-11', 'tara'),
    ])
    expect(rulesOfCharge(alone, open, [left(false)])).toEqual([by('2026-11-01', 'tara')])
    expect(rulesOfCharge(alone, open, [left(true, '2026-10-05')])).toEqual([by('2026-11-01', 'tara')])
    expect(rulesOfCharge(alone, open, [left(true, '2026-12-05')])).toEqual([by('2026-11-01', 'tara')])
  })

  it('stays who it was on the days before somebody else paid the rest', () => {
    const splits = [by('2026-11-01', 'ravi'), by('2026-11-11', 'tara')]
    expect(rulesOfCharge(alone, charge('tara', { splits }), [left(true)])).toEqual(splits)
  })

  it('is who shares it on the days that are split by name', () => {
    const both = { kind: 'equal', memberIds: ['asha', 'ravi'] } as const
    expect(rulesOfCharge(splitFrom(alone, day('2026-11-06'), both), charge('ravi'), [left(true)])).toEqual([
      by('2026-11-01', 'ravi'),
      { fromOn: '2026-11-06', rule: both },
    ])
  })
})
