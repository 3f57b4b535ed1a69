import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastCost } from './brute-force.ts'
import { asksOf, costsOfNeeds, needsWithout } from './cost-of-needs.ts'
import type { Needs } from './needs.ts'
import { anyHousehold } from './random-household.ts'
import { programOf } from './set-options.ts'
import type { SavingsInput } from './set-program.ts'

const netflix = { ladderId: 'netflix', rank: 1 }
const needs: Needs = {
  services: [
    { tier: netflix, memberIds: ['asha', 'ravi'], isWanted: true },
    { tier: { ladderId: 'sony', rank: 0 }, memberIds: ['asha'], isWanted: false },
  ],
  lines: [
    {
      subscriptionId: 'jio',
      kind: 'mobile',
      memberIds: ['asha'],
      mbPerDay: 2048,
      needsCalls: true,
      validity: null,
      providerLock: 'jio',
      mbps: null,
      capGb: null,
      seats: 1,
    },
  ],
  keep: ['stream'],
  never: ['airtel'],
  withOldPrices: true,
  budget: null,
}

/** As a household might edit them: something is kept and ruled out, and a line is bound. */
const edited = ({ held, offers, ...rest }: SavingsInput, pick: number): SavingsInput => {
  const keep = held.at(pick % Math.max(1, held.length))?.subscription.id
  const never = offers.at(pick % Math.max(1, offers.length))?.id
  const bound = rest.needs.lines.map((line, at) => ({
    ...line,
    validity: pick % 3 === at ? { least: 56, most: 1000 } : null,
    providerLock: pick % 4 === at ? 'jio' : null,
  }))
  return {
    ...rest,
    held,
    offers,
    needs: {
      ...rest.needs,
      lines: bound,
      keep: keep === undefined || pick % 2 === 0 ? [] : [keep],
      never: never === undefined ? [] : [never],
    },
  }
}

describe('what each need costs', () => {
  it('is asked of everything that is asked for, and of those who use a service together one by one', () => {
    expect(
      asksOf(needs).map((ask) =>
        ask.kind === 'service'
          ? ask.memberIds.join(' ')
          : ask.kind === 'line'
            ? ask.ask
            : ask.kind === 'keep'
              ? ask.subscriptionId
              : ask.id,
      ),
    ).toEqual(['asha ravi', 'asha', 'ravi', 'mbPerDay', 'needsCalls', 'providerLock', 'stream', 'airtel'])
  })

  it('leaves nothing to ask for once each of them is gone', () => {
    const nothing = asksOf(needs).reduce(needsWithout, needs)
    expect(asksOf(nothing)).toEqual([])
    expect(nothing.services[1]).toEqual(needs.services[1])
  })

  it('is what trying every set finds: the cheapest with it less the cheapest without it, never below nothing', () => {
    let asked = 0
    fc.assert(
      fc.property(anyHousehold, fc.integer({ min: 0, max: 11 }), (household, pick) => {
        const input = edited(household, pick)
        const value = leastCost(programOf(input))
        if (value === null) return
        for (const { ask, cost } of costsOfNeeds(input, value, { timeout: 60_000 })) {
          const without = leastCost(programOf({ ...input, needs: needsWithout(input.needs, ask) }))
          expect(cost).toBe(without === null ? null : value - without)
          if (ask.kind !== 'keep') expect(cost).toBeGreaterThanOrEqual(0)
          asked += 1
        }
      }),
      { numRuns: 40 },
    )
    expect(asked).toBeGreaterThan(30)
  })
})
