import { problems, type Problem, type ProblemCode } from '@streamline/contract'

export interface ProblemExtra {
  /** Offending places, as pointers into body, `/query`, `/path` or `/header`. */
  errors?: Problem['errors']
  /** The current state, with `stale-revision`. */
  current?: unknown
  /** With `open-balance`. */
  openBalances?: Problem['openBalances']
  /** With `open-balance`. */
  unpaidShares?: Problem['unpaidShares']
  /** With `same-transfer`. */
  likelyTransfer?: Problem['likelyTransfer']
  /** Seconds, for the header of the same name. */
  retryAfter?: number
  /** The limit that was reached, for the headers of a 429. */
  limit?: { name: string; most: number; seconds: number }
}

/** An expected refusal. Anything else that is thrown is a surprise and answers 500. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly extra: ProblemExtra

  constructor(code: ProblemCode, detail?: string, extra: ProblemExtra = {}) {
    super(detail ?? problems[code].title)
    this.code = code
    this.extra = extra
  }
}

/** The request has not the expected form, here. */
export const invalidInput = (pointer: string, message: string) =>
  new ProblemError('invalid-input', undefined, { errors: [{ pointer, message }] })
