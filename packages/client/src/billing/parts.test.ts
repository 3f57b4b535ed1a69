import { describe, expect, test } from 'vitest'
import { equalTexts, leftOf, partsOf, restFor } from './parts.ts'

const netflix = (texts: Record<string, string>) => ({
  ids: ['asha', 'ravi', 'meera'],
  texts,
  total: 64_900,
  digits: 2,
})

describe('parts that people type', () => {
  test('say what is left to assign, to the paisa', () => {
    expect(leftOf(netflix({}))).toBe(64_900)
    expect(leftOf(netflix({ asha: '300', ravi: '348.99' }))).toBe(1)
    expect(leftOf(netflix({ asha: '650' }))).toBe(-100)
  })

  test('are unknown while one of them cannot be read', () => {
    expect(leftOf(netflix({ asha: 'some' }))).toBeNull()
    expect(partsOf(netflix({ asha: '1.234' }))).toBeNull()
  })

  test('made equal give the odd paisa to one person and sum to the whole', () => {
    const texts = equalTexts(netflix({}))
    expect(Object.values(texts).toSorted()).toEqual(['216.33', '216.33', '216.34'])
    expect(leftOf(netflix({ ...texts }))).toBe(0)
  })

  test('the rest goes to the first empty field, else to the last', () => {
    expect(restFor(netflix({ asha: '300' }))).toEqual({ memberId: 'ravi', value: 34_900 })
    expect(restFor(netflix({ asha: '300', ravi: '300', meera: '40' }))).toEqual({
      memberId: 'meera',
      value: 4_900,
    })
  })

  test('nothing is given where everything is assigned or too much is', () => {
    expect(restFor(netflix({ asha: '649' }))).toBeNull()
    expect(restFor(netflix({ asha: '700' }))).toBeNull()
  })
})
