import type { Problem, ProblemCode } from '@streamline/contract'

/**
 * Codes of the API, and three of our own: `offline` when no answer came, `unknown` for an answer that is none of ours,
 * `passkey-unused` when the device gave no passkey.
 */
export type FailureCode = ProblemCode | 'offline' | 'unknown' | 'passkey-unused'

/** Every refusal of the API as one error; switch on `code`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: FailureCode
  readonly status: number
  /** Offending places of the request, by JSON pointer. */
  readonly places: readonly { pointer: string; message: string }[]
  /** The state as it is now, with `stale-revision`. */
  readonly current: unknown
  /** What would stand between who leaves and the others, with `open-balance`. */
  readonly openBalances: NonNullable<Problem['openBalances']>
  /** Shares of who would leave in what is not paid yet, with `open-balance`. */
  readonly unpaidShares: NonNullable<Problem['unpaidShares']>
  /** What is recorded already, with `same-transfer`. */
  readonly likelyTransfer: Problem['likelyTransfer']
  readonly requestId: string | null

  constructor(code: FailureCode, status: number, problem?: Partial<Problem>) {
    super(problem?.detail ?? problem?.title ?? code)
    this.code = code
    this.status = status
    this.places = problem?.errors ?? []
    this.current = problem?.current
    this.openBalances = problem?.openBalances ?? []
    this.unpaidShares = problem?.unpaidShares ?? []
    this.likelyTransfer = problem?.likelyTransfer
    this.requestId = problem?.requestId ?? null
  }

  /** The message for one field of the form that was sent: `placeOf('email')` finds `/email`. */
  messageAt(field: string): string | undefined {
    return this.places.find(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`))
      ?.message
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'

/** Reads what the server said; a gateway's own page counts as the service being away. */
export const decodeProblem = (body: unknown, status: number): ProblemError =>
  isProblem(body)
    ? new ProblemError(body.code as ProblemCode, status, body)
    : new ProblemError(status >= 500 ? 'unavailable' : 'unknown', status)

/** Whatever was thrown, as a `ProblemError`; `fetch` throws a TypeError where no answer came. */
export const problemOf = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error instanceof TypeError) return new ProblemError('offline', 0)
  return new ProblemError('unknown', 0, error instanceof Error ? { detail: error.message } : {})
}

/** Trying again may help: nobody answered, or a part of the service is away. */
export const isPassing = (error: unknown): boolean => {
  const { code } = problemOf(error)
  return code === 'offline' || code === 'unavailable' || code === 'too-many-requests'
}
