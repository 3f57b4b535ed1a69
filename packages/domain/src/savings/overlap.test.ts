import { describe, expect, it } from 'vitest'
import { benefitNewsOf } from './benefit.ts'
import { holdingOf } from './holding.ts'
import { casesToday, householdCases } from './household-cases.ts'
import type { HouseholdCase } from './household-cases.ts'
import { overlapsOf, wastedIn } from './overlap.ts'

function told({ has, wantsBoth, enough }: HouseholdCase): string[] {
  const holdings = has.map((subscription) => holdingOf(subscription, casesToday))
  const overlaps = overlapsOf(holdings, casesToday, { wanted: wantsBoth ?? [], oneIsEnough: enough ?? [] })
  const news = benefitNewsOf(holdings, overlaps, casesToday)
  return [
    ...overlaps.map((overlap) => {
      const { kind, subscriptionId, coveredBy, claimFirst, isLasting } = overlap
      const facts = has.find(({ id }) => id === subscriptionId)?.facts
      if (facts === undefined) throw new Error(`found ${subscriptionId}, which nobody has`)
      const { days, amount } = wastedIn(overlap, facts, casesToday)
      return [
        `${kind === 'mayWantBoth' ? 'ask' : 'drop'} ${subscriptionId} for ${coveredBy.join('+')}: ${days}`,
        amount.amount,
        ...(claimFirst.length === 0 ? [] : [`claim ${claimFirst.join('+')}`]),
        ...(isLasting ? [] : ['ends']),
      ].join(', ')
    }),
    ...news.map(({ kind, subscriptionId, serviceIds, until }) =>
      kind === 'unclaimed'
        ? `unclaimed ${subscriptionId} ${serviceIds.join('|')}`
        : `ends ${subscriptionId} ${serviceIds.join('|')} ${until}`,
    ),
  ]
}

describe('what is paid although it is there, in sixty households', () => {
  it.each(householdCases)('$name', (household) => {
    expect(told(household)).toEqual(household.finds)
  })

  it('finds all that a careful person finds, and nothing else', () => {
    const found = householdCases.map((household) => ({ household, told: new Set(told(household)) }))
    const right = found.flatMap(({ household, told: all }) => household.finds.filter((one) => all.has(one)))
    const all = found.reduce((sum, { told: { size } }) => sum + size, 0)
    const expected = householdCases.reduce((sum, { finds }) => sum + finds.length, 0)
    expect(householdCases.length).toBeGreaterThanOrEqual(60)
    expect({ precision: right.length / all, recall: right.length / expected }).toEqual({
      precision: 1,
      recall: 1,
    })
  })

  it('does not depend on the order in which subscriptions are known', () => {
    for (const household of householdCases)
      expect(told({ ...household, has: household.has.toReversed() }).toSorted()).toEqual(
        told(household).toSorted(),
      )
  })
})
