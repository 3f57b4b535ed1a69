import { DomainError } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'

const codes = [
  'currency-mismatch',
  'amount-out-of-range',
  'invalid-terms',
  'invalid-date',
  'invalid-period',
] as const
type Code = (typeof codes)[number]

/** Where in a request the fault of each refusal lies. */
export type Places = Readonly<Partial<Record<Code, string>>>

/** The domain says why it refuses; what asks it knows where that was said. */
export const withPlaces = <Result>(places: Places, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const code = codes.find((known) => known === error.code)
    const pointer = code === undefined ? undefined : places[code]
    if (code === undefined || pointer === undefined) throw error
    throw new ProblemError(code === 'invalid-period' ? 'invalid-terms' : code, error.message, {
      errors: [{ pointer, message: error.message }],
    })
  }
}
