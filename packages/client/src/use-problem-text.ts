import { useTranslation } from 'react-i18next'
import { problemOf } from './problem.ts'

/** Says in the person's language what went wrong and what to do. */
export const useProblemText = (): ((error: unknown) => string) => {
  const { t } = useTranslation('problems')
  return (error) => t(problemOf(error).code, { defaultValue: t('unknown') })
}
