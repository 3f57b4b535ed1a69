import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planWordsOf, type SearchedPlan } from './plan-words.ts'
import { searchIn, searchIndexOf, type Searchable } from './search.ts'
import { isOneSlip } from './slip.ts'

const plan = (changes: Partial<SearchedPlan> = {}): SearchedPlan => ({
  name: 'Super',
  kind: 'ott',
  mode: null,
  region: null,
  price: { amount: 29_900, currency: 'INR' },
  interval: { count: 3, unit: 'month' },
  attributes: {},
  includes: [],
  ...changes,
})

const item = (id: string, names: readonly string[], searched: SearchedPlan, order = '1'): Searchable => ({
  id,
  names,
  ...planWordsOf(searched),
  order,
})

const pack = plan({
  name: 'Prepaid ₹299',
  kind: 'mobile',
  mode: 'prepaid',
  interval: { count: 28, unit: 'day' },
  attributes: { dataPerDayMb: 1536 },
  includes: [{ providerName: 'JioHotstar', tier: 'Mobile' }],
})
const fibre = plan({ name: 'Silver', kind: 'broadband', mode: 'postpaid', attributes: { downMbps: 150 } })

const index = searchIndexOf([
  item('hotstar', ['jiohotstar', 'jio hotstar', 'Disney+ Hotstar', 'हॉटस्टार'], plan()),
  item('jio', ['jio', 'जियो'], pack, '2'),
  item('act', ['act', 'ACT Fibernet'], fibre),
  item('number', ['act', 'ACT Fibernet'], plan({ kind: 'mobile', mode: 'postpaid', name: 'Gold' }), '3'),
])

const found = (query: string) => searchIn(index, query).map(({ item: { id } }) => id)

describe('searchIn', () => {
  it.each([
    ['HOTSTAR', ['hotstar']],
    ['disney hot', ['hotstar']],
    ['₹299 jio', ['jio', 'hotstar']],
    ['jio 28 days', ['jio']],
    ['जिओ २८ दिन', ['jio']],
    ['1.5gb', ['jio']],
    ['act 150', ['act']],
    ['postpaid', ['number', 'act']],
    ['act postpaid', ['number', 'act']],
    ['पोस्टपेड', ['number', 'act']],
    ['jioh', ['hotstar', 'jio']],
    ['hot star', ['hotstar']],
    ['jio prepaid299', ['jio']],
    ['hotstr', ['hotstar']],
    ['hotstr super', ['hotstar']],
    ['silvre', ['act']],
    ['jio plan', ['jio', 'hotstar']],
  ])('finds by %j %j, in this order', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  it.each(['', '  ', '₹', 'jio 84 days', 'star', 'act 1500', 'act 151', 'zzz'])(
    'finds nothing by %j',
    (query) => {
      expect(found(query)).toEqual([])
    },
  )

  it('looks for what was meant where what was typed is not asked for', () => {
    const onlyFibre = searchIn(index, 'acr', ({ id }) => id === 'act')
    expect(onlyFibre.map(({ item: { id } }) => id)).toEqual(['act'])
  })

  it('answers in an order that its places repeat', () => {
    fc.assert(
      fc.property(fc.constantFrom('jio', 'j', '299', 'postpaid', 'hot star', 'a'), (query) => {
        const places = searchIn(index, query).map(({ place, item: { id } }) => `${place} ${id}`)
        expect(places).toEqual(places.toSorted())
      }),
    )
  })
})

/** The number of slips between two words, by the book (optimal string alignment). */
const slipsBetween = (one: string, other: string): number => {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= one.length; i += 1)
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const row = rows[i]
      if (row !== undefined)
        row[j] = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + same,
          swapped ? at(i - 2, j - 2) + 1 : Infinity,
        )
    }
  return at(one.length, other.length)
}

describe('one slip', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })

  it('is what the book says', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isOneSlip(one, other)).toBe(slipsBetween(one, other) === 1)
      }),
      { numRuns: 2000 },
    )
  })
})
