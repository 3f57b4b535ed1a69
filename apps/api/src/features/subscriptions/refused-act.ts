import { ProblemError } from '../../platform/http/problem.ts'

/** An act that is refused at one of its places. */
export const refusedAct = (
  code: 'date-out-of-range' | 'illegal-transition' | 'invalid-terms' | 'currency-mismatch',
  at: string,
  message: string,
) => new ProblemError(code, undefined, { errors: [{ pointer: `/act/${at}`, message }] })
