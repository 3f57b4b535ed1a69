import { expect, test } from 'vitest'
import { tokenIn } from './link-token.ts'

const token = 'x'.repeat(43)

test('a token is read from the fragment', () => {
  expect(tokenIn(`#token=${token}`)).toBe(token)
})

test('half a link is no link', () => {
  for (const fragment of [
    '',
    '#',
    '#token=',
    '#token=short',
    `#ticket=${token}`,
    `#token=${'x'.repeat(201)}`,
  ])
    expect(tokenIn(fragment), fragment).toBeNull()
})
