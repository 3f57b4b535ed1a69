import { describe, expect, it } from 'vitest'
import { searchTokensOf, wordsOf } from './search-tokens.ts'

describe('searchTokensOf', () => {
  it('is lower-case, without diacritics, sorted, each once', () => {
    expect(searchTokensOf(['Café Télé', 'télé', null, undefined, 1499])).toEqual(['1499', 'cafe', 'tele'])
    expect(searchTokensOf(['₹1,499.50', 'Rs. 2,39,000'])).toEqual(['1499', '239000', '50'])
    expect(searchTokensOf(['ＡＣＴ １５０'])).toEqual(['150', 'act'])
    expect(searchTokensOf(['जियो'])).toEqual(['जियो'.normalize('NFKD')])
    expect(searchTokensOf([])).toEqual([])
  })
})

describe('wordsOf', () => {
  it('keeps the order in which they were typed', () => {
    expect(wordsOf('you Tube  premium')).toEqual(['you', 'tube', 'premium'])
  })

  it('drops what only says that a number is a price', () => {
    expect(wordsOf('Hotstar ₹299')).toEqual(['hotstar', '299'])
    expect(wordsOf('rs 299')).toEqual(['299'])
    expect(wordsOf('Rs.299/-')).toEqual(['299'])
    expect(wordsOf('rs299 INR')).toEqual(['299'])
    expect(wordsOf('रु.299 जियो')).toEqual(['299', 'जियो'])
    expect(wordsOf('299 रुपये')).toEqual(['299'])
    expect(wordsOf('users 4')).toEqual(['users', '4'])
  })

  it.each([
    ['जिओ', 'जियो'],
    ['ज़ी5', 'जी5'],
    ['ज़ी5', 'जी5'],
    ['जियो २९९', 'जियो 299'],
    ['জি৫', 'জি5'],
    ['నెట్\u200cఫ్లిక్స్', 'నెట్ఫ్లిక్స్'],
    ['पाँच', 'पांच'],
  ])('reads %j and %j alike', (one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other))
  })
})
