import { describe, expect, it } from 'vitest'
import { changesOf, keeping, without, type Needs } from './needs-change.ts'

const needs: Needs = { services: [], lines: [], keep: ['netflix'], never: [], withOldPrices: true }

const one = (what: 'stays' | 'goes') => ({
  subscription: { id: what, name: what },
  plan: null,
  what,
  on: null,
  isSeat: false,
  cost: { amount: 0, currency: 'INR' },
})

describe('what a household needs', () => {
  it('says once that something stays, and takes that back', () => {
    expect(keeping(needs, 'netflix', true).keep).toEqual(['netflix'])
    expect(keeping(needs, 'jio', true).keep).toEqual(['netflix', 'jio'])
    expect(keeping(needs, 'netflix', false)).toEqual({ ...needs, keep: [] })
  })

  it('leaves out a plan that nobody wants, once', () => {
    expect(without(without(needs, 'jio-299'), 'jio-299').never).toEqual(['jio-299'])
  })
})

describe('a set', () => {
  it('names what changes', () => {
    const best = {
      total: { amount: 0, currency: 'INR' },
      monthly: { amount: 0, currency: 'INR' },
      chosen: [one('stays'), one('goes')],
    }
    expect(changesOf({ best }).map(({ what }) => what)).toEqual(['goes'])
  })
})
