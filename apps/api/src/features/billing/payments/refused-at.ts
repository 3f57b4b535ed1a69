import { ProblemError } from '../../../platform/http/problem.ts'

/** A refusal that points at its place in the body. */
export const refusedAt = (
  code:
    | 'currency-mismatch'
    | 'missing-rate'
    | 'amount-out-of-range'
    | 'date-out-of-range'
    | 'invalid-split'
    | 'unknown-member'
    | 'charge-closed',
  pointer: string,
  message: string,
) => new ProblemError(code, undefined, { errors: [{ pointer, message }] })
