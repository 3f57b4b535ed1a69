import { describe, expect, it } from 'vitest'
import { budgetTone, choiceOf, draftOf, fullnessOf, openChoices } from './budget-scope.ts'

const inr = (amount: number) => ({ amount, currency: 'INR' })

describe('what a budget is for', () => {
  const ofStreams = { scope: 'kind' as const, kind: 'ott' as const, memberId: null }

  it('is offered once: what has one already is left out', () => {
    const open = openChoices([ofStreams], [{ id: 'asha' }]).map(choiceOf)
    expect(open).toEqual([
      'household',
      'kind mobile',
      'kind broadband',
      'kind tv',
      'kind other',
      'member asha',
    ])
  })

  it('is said to the API by its one name', () => {
    expect(draftOf(ofStreams, 100)).toEqual({ scope: 'kind', kind: 'ott', amount: 100 })
    expect(draftOf({ scope: 'member', kind: null, memberId: 'asha' }, null)).toEqual({
      scope: 'member',
      memberId: 'asha',
      amount: null,
    })
    expect(draftOf({ scope: 'household', kind: null, memberId: null }, 5)).toEqual({
      scope: 'household',
      amount: 5,
    })
  })

  it('is as full as its month, and warns of this month more than of a later one', () => {
    expect([
      fullnessOf({ month: inr(50), amount: inr(100) }),
      fullnessOf({ month: inr(500), amount: inr(100) }),
      fullnessOf({ month: inr(-5), amount: inr(100) }),
    ]).toEqual([0.5, 1, 0])
    const over = (month: string) => ({ overrun: { on: '2026-11-28' as never, month, over: inr(1) } })
    expect([
      budgetTone(over('2026-11'), '2026-11-23'),
      budgetTone(over('2027-03'), '2026-11-23'),
      budgetTone({ overrun: null }, '2026-11-23'),
    ]).toEqual(['danger', 'warn', 'brand'])
  })
})
