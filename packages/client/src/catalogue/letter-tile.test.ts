import { expect, test } from 'vitest'
import { letterTile } from './letter-tile.ts'

test.each([
  ['Tata Play', 'TP'],
  ['Airtel', 'Ai'],
  ['ACT', 'AC'],
  ['amazon prime (yearly)', 'AP'],
  ['1&1', '11'],
  ['ज़ी 5', 'ज़ी5'],
  ['  ', '?'],
  ['💡', '?'],
])('%j has the letters %s', (name, letters) => {
  expect(letterTile(name, null).letters).toBe(letters)
})

test('names that begin alike are told apart by letters, colour or pattern, even where they share two of them', () => {
  const names = [
    'Airtel',
    'ACT',
    'Amazon Prime',
    'Apple One',
    'Audible',
    'Aha',
    'AltBalaji',
    'Astound',
    'AMC+',
  ]
  const looks = names.map((name) => {
    const { letters, background, pattern } = letterTile(name, null)
    return `${letters} ${background} ${pattern}`
  })
  expect(new Set(looks).size).toBe(names.length)
})

test('the same name looks the same in any writing', () => {
  expect(letterTile('Hathway', null)).toEqual(letterTile(' hathway ', null))
})
