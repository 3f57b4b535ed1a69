import { describe, expect, it } from 'vitest'
import { keeping, lookingAgainAt, without, type Needs } from './needs-change.ts'

const needs: Needs = {
  services: [],
  lines: [],
  keep: ['netflix'],
  never: [],
  withOldPrices: true,
  budget: null,
}

describe('what a household needs', () => {
  it('says once that something stays, and takes that back', () => {
    expect(keeping(needs, 'netflix', true).keep).toEqual(['netflix'])
    expect(keeping(needs, 'jio', true).keep).toEqual(['netflix', 'jio'])
    expect(keeping(needs, 'netflix', false)).toEqual({ ...needs, keep: [] })
  })

  it('leaves out a plan that nobody wants, once', () => {
    expect(without(without(needs, 'jio-299'), 'jio-299').never).toEqual(['jio-299'])
    expect(lookingAgainAt(without(needs, 'jio-299'), 'jio-299')).toEqual(needs)
  })
})
