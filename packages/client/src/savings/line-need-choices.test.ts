import { describe, expect, it } from 'vitest'
import { amountsFor, validFor, withLine, type LineNeed } from './line-need-choices.ts'

const line: LineNeed = {
  subscriptionId: 'jio',
  kind: 'mobile',
  memberIds: ['asha'],
  mbPerDay: 2048,
  needsCalls: true,
  validity: null,
  providerLock: null,
  mbps: null,
  capGb: null,
  seats: 1,
}

describe('what a line can be asked for', () => {
  it('has the amount of today in its place', () => {
    expect(amountsFor('mbps', 150)).toEqual([30, 50, 100, 150, 200, 300, 500, 1000])
    expect(amountsFor('mbps', 100)).toEqual(amountsFor('mbps', null))
  })

  it('lasts at least so long, and no shorter than it may', () => {
    expect(validFor(line, 84)).toEqual({ least: 84, most: 1000 })
    expect(validFor({ ...line, validity: { least: 28, most: 60 } }, 84)).toEqual({ least: 84, most: 84 })
    expect(validFor(line, null)).toBeNull()
  })

  it('changes for one line only', () => {
    const needs = {
      services: [],
      lines: [line, { ...line, subscriptionId: 'airtel' }],
      keep: [],
      never: [],
      withOldPrices: true,
      budget: null,
    }
    expect(withLine(needs, 'airtel', { mbPerDay: null }).lines.map(({ mbPerDay }) => mbPerDay)).toEqual([
      2048,
      null,
    ])
  })
})
