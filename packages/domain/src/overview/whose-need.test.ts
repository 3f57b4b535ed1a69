import { describe, expect, it } from 'vitest'
import { holderOfNeed, isNeedOf, type NeedPeople } from './whose-need.ts'

const actors = [
  { id: 'asha', role: 'owner' },
  { id: 'ravi', role: 'member' },
  { id: 'lila', role: 'viewer' },
]

const people = (changes: Partial<NeedPeople> = {}): NeedPeople => ({
  paidBy: 'asha',
  managedBy: 'asha',
  ownerId: 'asha',
  isPrivate: false,
  ...changes,
})

describe('whose a need is', () => {
  it('a charge is for who pays it, a pack and a decision for who manages it', () => {
    const told = people({ paidBy: 'ravi' })
    expect(holderOfNeed('overdue', told, actors)).toBe('ravi')
    expect(holderOfNeed('stopped', told, actors)).toBe('asha')
    expect(isNeedOf('ravi', { kind: 'due', people: told, actors })).toBe(true)
    expect(isNeedOf('asha', { kind: 'due', people: told, actors })).toBe(false)
    expect(holderOfNeed('decideBy', people({ managedBy: 'ravi' }), actors)).toBe('ravi')
  })

  it('is never for who may not meet it, or has no account: the next one is asked', () => {
    expect(holderOfNeed('overdue', people({ paidBy: 'lila' }), actors)).toBe('asha')
    const ofChild = people({ paidBy: 'child', managedBy: 'ravi' })
    // A member records what they pay themselves, and nothing that others pay.
    expect(holderOfNeed('overdue', ofChild, actors)).toBe('asha')
    expect(holderOfNeed('stopped', people({ managedBy: 'child', ownerId: 'ravi' }), actors)).toBe('ravi')
  })

  it('asks everybody who may where nobody of them can', () => {
    const gone = people({ paidBy: 'child', managedBy: 'child', ownerId: 'child' })
    const two = [...actors, { id: 'meera', role: 'manager' }]
    const yours = (id: string) => isNeedOf(id, { kind: 'overdue', people: gone, actors: two })
    expect(['asha', 'ravi', 'lila', 'meera', 'stranger'].filter(yours)).toEqual(['asha', 'meera'])
  })

  it('of what is private only its owner is asked', () => {
    const own = people({ paidBy: 'asha', managedBy: 'asha', ownerId: 'ravi', isPrivate: true })
    expect(holderOfNeed('overdue', own, actors)).toBe('ravi')
    expect(isNeedOf('asha', { kind: 'overdue', people: own, actors })).toBe(false)
  })
})
