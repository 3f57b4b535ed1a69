import { describe, expect, it } from 'vitest'
import { every, inr } from '../test-drafts.ts'
import { apartOf, needsApart } from './apart.ts'
import { leastCost } from './brute-force.ts'
import { cheapestSet } from './cheapest-set.ts'
import type { SavingsInput } from './set-program.ts'
import { programOf } from './set-options.ts'
import { brings, has, inputOf, netflix, plan, today, told } from './small-household.ts'

const alone = plan('netflix', 199, { standalone: netflix, providerId: 'netflix' })
const shared = plan('family', 1500, {
  standalone: netflix,
  providerId: 'netflix',
  interval: every(1, 'year'),
  isShareable: true,
})
const hers = has(alone, '2026-11-10')
const his = has({ ...alone, id: 'his' }, '2026-11-20', ['ravi'])
const wantsBoth = [['my netflix', 'my his']] as const
const members = ['asha', 'ravi', 'meera']

const whatBegins = (input: SavingsInput) => {
  const set = cheapestSet(input)
  expect(set?.proof.value).toBe(leastCost(programOf(input)))
  return told(set)?.filter((one) => !one.includes('stays'))
}

describe('two people who want an account each', () => {
  it('are given one each, where one for both would cost less', () => {
    const one = inputOf([hers, his], [shared])
    expect(whatBegins(one)).toEqual([
      'my netflix goes 2026-12-10',
      'my his goes 2026-12-20',
      'begins family 2026-12-10',
    ])
    const each = inputOf([hers, his], [shared], undefined, { wantsBoth })
    expect(whatBegins(each)).toEqual([
      'my netflix goes 2026-12-10',
      'my his goes 2026-12-20',
      'begins family 2026-12-10',
      'begins family 2026-12-20',
    ])
    expect(cheapestSet(each)?.steps.filter(({ kind }) => kind === 'begin')).toMatchObject([
      { memberIds: ['asha'] },
      { memberIds: ['ravi'] },
    ])
  })

  it('share one of them with whoever else needs it', () => {
    const meera = has({ ...alone, id: 'meeras' }, '2026-11-15', ['meera'])
    const input = inputOf([hers, his, meera], [shared], undefined, { memberIds: members, wantsBoth })
    const begun = whatBegins(input)?.filter((one) => one.startsWith('begins'))
    expect(begun).toEqual(['begins family 2026-12-10', 'begins family 2026-12-20'])
  })

  it('have what they want where each account is theirs today', () => {
    const set = cheapestSet(inputOf([hers, his], [], undefined, { wantsBoth }))
    expect([set?.isTodayEnough, set?.isBetter, set?.saving]).toEqual([true, false, 0])
  })

  it('use what everybody has by turns of nobody: it is the account of one of them', () => {
    const fibre = plan('fibre', 999, {
      kind: 'broadband',
      line: {
        kind: 'broadband',
        mbPerDay: null,
        hasCalls: false,
        days: 30,
        seats: 1,
        mbps: 100,
        capGb: null,
      },
      includes: [brings(netflix)],
    })
    const held = [has(fibre, '2026-11-05', 'everybody'), hers, his]
    expect(whatBegins(inputOf(held, []))).toEqual(['my netflix goes 2026-12-10', 'my his goes 2026-12-20'])
    expect(whatBegins(inputOf(held, [], undefined, { wantsBoth }))).toHaveLength(1)
    expect(cheapestSet(inputOf(held, [], undefined, { wantsBoth }))?.isTodayEnough).toBe(true)
  })

  it('hold it some months only, each an account', () => {
    const monthly = plan('some', 100, { standalone: netflix, providerId: 'netflix', isShareable: true })
    const input = (both: readonly (readonly [string, string])[]) =>
      inputOf(
        [hers, his],
        [monthly],
        (needs) => ({
          ...needs,
          services: [{ tier: netflix, memberIds: ['asha', 'ravi'], isWanted: true, monthsAYear: 2 }],
        }),
        { wantsBoth: both },
      )
    const held = (both: readonly (readonly [string, string])[]) =>
      cheapestSet(input(both))?.rotations.map(({ memberIds }) => memberIds)
    expect(held([])).toEqual([['asha', 'ravi']])
    expect(held(wantsBoth)).toEqual([['asha'], ['ravi']])
  })

  it('are those of one account only, where the other is for more people', () => {
    const everybody = has({ ...alone, id: 'ours', price: inr(64_900) }, '2026-11-05', 'everybody')
    const subscriptions = [everybody.subscription, his.subscription]
    expect(apartOf(subscriptions, members, [['my ours', 'my his']], today)).toEqual([
      { ladderId: 'netflix', one: ['asha', 'meera'], other: ['ravi'] },
    ])
    expect(apartOf(subscriptions, members, [['my ours', 'gone']], today)).toEqual([])
  })

  it('need it each for themselves, others with the first', () => {
    const need = { tier: netflix, memberIds: members, isWanted: true }
    const sides = { one: ['asha'], other: ['ravi'] }
    const apart = [{ ladderId: 'netflix', ...sides }]
    expect(needsApart([need], apart).map(({ memberIds }) => memberIds)).toEqual([['asha', 'meera'], ['ravi']])
    expect(needsApart([need], [{ ladderId: 'sony', ...sides }])).toEqual([need])
  })
})
