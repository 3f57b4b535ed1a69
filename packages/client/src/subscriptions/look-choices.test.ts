import { expect, test } from 'vitest'
import { lookChoices, lookColorName } from './look-choices.ts'

test('a tile is offered colours and emojis of its kind; where a mark would hide it, no colour', () => {
  expect(lookChoices('tv', null, false)).toContain('#7a2e62')
  expect(lookChoices('tv', null, false)).toContain('📺')
  expect(lookChoices('tv', null, true).every((look) => lookColorName(look) === null)).toBe(true)
})

test('the look of today is offered first, also where nobody would offer it', () => {
  expect(lookChoices('ott', '🦚', true)[0]).toBe('🦚')
  expect(lookChoices('ott', '🎬', true).filter((look) => look === '🎬')).toHaveLength(1)
})

test('a colour has a name, an emoji says itself', () => {
  expect(lookColorName('#2f6b4a')).toBe('green')
  expect(lookColorName('🎬')).toBeNull()
})
