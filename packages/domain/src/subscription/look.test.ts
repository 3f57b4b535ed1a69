import { describe, expect, it } from 'vitest'
import { lookOf, lookText, type Look } from './look.ts'

describe('a look of one’s own', () => {
  it('is an emoji or a colour, kept as one text', () => {
    expect(lookOf('🏋🏽‍♀️')).toEqual({ emoji: '🏋🏽‍♀️' })
    expect(lookOf('#1f5f7a')).toEqual({ color: '#1f5f7a' })
    expect(lookOf(null)).toBeNull()
    expect(lookOf(undefined)).toBeNull()
    for (const text of ['🏋🏽‍♀️', '#1f5f7a', null]) expect(lookText(lookOf(text))).toBe(text)
  })

  it('that only a newer version knows is none', () => {
    expect(lookText({ pattern: 'stripes' } as Look)).toBeNull()
  })
})
