import { useTranslation } from 'react-i18next'
import { problemOf, type FailureCode } from './problem.ts'
import { useProblemText } from './use-problem-text.ts'

/** Where the refusals of a form belong. */
export interface FormPlaces {
  /** The fields by their names in the contract, or the field that a JSON pointer speaks of where they differ. */
  readonly fields: readonly string[] | ((pointer: string) => string | null)
  /** Refusals that speak of one field by nature, whether or not the answer points at it. */
  readonly codes: Partial<Record<FailureCode, string>>
}

const fieldAt = (pointer: string, fields: FormPlaces['fields']): string | null => {
  if (typeof fields === 'function') return fields(pointer)
  const names = pointer.split('/')
  return fields.find((name) => names.includes(name)) ?? null
}

interface FieldErrors {
  /** The sentence for one field. */
  readonly at: (field: string) => string | undefined
  /** What belongs to no field and stands above the buttons. */
  readonly rest: unknown
}

/**
 * Puts a refusal of the API where it belongs. `say` words a refusal as a whole, `explain` what the API says of one
 * place.
 */
export const fieldErrors = (
  error: unknown,
  { fields, codes }: FormPlaces,
  { say, explain }: { say: (error: unknown) => string; explain: (message: string) => string },
): FieldErrors => {
  if (!error) return { at: () => undefined, rest: null }
  const problem = problemOf(error)
  const byField = new Map<string, string>()
  for (const { pointer, message } of problem.places) {
    const field = fieldAt(pointer, fields)
    if (field !== null) byField.set(field, explain(message))
  }
  const field = codes[problem.code]
  if (byField.size === 0 && field !== undefined) byField.set(field, say(error))
  return { at: (name) => byField.get(name), rest: byField.size > 0 ? null : error }
}

export const useFieldError = (error: unknown, places: FormPlaces): FieldErrors => {
  const { i18n, t } = useTranslation('billing')
  const say = useProblemText()
  // The API explains itself in English only.
  const explain = (message: string): string => (i18n.language === 'en' ? message : t('pay.notAccepted'))
  return fieldErrors(error, places, { say, explain })
}
