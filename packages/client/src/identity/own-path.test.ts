import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test('only a path of this site is gone on to', () => {
  expect(ownPath('/money?tab=paid')).toBe('/money?tab=paid')
  const strange = ['https://evil.example', '//evil.example', '/\\evil.example', 'money', '/a b', '', null, 7]
  expect(strange.map(ownPath)).toEqual(strange.map(() => undefined))
})
