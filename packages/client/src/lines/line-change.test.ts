import { describe, expect, it } from 'vitest'
import { lineChangeOf, lineDraftOf } from './line-change.ts'

const line = { name: 'Papa', memberId: 'ravi' }

describe('a change of a number', () => {
  it('says nothing of what stays', () => {
    expect(lineChangeOf(lineDraftOf(line), line)).toEqual({})
    expect(lineChangeOf(lineDraftOf({ name: null, memberId: null }), { name: null, memberId: null })).toEqual(
      {},
    )
  })

  it('takes name and owner away with an empty text, and keeps the number with one', () => {
    expect(lineChangeOf({ number: ' ', name: ' ', memberId: '' }, line)).toEqual({
      name: null,
      memberId: null,
    })
    expect(lineChangeOf({ number: ' 98765 43210 ', name: 'Papa', memberId: 'asha' }, line)).toEqual({
      number: '98765 43210',
      memberId: 'asha',
    })
  })
})
