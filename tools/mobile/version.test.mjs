import { expect, test } from 'vitest'
import { versionOf } from './version.mjs'

test('a tag is the version; what came after it says how much', () => {
  expect(versionOf('v1.2.3-0-gabc1234', 900)).toEqual({ name: '1.2.3', code: 900 })
  expect(versionOf('v1.2.3-14-gabc1234', 914)).toEqual({ name: '1.2.3-14', code: 914 })
})

test('before the first tag it is still a version', () => {
  expect(versionOf('', 12)).toEqual({ name: '0.1.0-12', code: 12 })
})
