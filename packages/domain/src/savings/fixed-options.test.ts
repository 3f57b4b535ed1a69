import { describe, expect, it } from 'vitest'
import { every } from '../test-drafts.ts'
import { cheapestSet } from './cheapest-set.ts'
import { brings, has, inputOf, netflix, plan, steps, told } from './small-household.ts'

const alone = plan('netflix', 199, { standalone: netflix, providerId: 'netflix' })
const hers = has(alone, '2026-11-10')

describe('what runs whatever is chosen', () => {
  const cancelled = { kind: 'cancelled', mode: 'atPeriodEnd' } as const
  const yearly = plan('yearly', 1500, { standalone: netflix, interval: every(1, 'year') })

  it('is used up before the same service is begun again', () => {
    const left = has(alone, '2026-11-15', ['asha'], {}, [['2026-11-28', cancelled]])
    const set = cheapestSet(inputOf([left], [yearly]))
    expect(steps(set)).toEqual(['2026-12-15 begin yearly'])
    expect(told(set)).toEqual(['begins yearly 2026-12-15'])
  })

  it('is waited for where it begins on a day that is known', () => {
    const planned = has(alone, '2026-12-20')
    const set = cheapestSet(inputOf([planned], [alone]))
    expect([set?.isBetter, set?.isTodayEnough, set?.steps]).toEqual([false, true, []])
  })

  it('gives what it brings along, so that nothing is begun beside it', () => {
    const television = plan('tv', 399, { kind: 'tv', includes: [brings(netflix)] })
    const held = has(television, '2026-11-15', 'everybody')
    const tv = { ...held, subscription: { ...held.subscription, isOnlyServices: false } }
    const set = cheapestSet(inputOf([tv, hers], [alone]))
    expect(told(set)).toEqual(['my netflix goes 2026-12-10'])
  })

  it('leaves to others what they do not have yet, from today on', () => {
    const left = has(alone, '2026-11-15', ['asha'], {}, [['2026-11-28', cancelled]])
    const input = inputOf([left], [{ ...yearly, isShareable: false }], (needs) => ({
      ...needs,
      services: [
        { tier: netflix, memberIds: ['asha'], isWanted: true },
        { tier: netflix, memberIds: ['ravi'], isWanted: true },
      ],
    }))
    expect(steps(cheapestSet(input))).toEqual(['2026-12-01 begin yearly', '2026-12-15 begin yearly'])
  })
})
