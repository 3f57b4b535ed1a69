import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastOf, tileColors } from './brand-color.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((color) => `#${color.toString(16).padStart(6, '0')}`)

test('the letter of a tile reads on every colour a brand may have', () => {
  fc.assert(
    fc.property(hex, (brand) => {
      const { background, letter } = tileColors(brand)
      expect(contrastOf(background, letter)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour on which white reads is kept, as brands want it', () => {
  expect(tileColors('#E50914')).toEqual({ background: '#e50914', letter: '#ffffff' })
})

test('a bright colour takes a dark letter, a middling one is darkened until white reads', () => {
  expect(tileColors('#1DB954')).toMatchObject({ background: '#1db954', letter: '#1b1019' })
  expect(tileColors('#00A8E1').letter).toBe('#ffffff')
})

test('no colour, or none that a browser knows, falls back to our own', () => {
  expect(tileColors(null)).toEqual(tileColors('red; background: url(x)'))
})
