import { DomainError } from '@streamline/domain'
import { ProblemError } from '../../platform/http/problem.ts'

const codes = [
  'currency-mismatch',
  'amount-out-of-range',
  'invalid-terms',
  'invalid-date',
  'invalid-period',
  'too-many-periods',
] as const
type Code = (typeof codes)[number]

/** Where in a request the fault of each refusal lies. */
export type Places = Readonly<Partial<Record<Code, string>>>

/** Where in a draft a refusal lies, if the domain says so; of an amount of money it is one of its two parts. */
const fieldIn = ({ code, details: { field } }: DomainError, body: string): string | undefined => {
  if (typeof field !== 'string') return undefined
  const part = code === 'currency-mismatch' ? '/currency' : code === 'amount-out-of-range' ? '/amount' : ''
  return `${body}/${field}${part}`
}

/** The domain says why it refuses; what asks it knows where that was said: in `body`, the pointer to what holds the draft. */
export const withPlaces = <Result>(places: Places, work: () => Result, body = ''): Result => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const code = codes.find((known) => known === error.code)
    const pointer = code === undefined ? undefined : (fieldIn(error, body) ?? places[code])
    if (code === undefined || pointer === undefined) throw error
    throw new ProblemError(code === 'invalid-period' ? 'invalid-terms' : code, error.message, {
      errors: [{ pointer, message: error.message }],
    })
  }
}
