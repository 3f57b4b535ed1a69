import { problemOf, useProblemText, type FailureCode } from '@streamline/client'
import { useTranslation } from 'react-i18next'

/** Refusals that speak of one field by nature, whether or not the answer points at it. */
export type FieldOfCode = Partial<Record<FailureCode, string>>

/**
 * Puts a refusal of the API where it belongs: `at(field)` is the sentence for one field, `rest` what belongs to none
 * and stands above the buttons.
 */
export const useFieldError = (
  error: unknown,
  { codes, fieldAt }: { codes: FieldOfCode; fieldAt: (pointer: string) => string | null },
) => {
  const { i18n, t } = useTranslation('billing')
  const text = useProblemText()
  if (!error) return { at: () => undefined, rest: null }
  const problem = problemOf(error)
  const byField = new Map<string, string>()
  for (const { pointer, message } of problem.places) {
    const field = fieldAt(pointer)
    // The API explains itself in English only.
    if (field !== null) byField.set(field, i18n.language === 'en' ? message : t('pay.notAccepted'))
  }
  const field = codes[problem.code]
  if (byField.size === 0 && field !== undefined) byField.set(field, text(error))
  return {
    at: (name: string): string | undefined => byField.get(name),
    rest: byField.size > 0 ? null : error,
  }
}
