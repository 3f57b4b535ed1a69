import { useTranslation } from 'react-i18next'
import { problemOf } from './problem.ts'

/** Says in the person's language what went wrong and what to do; refusals of accounts come with their screens. */
export const useProblemText = (): ((error: unknown) => string) => {
  const { t } = useTranslation(['problems', 'refusals'])
  return (error) => {
    const { code } = problemOf(error)
    return t([`problems:${code}`, `refusals:${code}`], { defaultValue: t('unknown') })
  }
}
