import { expect, test } from 'vitest'
import { ProblemError } from './problem.ts'
import { fieldErrors } from './use-field-error.ts'

const words = { say: () => 'refused', explain: (message: string) => message }
const places = { fields: ['amount', 'paidOn'], codes: { 'date-out-of-range': 'paidOn' } } as const

const invalid = (pointer: string) =>
  new ProblemError('invalid-input', 400, { errors: [{ pointer, message: 'is wrong' }] })

test('a refusal stands at the field that its pointer names, however deep', () => {
  const { at, rest } = fieldErrors(invalid('/body/amount/currency'), places, words)
  expect([at('amount'), at('paidOn'), rest]).toEqual(['is wrong', undefined, null])
})

test('a code that speaks of one field stands there without a pointer', () => {
  const { at, rest } = fieldErrors(new ProblemError('date-out-of-range', 422), places, words)
  expect([at('paidOn'), rest]).toEqual(['refused', null])
})

test('what belongs to no field stands above the buttons', () => {
  const error = new ProblemError('unavailable', 503)
  expect(fieldErrors(error, places, words).rest).toBe(error)
  expect(fieldErrors(invalid('/other'), places, words).at('amount')).toBeUndefined()
  expect(fieldErrors(null, places, words).rest).toBeNull()
})
