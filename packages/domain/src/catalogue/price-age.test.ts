import { expect, it } from 'vitest'
import { on } from '../test-drafts.ts'
import { isOldPrice } from './price-age.ts'

it.each([
  ['current', '2026-05-28', false],
  ['current', '2026-05-27', true],
  ['current', '2026-11-28', false],
  ['unverified', '2026-11-27', true],
  ['superseded', '2026-11-27', true],
] as const)(
  'a price that is %s and was seen on %s is asked about on 28 November 2026: %s',
  (status, seen, old) => {
    expect(isOldPrice({ status, asOf: on(seen) }, on('2026-11-28'))).toBe(old)
  },
)
