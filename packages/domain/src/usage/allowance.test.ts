import { describe, expect, it } from 'vitest'
import { allowancesInForce, perOf, planAllowances } from './allowance.ts'

describe('the allowances of a plan', () => {
  it.each([
    [
      { dataPerDayMb: 2048, smsPerDay: 100, voice: 'unlimited' },
      ['data 2048 day', 'calls null period', 'messages 100 day'],
    ],
    [{ dataPerMonthMb: 3072, voice: '300 minutes' }, ['data 3072 month', 'calls 300 period']],
    [{ dataTotalMb: 6144, smsTotal: 300 }, ['data 6144 period', 'messages 300 period']],
    // A pack without data has nothing to be used up.
    [{ dataTotalMb: 0, voice: 'none' }, []],
    [{ dataUnlimited: true }, ['data null period']],
    // The cap of a home line is for a month, whatever is paid ahead.
    [{ dataCapGb: 3300, fupSpeedKbps: 2048 }, ['data 3379200 month']],
    [{ fup: 'reduced speed after the daily quota', rolloverData: '200 GB' }, []],
  ])('are read from %j', (attributes, allowances) => {
    expect(planAllowances(attributes).map(({ kind, amount, per }) => `${kind} ${amount} ${per}`)).toEqual(
      allowances,
    )
  })

  it('stand behind what the household typed itself, kind by kind', () => {
    const plan = planAllowances({ dataCapGb: 100, voice: '200 minutes' })
    const own = { kind: 'data', amount: 512_000, per: 'period' } as const
    expect(allowancesInForce([own], plan)).toEqual([own, { kind: 'calls', amount: 200, per: 'period' }])
    expect(perOf(allowancesInForce([own], plan), 'data')).toBe('period')
    expect(perOf([], 'messages')).toBe('period')
  })
})
