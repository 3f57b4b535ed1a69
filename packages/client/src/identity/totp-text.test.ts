import { expect, test } from 'vitest'
import { inFours, isTotpCode, totpCodeIn } from './totp-text.ts'

test('a key stands in groups of four', () => {
  expect(inFours('JBSWY3DPEHPK3PXPAB')).toBe('JBSW Y3DP EHPK 3PXP AB')
  expect(inFours('JBSW')).toBe('JBSW')
})

test('a code is six digits, with spaces between them or not', () => {
  expect(isTotpCode(' 123 456 ')).toBe(true)
  expect(isTotpCode('12345')).toBe(false)
  expect(isTotpCode('12345a')).toBe(false)
  expect(totpCodeIn(' 123 456 ')).toBe('123456')
})
