import { describe, expect, it } from 'vitest'
import { matchesQuery, queryTokensOf, searchTokensOf } from './search-tokens.ts'

const jioHotstar = searchTokensOf(['JioHotstar', 'hotstar', 'Disney+ Hotstar', 'Super', 299, '3 months'])
const jioPack = searchTokensOf(['Jio', 'Prepaid 299', 299, 28, 'days', '28d', '1.5 GB/day'])
const act = searchTokensOf(['ACT Fibernet', 'ACT', 'Silver Promo', 820, 150, 'mbps'])

describe('searchTokensOf', () => {
  it('is lower-case, without diacritics, sorted, each once', () => {
    expect(searchTokensOf(['Café Télé', 'télé', null, undefined, 1499])).toEqual(['1499', 'cafe', 'tele'])
    expect(searchTokensOf(['₹1,499.50', 'Rs. 2,39,000'])).toEqual(['1499', '239000', '50'])
    expect(searchTokensOf(['ＡＣＴ １５０'])).toEqual(['150', 'act'])
    expect(searchTokensOf(['जियो'])).toEqual(['जियो'.normalize('NFKD')])
    expect(searchTokensOf([])).toEqual([])
  })
})

describe('queryTokensOf', () => {
  it('drops what only says that a number is a price', () => {
    expect(queryTokensOf('Hotstar ₹299')).toEqual(['299', 'hotstar'])
    expect(queryTokensOf('rs 299')).toEqual(['299'])
    expect(queryTokensOf('Rs.299/-')).toEqual(['299'])
    expect(queryTokensOf('rs299 INR')).toEqual(['299'])
    expect(queryTokensOf('users 4')).toEqual(['4', 'users'])
  })
})

describe('matchesQuery', () => {
  it.each(['hotstar 299', 'HOTSTAR', 'jioh', 'disney hot', '₹299 hotstar', '', '   ', '₹'])(
    'finds JioHotstar by "%s"',
    (query) => {
      expect(matchesQuery(jioHotstar, query)).toBe(true)
    },
  )

  it('finds packs by validity and fibre by speed', () => {
    expect(matchesQuery(jioPack, 'jio 28 days')).toBe(true)
    expect(matchesQuery(jioPack, 'jio 28d')).toBe(true)
    expect(matchesQuery(act, 'act 150')).toBe(true)
    expect(matchesQuery(act, 'act 150 mbps')).toBe(true)
  })

  it('wants every word, from its beginning', () => {
    expect(matchesQuery(jioPack, 'jio 84 days')).toBe(false)
    expect(matchesQuery(jioHotstar, 'star')).toBe(false)
    expect(matchesQuery(act, 'act 1500')).toBe(false)
    expect(matchesQuery([], 'x')).toBe(false)
  })
})
