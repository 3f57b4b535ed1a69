import { describe, expect, it } from 'vitest'
import { cursorOf, positionIn } from './cursor.ts'

const cursorFrom = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('cursors', () => {
  it('come back as they were handed out', () => {
    const position = { value: 'zürich “1”', id: 'id' }
    expect(positionIn(cursorOf(position))).toEqual(position)
  })

  it.each([
    ['no text at all', ''],
    ['not base64', '***'],
    ['not JSON', Buffer.from('[').toString('base64url')],
    ['an object', cursorFrom({ value: 'a', id: 'b' })],
    ['too many parts', cursorFrom(['a', 'b', 'c'])],
    ['a number', cursorFrom([1, 'b'])],
    ['a zero byte', cursorFrom(['a\0', 'b'])],
  ])('are refused when they are %s', (_, cursor) => {
    expect(() => positionIn(cursor)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})
