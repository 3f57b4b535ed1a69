import { expect, test } from 'vitest'
import { found, type Entry } from './found.ts'

const entry = (label: string, about?: string): Entry => ({
  id: label,
  section: 'screens',
  label,
  ...(about === undefined ? {} : { about }),
  run: () => {},
})

const entries = [
  entry('Home'),
  entry('Dad’s Jio', 'Jio prepaid'),
  entry('JioHotstar'),
  entry('Canal+ Séries'),
  entry('ज़ी 5'),
]
const labels = (typed: string): string[] => found(entries, typed).map(({ label }) => label)

test.each([
  ['', ['Home', 'Dad’s Jio', 'JioHotstar', 'Canal+ Séries', 'ज़ी 5']],
  ['jio', ['JioHotstar', 'Dad’s Jio']],
  ['jio pre', ['Dad’s Jio']],
  ['series', ['Canal+ Séries']],
  ['ज़ी', ['ज़ी 5']],
  ['otstar', []],
])('%j finds %j', (typed, expected) => {
  expect(labels(typed)).toEqual(expected)
})
