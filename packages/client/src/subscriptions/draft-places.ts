import type { FormPlaces } from '../use-field-error.ts'
import { draftFieldAt } from './draft-problems.ts'

/** Where refusals of a new subscription stand. */
export const draftPlaces: FormPlaces = {
  codes: {
    'too-many-periods': 'startsOn',
    'invalid-date': 'startsOn',
    'date-out-of-range': 'startsOn',
    'currency-mismatch': 'price',
    'amount-out-of-range': 'price',
    'unknown-member': 'paidBy',
    'invalid-split': 'split',
    'unknown-line': 'line',
  },
  fields: draftFieldAt,
}
