import { ProblemError } from '../problem.ts'

/** A token that was cut off on its way from the letter to the browser is no fault of a form: the link is no good. */
export const linkError = (error: ProblemError | null): ProblemError | null =>
  error?.messageAt('token') === undefined ? error : new ProblemError('link-expired', error.status)
